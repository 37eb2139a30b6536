import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { backupDatabase } from './backup';
import { checkDatabase } from './check';
import { APPLICATION_ID, connectForReading, connectForWriting, type Sqlite } from './connection';
import { guarded } from './errors';
import { lockWorkspace } from './lock';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate';

/** Something a person should be told although the workspace opened. */
export type OpenNotice =
  /** The newest changes were in a journal file that somebody removed after a crash; what remains is whole. */
  'journal-missing';

export interface WorkspaceDatabase {
  readonly db: Sqlite;
  /** Absolute path of the database, for the query workers. */
  readonly path: string;
  /** True when this opening made the database. */
  readonly created: boolean;
  /** The identity given to the database file when it was made. */
  readonly databaseId: string;
  /** The last process that had it open did not close it. */
  readonly endedUncleanly: boolean;
  readonly notices: readonly OpenNotice[];
  readonly close: () => void;
}

export const databasePathIn = (dir: string): string => path.join(dir, 'longlist.db');
export const backupsIn = (dir: string): string => path.join(dir, 'backups');

/**
 * Opens the database of the workspace in `dir` for writing, for this process alone; makes it when there is none. An older schema is
 * migrated after a verified backup.
 *
 * Errors: WORKSPACE_BUSY (open elsewhere), WORKSPACE_DAMAGED (an empty, foreign, cut or corrupt file, or the database is gone while its
 * journal or backups are there; the file is left as it is, never replaced by a new database), WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE.
 */
export function openWorkspaceDatabase(
  dir: string,
  deps: { readonly clock: Clock },
): WorkspaceDatabase {
  return guarded(() => {
    makeFolder(dir);
    const unlock = lockWorkspace(path.join(dir, 'lock.db'));
    try {
      const created = !existsSync(databasePathIn(dir));
      if (created) createDatabase(dir, deps.clock);
      return openExisting(dir, { created, unlock, clock: deps.clock });
    } catch (error) {
      unlock();
      throw error;
    }
  });
}

/**
 * Opens a read-only connection beside the writing one. Takes no lock and changes nothing.
 * Errors: as for opening to write, without WORKSPACE_BUSY; WORKSPACE_TOO_NEW also stands for a schema that is not migrated yet.
 */
export function openForReading(databasePath: string): Sqlite {
  return guarded(() => {
    inspectFile(databasePath);
    const db = connectForReading(databasePath);
    if (schemaVersionOf(db) !== SCHEMA_VERSION) {
      db.close();
      throw tooNew();
    }
    return db;
  });
}

/**
 * Opens the workspace in `dir` only to read, also while another process writes to it: takes no lock and leaves no mark.
 * Null when it has to be opened for writing first: it is not there, is of an older schema, or lost its journal in a crash.
 * Errors: WORKSPACE_DAMAGED, WORKSPACE_TOO_NEW.
 */
