import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import {
  type Answers,
  categoriesOf,
  QUESTION_IDS,
  type QuestionId,
} from '@/shared/domain/adverse-impact/questions';
import type { ImpactStatus } from '@/shared/domain/adverse-impact/views';
import { AppError } from '@/shared/kit/app-error';
import { connectForWriting, type DatabaseKey, type Sqlite } from '../connection';

/** 'LLsi': a database of answers, and no other of Longlist's. */
const ANSWERS_ID = 0x4c4c7369;
const VERSION = 1;

/**
 * What people said of themselves, under names that say nothing of who they are (`subjectOf`). No candidate, no application, no code; of the
 * time only the day, so that nobody puts an answer beside a log.
 */
const SCHEMA = `CREATE TABLE answer (
  subject TEXT NOT NULL,
  question TEXT NOT NULL,
  category TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  PRIMARY KEY (subject, question)
) STRICT, WITHOUT ROWID`;

/** What somebody says now, question by question; null takes an earlier answer back. */
export interface Said {
  readonly subject: string;
  readonly said: Readonly<Partial<Record<QuestionId, string | null>>>;
}

export interface AnswersStore {
  readonly status: () => ImpactStatus;
  /** Everybody's answers, by subject. */
  readonly all: () => ReadonlyMap<string, Answers>;
  /** Keeps answers, all of them or none. `day`: as 2026-03-01. */
  readonly accept: (answers: readonly Said[], day: string) => void;
  /** Takes everything these said out, and answers with how many of them there were. */
  readonly forget: (subjects: readonly string[]) => number;
  readonly forgetAll: () => void;
  /** The answers of these with their day, for the people themselves. */
  readonly of: (subjects: readonly string[]) => readonly {
    readonly question: string;
    readonly category: string;
    readonly answeredOn: string;
  }[];
}

/** Whether there is such a database: it is made with the first answers. */
export const hasAnswers = (file: string): boolean => existsSync(file);

/**
 * Opens the database of answers for one piece of work and closes it behind that. It is a file of its own with a key of its own, on a
 * connection of its own: no statement can reach both it and the workspace's. Errors: WORKSPACE_DAMAGED, STORAGE_UNAVAILABLE.
 */
export function withAnswers<T>(
  file: string,
  key: DatabaseKey,
  work: (store: AnswersStore) => T,
): T {
  if (key !== 'plain' && isPlain(file)) throw damaged();
  let db: Sqlite | null = null;
  try {
    db = connectForWriting(file, key);
    prepare(db);
    return work(storeOf(db));
  } catch (error) {
    throw isSqliteDamage(error) ? damaged() : error;
  } finally {
    db?.close();
  }
}

function prepare(db: Sqlite): void {
  // What is taken out is overwritten.
  db.pragma('secure_delete = ON');
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === 0) {
    db.transaction(() => {
      db.exec(SCHEMA);
      db.pragma(`application_id = ${ANSWERS_ID}`);
      db.pragma(`user_version = ${VERSION}`);
    }).immediate();
    return;
  }
  if (db.pragma('application_id', { simple: true }) !== ANSWERS_ID) throw damaged();
  if (version > VERSION) {
    throw new AppError(
      'WORKSPACE_TOO_NEW',
      'The answers were written by a newer Longlist. Update Longlist to read them; nothing was changed.',
    );
  }
}

/** The casts name the columns that the statements select. */
function storeOf(db: Sqlite): AnswersStore {
  const among = 'subject IN (SELECT value FROM json_each(?))';
  return {
    status: () =>
      db
        .prepare('SELECT count(DISTINCT subject) AS people, max(answered_on) AS newest FROM answer')
        .get() as ImpactStatus,
    all: () => {
      const rows = db
        .prepare('SELECT subject, question, category FROM answer')
        .raw()
        .all() as readonly (readonly [string, string, string])[];
      const answers = new Map<string, Partial<Record<QuestionId, string>>>();
      for (const [subject, question, category] of rows) {
        const asked = QUESTION_IDS.find((id) => id === question);
        if (asked === undefined || !categoriesOf(asked).includes(category)) continue;
        const known = answers.get(subject);
        if (known === undefined) answers.set(subject, { [asked]: category });
        else known[asked] = category;
      }
      return answers;
    },
    accept: (answers, day) => {
      const put = db.prepare(
        `INSERT INTO answer (subject, question, category, answered_on) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET category = excluded.category, answered_on = excluded.answered_on`,
      );
      const drop = db.prepare('DELETE FROM answer WHERE subject = ? AND question = ?');
      db.transaction(() => {
        for (const { subject, said } of answers) {
          for (const [question, category] of Object.entries(said)) {
            if (category === null) drop.run(subject, question);
            else if (category !== undefined) put.run(subject, question, category, day);
          }
        }
      }).immediate();
    },
    forget: (subjects) =>
      db
        .transaction((): number => {
          const json = JSON.stringify(subjects);
          const there = db
            .prepare(`SELECT count(DISTINCT subject) FROM answer WHERE ${among}`)
            .pluck()
            .get(json);
          db.prepare(`DELETE FROM answer WHERE ${among}`).run(json);
          return Number(there);
        })
        .immediate(),
    forgetAll: () => {
      db.exec('DELETE FROM answer');
    },
    of: (subjects) =>
      db
        .prepare(
          `SELECT question, category, answered_on AS "answeredOn" FROM answer WHERE ${among} ORDER BY subject, question`,
        )
        .all(JSON.stringify(subjects)) as ReturnType<AnswersStore['of']>,
  };
}

/** A file in clear where an encrypted one was: put there by somebody. */
function isPlain(file: string): boolean {
  if (!existsSync(file) || statSync(file).size < 16) return false;
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

const isSqliteDamage = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'SQLITE_NOTADB' || String(error.code).startsWith('SQLITE_CORRUPT'));

const damaged = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'The answers of self-identification cannot be read. Their file was left as it is; candidates and jobs are not concerned, and a backup can be restored.',
  );
