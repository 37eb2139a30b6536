import type { Statements } from '../statements';

/** The form of what is derived from the records: documents, packed facets, words. Another number makes the index anew at the next start. */
export const INDEX_VERSION = 2;

/** How far the search index is made. */
export interface SearchState {
  readonly version: number;
  /** The words of candidates below this number are not in it yet; null: it is whole. */
  readonly below: number | null;
  readonly started: number;
  /** Grows with each making. */
  readonly epoch: number;
}

export function readSearchState(sql: Statements): SearchState {
  // The columns named in the statement; the migration puts the row in.
  const state = sql('SELECT version, below, started, epoch FROM search_state').get() as
    | SearchState
    | undefined;
  return state ?? { version: 0, below: null, started: 0, epoch: 0 };
}

/** The words of candidates from this number on are in the index. */
export const indexedFrom = (sql: Statements): number => readSearchState(sql).below ?? 0;

/** How much of the index is made, 0 to 1; null when it is whole. */
export const progressOf = ({ below, started }: SearchState): number | null =>
  below === null ? null : started <= 0 ? 0 : Math.min(1, Math.max(0, 1 - below / started));