export function openWorkspaceToRead(dir: string): WorkspaceDatabase | null {
  return guarded(() => {
    const file = databasePathIn(dir);
    const journalGone =
      sizeOf(`${file}-wal`) === null && existsSync(path.join(dir, 'longlist.open'));
    if (!existsSync(file) || journalGone) return null;
    inspectFile(file);
    const db = connectForReading(file);
    try {
      if (schemaVersionOf(db) < SCHEMA_VERSION) {
        db.close();
        return null;
      }
      if (schemaVersionOf(db) > SCHEMA_VERSION) throw tooNew();
      const databaseId = identityOf(db);
      return {
        db,
        path: file,
        created: false,
        databaseId,
        endedUncleanly: false,
        notices: [],
        close: () => db.close(),
      };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function openExisting(
  dir: string,
  how: { readonly created: boolean; readonly unlock: () => void; readonly clock: Clock },
): WorkspaceDatabase {
  const file = databasePathIn(dir);
  const marker = path.join(dir, 'longlist.open');
  const journal = sizeOf(`${file}-wal`);
  const endedUncleanly = existsSync(marker);
  const journalGone = journal === null && endedUncleanly;
  inspectFile(file);
  const db = connectForWriting(file);
  try {
    const databaseId = identityOf(db);
    if (schemaVersionOf(db) > SCHEMA_VERSION) throw tooNew();
    // After a crash the journal is folded in before the length is compared with what the database says it has.
    if (journal !== null) db.pragma('wal_checkpoint(TRUNCATE)');
    inspectFile(file);
    if (journalGone && checkDatabase(db).length > 0) throw damaged('its journal is missing');
    bringUpToDate(db, dir, how.clock);
    writeFileSync(marker, '');
    return {
      db,
      path: file,
      created: how.created,
      databaseId,
      endedUncleanly,
      notices: journalGone ? ['journal-missing'] : [],
      close: () => {
        // The marker goes first: SQLite removes the journal when the last connection closes.
        rmSync(marker, { force: true });
        if (db.open) db.close();
        how.unlock();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Made under another name and renamed when whole, so that a crash on the way leaves nothing that looks like a workspace. */
function createDatabase(dir: string, clock: Clock): void {
  refuseToReplace(dir);
  const file = databasePathIn(dir);
  const unfinished = `${file}.new`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  const db = connectForWriting(unfinished);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    db.prepare('INSERT INTO database_identity (id, created_at) VALUES (?, ?)').run(
      newId(),
      clock.now().toISOString(),
    );
  } finally {
    db.close();
  }
  renameSync(unfinished, file);
  syncFolder(dir);
}

/** The database is missing: was there one? */
function refuseToReplace(dir: string): void {
  const journal = sizeOf(`${databasePathIn(dir)}-wal`);
  const backups = existsSync(backupsIn(dir))
    ? readdirSync(backupsIn(dir)).filter((name) => name.endsWith('.db'))
    : [];
  if ((journal ?? 0) > 0 || backups.length > 0) {
    throw damaged('the database file is missing while its journal or its backups are there');
  }
}

function bringUpToDate(db: Sqlite, dir: string, clock: Clock): void {
  const from = schemaVersionOf(db);
  if (from === SCHEMA_VERSION) return;
  const stamp = clock.now().toISOString().replaceAll(':', '-');
  backupDatabase(
    db,
    path.join(backupsIn(dir), `before-schema-${SCHEMA_VERSION}-from-${from}-${stamp}.db`),
  );
  migrate(db);
}

function identityOf(db: Sqlite): string {
  const id = db.prepare('SELECT id FROM database_identity').pluck().get();
  if (typeof id !== 'string') throw damaged('it has no identity');
  return id;
}

/** Reads the header without SQLite, which would take an empty file for a new database. Format: sqlite.org/fileformat2.html §1.3. */
function inspectFile(file: string): void {
  const bytes = sizeOf(file);
  if (bytes === null) throw damaged('the file is missing');
  if (bytes < 100) throw damaged('the file is empty');
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged('not a database');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw damaged('not a Longlist database');
  if (header.readUInt32BE(60) > SCHEMA_VERSION) throw tooNew();
  // With a journal beside it the file may be shorter than its header says, in the middle of a checkpoint.
  const pageSize = header.readUInt16BE(16);
  const journal = sizeOf(`${file}-wal`) ?? 0;
  if (journal === 0 && bytes < header.readUInt32BE(28) * pageSize)
    throw damaged('the file is cut short');
}

const damaged = (what: string): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    `The workspace database cannot be used: ${what}. The file was left as it is; a backup can be restored.`,
  );

const tooNew = (): AppError =>
  new AppError(
    'WORKSPACE_TOO_NEW',
    'This workspace was written by a newer Longlist. Update Longlist to open it; nothing was changed.',
  );

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw new AppError(
      'STORAGE_UNAVAILABLE',
      'The folder of the workspace cannot be made or reached.',
    );
  }
}

/** A rename is only safe from a power cut once its folder is written. Windows cannot open folders and needs no such call. */
function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size;
  } catch {
    return null;
  }
}
