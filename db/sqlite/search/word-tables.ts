import type { Statements } from '../statements';

/**
 * The words of the index as tables of this connection alone: `indexed_word` counts who has each, `word_place` has a row for each place,
 * so that its first one is there without counting. A connection that may only read has to be allowed to make them.
 */
export function makeWordTables(sql: Statements): void {
  const queryOnly = sql('PRAGMA query_only').pluck().get() === 1;
  if (queryOnly) sql('PRAGMA query_only = OFF').run();
  try {
    for (const [name, kind] of TABLES) {
      sql(
        `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${name} USING fts5vocab('main', 'candidate_fts', '${kind}')`,
      ).run();
    }
  } finally {
    if (queryOnly) sql('PRAGMA query_only = ON').run();
  }
}

const TABLES = [
  ['indexed_word', 'row'],
  ['word_place', 'instance'],
] as const;
