import type { Sqlite } from './connection';
import { guarded } from './errors';
import { beginRebuild, needsRebuild, rebuildStep } from './search/rebuild';

/**
 * Reads the whole database and compares the search index with the candidates it was made from. Returns what is wrong, a line each;
 * an empty list when all is well. Takes seconds on a big workspace.
 */
export function checkDatabase(db: Sqlite): readonly string[] {
  const problems: string[] = [];
  try {
    problems.push(...brokenPages(db));
    const loose = db.pragma('foreign_key_check');
    if (Array.isArray(loose) && loose.length > 0)
      problems.push(`${loose.length} rows refer to nothing`);
    const unindexed = db
      .prepare(
        `SELECT count(*) FROM candidate c WHERE c.merged_into_id IS NULL AND c.num >= coalesce((SELECT below FROM search_state), 0)
           AND NOT EXISTS (SELECT 1 FROM candidate_document d JOIN candidate_facets f ON f.num = d.num WHERE d.num = c.num AND f.packed IS NOT NULL)`,
      )
      .pluck()
      .get();
    if (unindexed !== 0)
      problems.push(`${String(unindexed)} candidates are not in the search index`);
    const state = needsRebuild(db);
    if (state === 'missing') problems.push('the search index is missing');
    if (state === 'whole' && !db.readonly) checkSearchIndex(db, problems);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems;
}

/**
 * Every page read. FTS5 keeps in memory how its index was laid out when this connection searched last, and the check goes by that: where
 * another connection has merged the index since, it would find a whole one broken. A question before it, of the same moment, reads it anew.
 */
function brokenPages(db: Sqlite): readonly string[] {
  return db.transaction(() => {
    const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'candidate_fts'");
    if (isThere.get() !== undefined)
      db.prepare("SELECT 1 FROM candidate_fts WHERE candidate_fts MATCH 'a' LIMIT 1").get();
    const lines = db.prepare('PRAGMA quick_check(20)').pluck().all();
    return lines.map(String).filter((text) => text !== 'ok');
  })();
}

/** Makes the search index anew, at once and to the end. */
export function rebuildSearchIndex(db: Sqlite): void {
  beginRebuild(db);
  while (rebuildStep(db)) {
    // Step by step, as in the background.
  }
}

/**
 * Merges the search index a little (rare words are found 2.5 times slower in one that is never merged). For idle moments, over and over: each call takes some tens of milliseconds. Returns false when there was nothing left to do.
 */
export function tidySearchIndex(db: Sqlite): boolean {
  return guarded(() => {
    const before = changesSoFar(db);
    db.exec("INSERT INTO candidate_fts(candidate_fts, rank) VALUES ('merge', 64)");
    // FTS5 tells through the change counter: fewer than two changes mean that nothing was merged (fts5.html, section 6.8).
    return changesSoFar(db) - before >= 2;
  });
}

const changesSoFar = (db: Sqlite): number =>
  Number(db.prepare('SELECT total_changes()').pluck().get());

// With rank 1 FTS5 reads the text again and compares; it is a write in form only, so a read-only connection cannot ask.
function checkSearchIndex(db: Sqlite, problems: string[]): void {
  try {
    db.exec("INSERT INTO candidate_fts(candidate_fts, rank) VALUES ('integrity-check', 1)");
  } catch {
    problems.push('the search index differs from the candidates');
  }
}
