import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Sqlite } from '@/db/sqlite/connection';
import { openForReading } from '@/db/sqlite/open';
import {
  type AnswersStore,
  hasAnswers,
  withAnswers,
} from '@/db/sqlite/self-identification/answers-store';
import { readApplicationIds, readLetters, readOutcomes } from '@/db/sqlite/stores/impact-outcomes';
import { errorCode } from '@/electron/core/storage-errors';
import { delimiterOf } from '@/electron/core/tables/csv-format';
import { writeTable } from '@/electron/core/tables/write-table';
import { decodeText } from '@/electron/workers/parse/extract/extract-txt';
import { type AnswersRead, readAnswersFile } from '@/shared/domain/adverse-impact/answers-file';
import { codeOf, type KeyedHash, readCode, subjectOf } from '@/shared/domain/adverse-impact/codes';
import type { Answers } from '@/shared/domain/adverse-impact/questions';
import { rateTables } from '@/shared/domain/adverse-impact/rates';
import type { ImpactReport } from '@/shared/domain/adverse-impact/views';
import { CODES_HEADER } from '@/shared/domain/adverse-impact/workbook';
import { AppError } from '@/shared/kit/app-error';
import type { AnswersPlace, ImpactAnswers, ImpactTask, MainPlace } from './messages';

type Task<Kind extends ImpactTask['kind']> = Extract<ImpactTask, { readonly kind: Kind }>;
type Work = {
  readonly [Kind in ImpactTask['kind']]: (
    task: Task<Kind>,
  ) => ImpactAnswers[Kind] | Promise<ImpactAnswers[Kind]>;
};

/** What the thread can do. This is the one place where answers and applications meet, and what comes out of it are figures and files. */
export const IMPACT_WORK: Work = {
  status: ({ answers }) => read(answers, (store) => store.status(), NOBODY),
  report: (task) => {
    const outcomes = reading(task.main, (db) => readOutcomes(db, task.actor, task.request));
    const said = read(task.answers, (store) => store.all(), new Map<string, Answers>());
    const hash = hashOf(task.answers);
    const merged = outcomes.map(({ applicationIds, selected, score }) => ({
      selected,
      score,
      answers: said.size === 0 ? null : together(applicationIds, said, hash),
    }));
    const { medianScore, tables } = rateTables(merged);
    return {
      madeAt: task.now,
      applications: merged.length,
      answered: merged.filter(({ answers }) => answers !== null).length,
      selected: merged.filter(({ selected }) => selected).length,
      scored: merged.filter(({ score }) => score !== null).length,
      medianScore,
      scorers: scorersOf(outcomes.map(({ scorer }) => scorer)),
      tables: [...tables],
    };
  },
  'save-codes': async (task) => {
    const hash = hashOf(task.answers);
    const rows = reading(task.main, (db) => readLetters(db, task.actor, task.selection)).map(
      ({ applicationId, name, email, job }) => [codeOf(applicationId, hash), name, email, job],
    );
    await writeTable({ header: CODES_HEADER, rows }, 'csv', task.target);
    return { rows: rows.length };
  },
  preview: (task) => {
    const { read: file, sha256 } = readFile(task.csv.path);
    const known = knownCodes(task.main, task.answers);
    const hash = hashOf(task.answers);
    const held = read(task.answers, (store) => store.all(), new Map<string, Answers>());
    const theirs = file.answers.filter(({ code }) => known.has(code));
    return {
      sha256,
      questions: [...file.questions],
      lines: file.lines,
      known: theirs.length,
      unknown: file.answers.length - theirs.length,
      repeated: file.repeated,
      replaced: theirs.filter(({ code }) => held.has(subjectOf(code, hash))).length,
      unreadable: { total: file.unreadable.length, first: file.unreadable.slice(0, FIRST) },
    };
  },
  accept: (task) => {
    const { read: file, sha256 } = readFile(task.csv.path);
    if (sha256 !== task.csv.sha256) {
      throw new AppError(
        'CONFLICT',
        'The file has changed since it was looked at. Nothing was kept; choose it again.',
      );
    }
    const known = knownCodes(task.main, task.answers);
    const hash = hashOf(task.answers);
    const theirs = file.answers.filter(({ code }) => known.has(code));
    if (theirs.length > 0) {
      withAnswers(task.answers.file, task.answers.key, (store) =>
        store.accept(
          theirs.map(({ code, said }) => ({ subject: subjectOf(code, hash), said })),
          task.day,
        ),
      );
    }
    return { people: theirs.length };
  },
  withdraw: (task) => {
    const hash = hashOf(task.answers);
    const subjects = task.codes.flatMap((typed) => {
      const code = readCode(typed);
      return code === null ? [] : [subjectOf(code, hash)];
    });
    return { people: read(task.answers, (store) => store.forget(subjects), 0) };
  },
  'forget-all': ({ answers }) => ({
    people: read(
      answers,
      (store) => {
        const { people } = store.status();
        store.forgetAll();
        return people;
      },
      0,
    ),
  }),
  forget: (task) => {
    const hash = hashOf(task.answers);
    const subjects = task.applicationIds.map((id) => subjectOf(codeOf(id, hash), hash));
    return { people: read(task.answers, (store) => store.forget(subjects), 0) };
  },
  said: (task) => {
    const hash = hashOf(task.answers);
    const subjects = task.applicationIds.map((id) => subjectOf(codeOf(id, hash), hash));
    return read(task.answers, (store) => [...store.of(subjects)], []);
  },
};

