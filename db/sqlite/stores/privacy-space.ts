import { PAGE_SIZE, type Sqlite } from '../connection';
import { guarded } from '../errors';

/** A database of at most so many bytes is written anew as a whole: some three seconds, and as much memory. */
const WRITTEN_ANEW = 512 * 1024 * 1024;

/**
 * Overwrites what deleted rows leave in the file: in pages nobody uses any more, and in the journal. A database that is not too big is
 * written anew, which also cleans the gaps of pages in use and the index of words; else those may hold pieces of what stood there until
 * they are used again. False when the journal could not be emptied because somebody was reading; then it has to be tried again.
 */
export function overwriteDeleted(db: Sqlite): boolean {
  return guarded(() => {
    const size = Number(db.pragma('page_count', { simple: true })) * PAGE_SIZE;
    db.pragma('secure_delete = ON');
    try {
      if (size <= WRITTEN_ANEW) {
        // Words of earlier versions of a text are only marked as gone until segments are merged.
        db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
        db.exec('VACUUM');
      } else overwriteFreePages(db);
    } finally {
      db.pragma('secure_delete = OFF');
    }
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]; // sqlite.org/pragma.html
    return result?.busy === 0;
  });
}

/** Takes every free page into a table of zeroes and lets go of it again; with `secure_delete` a page is cleaned as it is let go. */
export function overwriteFreePages(db: Sqlite): void {
  const free = (): number => Number(db.pragma('freelist_count', { simple: true }));
  db.transaction(() => {
    db.exec('CREATE TABLE erased_space (filling BLOB NOT NULL) STRICT');
    const fill = db.prepare('INSERT INTO erased_space (filling) VALUES (zeroblob(?))');
    for (let left = free(); left > 0; left = free()) {
      fill.run(Math.min(left, PAGES_AT_ONCE) * PAGE_SIZE);
    }
    db.exec('DROP TABLE erased_space');
  }).immediate();
}
const PAGES_AT_ONCE = 2048;
