import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import {
  connectForReading,
  connectForWriting,
  type DatabaseKey,
  rawKey,
  type Sqlite,
} from './connection';
import { guarded } from './errors';
import { SCHEMA_VERSION, schemaVersionOf } from './migrate';
import { isPlainDatabase, syncFolder } from './open';

/** The name of what is being written, beside the database it takes the place of. */
export const rewrittenBeside = (file: string): string => `${file}.rewritten`;

/**
 * Encrypts the database `file` with the key `to`; until now it is encrypted with `from`, or in clear. A whole copy is written and compared
 * with the database before it takes its place in one step, so that a crash leaves the one or the other; where it was done already, nothing
 * is. `backup` names a second copy that stays. Nobody else may have the database open to write.
 * Errors: WORKSPACE_DAMAGED when neither key opens it or the copy is not the same, WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE.
 */
export function rewriteDatabase(
  file: string,
  keys: { readonly from: DatabaseKey; readonly to: Uint8Array },
  backup: string | null,
): void {
  guarded(() => {
    const copy = rewrittenBeside(file);
    for (const end of ['', '-wal', '-shm', '-journal', '.key']) rmSync(copy + end, { force: true });
    if (!isPlainDatabase(file) && opensWith(file, keys.to)) return;
    const journalWasThere = existsSync(`${file}-wal`);
    foldJournalIn(file, keys.from);
    vacuumInto(file, copy, keys);
    compare(file, copy, keys);
    sync(copy);
    if (backup !== null && !existsSync(backup)) keepBackup(copy, backup);
    renameSync(copy, file);
    syncFolder(path.dirname(file));
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    // With its journal folded in, the database was closed as it should be.
    if (journalWasThere && path.basename(file) === 'longlist.db')
      rmSync(path.join(path.dirname(file), 'longlist.open'), { force: true });
  });
}

/** Whether this key opens the database. */
function opensWith(file: string, key: DatabaseKey): boolean {
  let db: Sqlite | null = null;
  try {
    db = connectForReading(file, key);
    schemaVersionOf(db);
    return true;
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

function foldJournalIn(file: string, key: DatabaseKey): void {
  const db = connectForWriting(file, key);
  try {
    if (schemaVersionOf(db) > SCHEMA_VERSION) {
      throw new AppError(
        'WORKSPACE_TOO_NEW',
        'This workspace was written by a newer Longlist. Update Longlist to open it; nothing was changed.',
      );
    }
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** VACUUM writes with the key of the connection's first database, whichever of those attached it copies. */
function vacuumInto(
  file: string,
  copy: string,
  keys: { readonly from: DatabaseKey; readonly to: Uint8Array },
): void {
  const lender = `${copy}.key`;
  const db = connectForWriting(lender, keys.to);
  try {
    const from = rawKey(keys.from);
    db.prepare('ATTACH ? AS old KEY ?').run(file, keys.from === 'plain' ? '' : from);
    from.fill(0);
    db.prepare('VACUUM old INTO ?').run(copy);
  } finally {
    db.close();
    for (const end of ['', '-wal', '-shm']) rmSync(lender + end, { force: true });
  }
}

/** What it was and what it is: as many rows in every table, every page readable. */
function compare(
  file: string,
  copy: string,
  keys: { readonly from: DatabaseKey; readonly to: Uint8Array },
): void {
  const old = connectForReading(file, keys.from);
  const written = connectForReading(copy, keys.to);
  try {
    const same =
      written.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      schemaVersionOf(written) === schemaVersionOf(old) &&
      JSON.stringify(rowCounts(written)) === JSON.stringify(rowCounts(old));
    if (!same) {
      throw new AppError(
        'WORKSPACE_DAMAGED',
        'The encrypted copy of the database could not be read back as it should be and was discarded. The database was left as it is.',
      );
    }
  } finally {
    old.close();
    written.close();
  }
}

/** Of the tables that hold something themselves. */
function rowCounts(db: Sqlite): readonly (readonly [unknown, unknown])[] {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all();
  return names.map((name) => [
    name,
    db
      .prepare(`SELECT count(*) FROM "${String(name).replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  ]);
}

function keepBackup(copy: string, backup: string): void {
  mkdirSync(path.dirname(backup), { recursive: true, mode: 0o700 });
  const unfinished = `${backup}.part`;
  // On file systems that can, the two share their blocks until one is written to.
  copyFileSync(copy, unfinished, constants.COPYFILE_FICLONE);
  sync(unfinished);
  renameSync(unfinished, backup);
  syncFolder(path.dirname(backup));
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
