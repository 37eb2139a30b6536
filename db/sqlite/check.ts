import type { Sqlite } from './connection';
import { guarded } from './errors';

/**
 * Reads the whole database and compares the search index with the candidates it was made from. Returns what is wrong, a line each;
 * an empty list when all is well. Takes seconds on a big workspace.
 */
export function checkDatabase(db: Sqlite): readonly string[] {
  const problems: string[] = [];
  try {
    const pages = db.pragma('quick_check(20)');
    if (Array.isArray(pages)) {
      for (const row of pages) {
        const text = String(Object.values(row)[0]);
        if (text !== 'ok') problems.push(text);
      }
    }
    const loose = db.pragma('foreign_key_check');
    if (Array.isArray(loose) && loose.length > 0)
      problems.push(`${loose.length} rows refer to nothing`);
    const unindexed = db
      .prepare(
        'SELECT count(*) FROM candidate c WHERE NOT EXISTS (SELECT 1 FROM candidate_document d WHERE d.num = c.num)',
      )
      .pluck()
      .get();
    if (unindexed !== 0) problems.push(`${unindexed} candidates are not in the search index`);
    if (!db.readonly) checkSearchIndex(db, problems);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems;
}

/** Makes the search index anew from the records' text. */
export function rebuildSearchIndex(db: Sqlite): void {
  guarded(() => db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('rebuild')"));
}

// With rank 1 FTS5 reads the text again and compares; it is a write in form only, so a read-only connection cannot ask.
function checkSearchIndex(db: Sqlite, problems: string[]): void {
  try {
    db.exec("INSERT INTO candidate_fts(candidate_fts, rank) VALUES ('integrity-check', 1)");
  } catch {
    problems.push('the search index differs from the candidates');
  }
}
