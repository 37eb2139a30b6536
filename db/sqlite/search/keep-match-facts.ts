import { FACTS_VERSION } from '@/shared/domain/matching/knowledge';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { FACTS_FORM } from './match-facts';

/**
 * The row of candidate_match_facts that stands for no candidate (they are numbered from 1): it holds the state, and as its `seq` the highest
 * that any row ever had. A row that is marked loses its own, so that the others alone do not tell.
 */
const STATE = 0;

/** What facts of this program are stamped with: their form, and the tables that number them. */
export const FACTS_STAMP = `${FACTS_FORM}:${FACTS_VERSION}`;

/**
 * How far the facts are made. They come and go apart from the rest of the search index: newer tables make them anew, and nothing else; an
 * index of words that broke leaves them alone.
 */
export interface MatchFactsState {
  readonly stamp: string;
  /** Those of candidates below this number are not made yet; null: all are, but for those that a commit has just touched. */
  readonly below: number | null;
  readonly started: number;
  /** Grows with each making. */
  readonly epoch: number;
}

/** Null before they were ever made. */
export function readMatchFactsState(sql: Statements): MatchFactsState | null {
  const text: unknown = sql('SELECT packed FROM candidate_match_facts WHERE num = ?')
    .pluck()
    .get(STATE);
  // Written below and nowhere else.
  return Buffer.isBuffer(text) ? (JSON.parse(text.toString()) as MatchFactsState) : null;
}

/** How much of everybody's facts is made, 0 to 1; null when all are. Facts of another program are none. */
export function makingOf(state: MatchFactsState | null): number | null {
  if (state === null || state.stamp !== FACTS_STAMP) return 0;
  if (state.below === null) return null;
  return Math.min(1, Math.max(0, 1 - state.below / Math.max(1, state.started)));
}

/**
 * Marks candidates whose facts a commit may have changed, by a `seq` below 0; their facts of before stay until the new ones are there. They
 * are made soon after, off the core's thread: the tables they are made with would hold it up, and an import with it.
 */
export interface MatchFactsMarker {
  readonly touched: (num: number) => void;
  readonly gone: (num: number) => void;
}

export function createMatchFactsMarker(sql: Statements): MatchFactsMarker {
  let mark: number | null = null;
  const write = (num: number, seq: number): void => {
    sql(
      `INSERT INTO candidate_match_facts (num, seq, packed) VALUES (?, ?, NULL)
       ON CONFLICT (num) DO UPDATE SET seq = excluded.seq`,
    ).run(num, seq);
  };
  return {
    touched: (num) => {
      // A mark of its own for each commit: facts that were read before it are not taken for those after it.
      mark ??= Number(
        sql('SELECT min(0, coalesce(min(seq), 0)) - 1 FROM candidate_match_facts').pluck().get(),
      );
      write(num, mark);
    },
    gone: (num) => {
      write(num, nextSeq(sql));
      sql('UPDATE candidate_match_facts SET packed = NULL WHERE num = ?').run(num);
    },
  };
}

/** The highest `seq` there ever was; 0 before there are facts. */
export const newestSeq = (sql: Statements): number =>
  Number(sql('SELECT seq FROM candidate_match_facts WHERE num = ?').pluck().get(STATE) ?? 0);

function nextSeq(sql: Statements): number {
  sql('UPDATE candidate_match_facts SET seq = seq + 1 WHERE num = ?').run(STATE);
  return newestSeq(sql);
}

/** Facts of a candidate that are ready to be written. */
export interface MadeFacts {
  readonly num: number;
  /** The mark they were made under; null where there was none. */
  readonly mark: number | null;
  /** Null for somebody who is not there any more. */
  readonly packed: Uint8Array | null;
}

/** Facts of some of the candidates that need them, and how far that is. */
export interface FactsStep {
  readonly made: readonly MadeFacts[];
  /** Whose records broke the making, by row number, with what went wrong: they count as people of whom nothing is known. */
  readonly broken: readonly { readonly num: number; readonly error: string }[];
  /** The next `below` of the state; as it was where only marks were followed. */
  readonly below: number | null;
}

/** Writes what was made; whoever was touched meanwhile is left for the next step. */
export function writeMatchFacts(db: Sqlite, step: FactsStep): void {
  guarded(() => {
    const sql = statementsOf(db);
    db.transaction(() => {
      const seq = nextSeq(sql);
      for (const { num, mark, packed } of step.made) {
        if (mark === null) {
          sql(
            'INSERT INTO candidate_match_facts (num, seq, packed) VALUES (?, ?, ?) ON CONFLICT (num) DO NOTHING',
          ).run(num, seq, packed);
        } else {
          sql('UPDATE candidate_match_facts SET seq = ?, packed = ? WHERE num = ? AND seq = ?').run(
            seq,
            packed,
            num,
            mark,
          );
        }
      }
      const state = readMatchFactsState(sql);
      if (state !== null && state.below !== step.below)
        writeState(sql, { ...state, below: step.below });
    }).immediate();
  });
}

/** Whether facts are there, and of this program's tables; `marked` when only those that commits touched are to be made. */
export function needsMatchFacts(db: Sqlite): 'whole' | 'marked' | 'going-on' | 'missing' {
  const sql = statementsOf(db);
  const state = readMatchFactsState(sql);
  if (state === null || state.stamp !== FACTS_STAMP) return 'missing';
  if (state.below !== null) return 'going-on';
  const marked = sql('SELECT 1 FROM candidate_match_facts WHERE seq < 0 LIMIT 1').get();
  return marked === undefined ? 'whole' : 'marked';
}

/** Begins to make everybody's facts. Those of other tables go at once: nobody can read them. */
export function beginMatchFacts(db: Sqlite): void {
  guarded(() => {
    const sql = statementsOf(db);
    db.transaction(() => {
      const before = readMatchFactsState(sql);
      sql('DELETE FROM candidate_match_facts').run();
      const last = Number(sql('SELECT coalesce(max(num), 0) FROM candidate').pluck().get());
      writeState(sql, {
        stamp: FACTS_STAMP,
        below: last === 0 ? null : last + 1,
        started: last + 1,
        epoch: (before?.epoch ?? 0) + 1,
      });
    }).immediate();
  });
}

function writeState(sql: Statements, state: MatchFactsState): void {
  sql(
    `INSERT INTO candidate_match_facts (num, seq, packed) VALUES (${STATE}, 1, ?)
     ON CONFLICT (num) DO UPDATE SET packed = excluded.packed`,
  ).run(Buffer.from(JSON.stringify(state)));
}
