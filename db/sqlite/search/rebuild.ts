import Database from 'better-sqlite3';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { MIGRATIONS } from '../migrations';
import { statementsOf } from '../statements';
import { addWords, createCandidateIndexer } from './index-candidate';
import { INDEX_VERSION, readSearchState } from './search-state';

/** Candidates a step: some 20 ms, so that an edit that comes in between does not wait long. */
const A_STEP = 25;

/**
 * Begins to make the search index anew: its words are gone and nobody's are in it until `rebuildStep` has been called to the end. Runs in
 * one transaction; lists, filters and edits go on meanwhile. What another version of the program derived goes too: then lists fill as it goes on.
 */
export function beginRebuild(db: Sqlite): void {
  guarded(() =>
    db
      .transaction(() => {
        // What a program of another version derived may not even be readable.
        if (readSearchState(statementsOf(db)).version !== INDEX_VERSION) {
          db.exec(
            'DELETE FROM candidate_document; DELETE FROM candidate_facets; DELETE FROM facet_term',
          );
        }
        dropWords(db);
        db.exec(CREATE_WORDS);
        db.prepare(
          `UPDATE search_state SET version = ?, epoch = epoch + 1,
             below = (SELECT max(num) + 1 FROM candidate), started = coalesce((SELECT max(num) + 1 FROM candidate), 0)`,
        ).run(INDEX_VERSION);
      })
      .immediate(),
  );
}

/**
 * Indexes the next candidates of a making that has begun, newest first, in one transaction: after a crash the next step goes on where the
 * last one ended. False when the index is whole.
 */
export function rebuildStep(db: Sqlite): boolean {
  return guarded(() => {
    const sql = statementsOf(db);
    return db
      .transaction(() => {
        const { below } = readSearchState(sql);
        if (below === null) return false;
        const nums = sql('SELECT num FROM candidate WHERE num < ? ORDER BY num DESC LIMIT ?')
          .pluck()
          .all(below, A_STEP)
          .map(Number);
        const indexer = createCandidateIndexer(sql, null);
        for (const num of nums) {
          indexer.index(num);
          addWords(sql, num);
        }
        indexer.finish();
        const next = nums.length < A_STEP ? null : (nums.at(-1) ?? null);
        sql('UPDATE search_state SET below = ?').run(next);
        return next !== null;
      })
      .immediate();
  });
}

/** Whether the index was made by a program of another version, or was never finished. */
export function needsRebuild(db: Sqlite): 'whole' | 'going-on' | 'other-version' | 'missing' {
  const state = readSearchState(statementsOf(db));
  if (state.version !== INDEX_VERSION) return 'other-version';
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'candidate_fts'").get();
  if (there === undefined) return 'missing';
  return state.below === null ? 'whole' : 'going-on';
}

/** Whether an error of SQLite says that the index of words is broken or gone, and not the database as a whole. */
export function isBrokenIndex(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  return (
    error.code === 'SQLITE_CORRUPT_VTAB' ||
    /no such (?:fts5 )?table: (?:main\.)?candidate_fts|vtable constructor failed: candidate_fts|fts5: corrupt/.test(
      error.message,
    )
  );
}

/** A table whose own data is garbage may not even open, and is then taken out of the schema by hand. */
function dropWords(db: Sqlite): void {
  try {
    db.exec('DROP TABLE IF EXISTS candidate_fts');
    return;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  db.unsafeMode(true);
  try {
    db.pragma('writable_schema = ON');
    db.exec("DELETE FROM sqlite_schema WHERE name = 'candidate_fts'");
    db.pragma('writable_schema = RESET');
    for (const part of ['data', 'idx', 'docsize', 'config', 'content']) {
      db.exec(`DROP TABLE IF EXISTS candidate_fts_${part}`);
    }
  } finally {
    db.unsafeMode(false);
  }
}

/** The table as the newest migration that makes it says. */
const CREATE_WORDS = (() => {
  const statement = MIGRATIONS.flatMap(({ sql }) => sql.split('--> statement-breakpoint')).findLast(
    (part) => part.includes('CREATE VIRTUAL TABLE `candidate_fts`'),
  );
  if (statement === undefined) throw new Error('No migration makes candidate_fts.');
  return statement;
})();
