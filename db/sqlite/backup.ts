import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import { connectForReading, type DatabaseKey, type Sqlite } from './connection';
import { guarded } from './errors';

/**
 * Writes a whole, compact copy of the database to `target`, encrypted with the same `key`, and reads it back before it gets its name: a
 * file called a backup is one.
 * (`VACUUM INTO` and not the backup API, which fails on encrypted databases.)
 * Errors: STORAGE_UNAVAILABLE when there is no room; WORKSPACE_DAMAGED when the copy does not check out.
 */
export function backupDatabase(db: Sqlite, target: string, key: DatabaseKey): void {
  guarded(() => {
    mkdirSync(path.dirname(target), { recursive: true });
    const unfinished = `${target}.part`;
    rmSync(unfinished, { force: true });
    try {
      db.prepare('VACUUM INTO ?').run(unfinished);
      verifyCopy(db, unfinished, key);
      const handle = openSync(unfinished, 'r+');
      fsyncSync(handle);
      closeSync(handle);
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

function verifyCopy(db: Sqlite, copyPath: string, key: DatabaseKey): void {
  const copy = connectForReading(copyPath, key);
  try {
    const same =
      existsSync(copyPath) &&
      copy.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      ['candidate', 'resume', 'commit_log'].every((table) => rows(copy, table) === rows(db, table));
    if (!same) {
      throw new AppError(
        'WORKSPACE_DAMAGED',
        'The backup could not be read back and was discarded.',
      );
    }
  } finally {
    copy.close();
  }
}

const rows = (db: Sqlite, table: string): unknown =>
  db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