const NOBODY = { people: 0, newest: null };
/** Lines that cannot be read, told one by one. */
const FIRST = 100;
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 200_000;

/** Where nobody answered yet there is no file, and asking makes none. */
const read = <T>({ file, key }: AnswersPlace, work: (store: AnswersStore) => T, none: T): T =>
  hasAnswers(file) ? withAnswers(file, key, work) : none;

function reading<T>({ file, key }: MainPlace, work: (db: Sqlite) => T): T {
  const db = openForReading(file, key);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const hashOf =
  ({ codesKey }: AnswersPlace): KeyedHash =>
  (text) =>
    createHmac('sha256', codesKey).update(text).digest();

/** Codes are of the workspace and not of whoever brings their answers: they are known by every application. */
const knownCodes = (main: MainPlace, answers: AnswersPlace): ReadonlySet<string> => {
  const hash = hashOf(answers);
  return new Set(reading(main, readApplicationIds).map((id) => codeOf(id, hash)));
};

/** What was said under any of the codes that an application has come to have; its own before those of merged ones. */
function together(
  applicationIds: readonly string[],
  said: ReadonlyMap<string, Answers>,
  hash: KeyedHash,
): Answers | null {
  const found = applicationIds.flatMap((id) => said.get(subjectOf(codeOf(id, hash), hash)) ?? []);
  return found.length === 0
    ? null
    : found.reduceRight<Answers>((later, one) => ({ ...later, ...one }), {});
}

function scorersOf(names: readonly string[]): ImpactReport['scorers'] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([whole, scores]) => {
      const space = whole.lastIndexOf(' ');
      return { name: whole.slice(0, space), version: whole.slice(space + 1), scores };
    });
}

function readFile(path: string): { readonly read: AnswersRead; readonly sha256: string } {
  const bytes = bytesOf(path);
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text.slice(0, 64 * 1024));
  const body = text.replace(/^sep=.\r?\n/i, '');
  const rows = rowsOf(body, delimiter);
  const answers = rows === null ? null : readAnswersFile(rows);
  if (answers === null) {
    throw new AppError(
      'INVALID',
      'This is no file of answers: its first line has to name one column “code” and a column for at least one question (sex, ethnicity, age group, disability), each once. Nothing was kept.',
    );
  }
  return { read: answers, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > MOST_BYTES) throw tooBig();
    return readFileSync(path);
  } catch (error) {
    throw error instanceof AppError || errorCode(error) === null ? error : unreadable();
  }
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] | null {
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      to: MOST_ROWS + 2,
      max_record_size: 1024 * 1024,
    });
  } catch {
    return null;
  }
  if (rows.length > MOST_ROWS + 1) throw tooBig();
  return rows;
}

const unreadable = (): AppError =>
  new AppError(
    'INVALID',
    'The file of answers cannot be read. Look whether it is still there and may be read, and choose it again. Nothing was kept.',
  );

const tooBig = (): AppError =>
  new AppError(
    'INVALID',
    'A file of answers has at most 200,000 lines and 20 MB. Nothing was kept.',
  );
