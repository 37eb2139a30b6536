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
import {
  APPLICATION_ID,
  connectForReading,
  connectForWriting,
  type DatabaseKey,
  type Sqlite,
} from './connection';
import { guarded } from './errors';
import { backupsIn, databasePathIn } from './places';
import { lockWorkspace } from './lock';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate';

export { backupsIn, databasePathIn };

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
  /** What it is encrypted with, for other connections in this process and its threads. */
  readonly key: DatabaseKey;
  /** The last process that had it open did not close it. */
  readonly endedUncleanly: boolean;
  readonly notices: readonly OpenNotice[];
  readonly close: () => void;
}

/** How a database is opened. */
export interface OpenDeps {
  readonly clock: Clock;
  readonly key: DatabaseKey;
  /** The identity of the database, which its keys are bound to; one that is made gets it. */
  readonly databaseId?: string;
}

/**
 * Opens the database of the workspace in `dir` for writing, for this process alone; makes it when there is none. An older schema is
 * migrated after a verified backup.
 *
 * Errors: WORKSPACE_BUSY (open elsewhere), WORKSPACE_DAMAGED (an empty, foreign, cut or corrupt file, one that the key does not open, or
 * the database is gone while its journal or backups are there; the file is left as it is, never replaced by a new database),
 * WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE.
 */
export function openWorkspaceDatabase(dir: string, deps: OpenDeps): WorkspaceDatabase {
  return guarded(() => {
    makeFolder(dir);
    const unlock = lockWorkspace(path.join(dir, 'lock.db'));
    try {
      const created = !existsSync(databasePathIn(dir));
      if (created) createDatabase(dir, deps);
      return openExisting(dir, { ...deps, created, unlock });
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
export function openForReading(databasePath: string, key: DatabaseKey): Sqlite {
  return guarded(() => {
    inspectFile(databasePath, key);
    const db = connectForReading(databasePath, key);
    try {
      assertOurs(db);
      if (schemaVersionOf(db) !== SCHEMA_VERSION) throw tooNew();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** The identity of a database in clear, before it is encrypted. Errors: WORKSPACE_DAMAGED, WORKSPACE_TOO_NEW. */
export function plainIdentity(dir: string): string {
  return guarded(() => {
    inspectFile(databasePathIn(dir), 'plain');
    const db = connectForReading(databasePathIn(dir), 'plain');
    try {
      return identityOf(db);
    } finally {
      db.close();
    }
  });
}

/**
 * Opens the workspace in `dir` only to read, also while another process writes to it: takes no lock and leaves no mark.
 * Null when it has to be opened for writing first: it is not there, is of an older schema, or lost its journal in a crash.
 * Errors: WORKSPACE_DAMAGED, WORKSPACE_TOO_NEW.
 */
export function openWorkspaceToRead(dir: string, key: DatabaseKey): WorkspaceDatabase | null {
  return guarded(() => {
    const file = databasePathIn(dir);
    const journalGone =
      sizeOf(`${file}-wal`) === null && existsSync(path.join(dir, 'longlist.open'));
    if (!existsSync(file) || journalGone) return null;
    inspectFile(file, key);
    const db = connectForReading(file, key);
    try {
      assertOurs(db);
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
        key,
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
  how: OpenDeps & { readonly created: boolean; readonly unlock: () => void },
): WorkspaceDatabase {
  const { key } = how;
  const file = databasePathIn(dir);
  const marker = path.join(dir, 'longlist.open');
  const journal = sizeOf(`${file}-wal`);
  const endedUncleanly = existsSync(marker);
  const journalGone = journal === null && endedUncleanly;
  inspectFile(file, key);
  const db = connectForWriting(file, key);
  try {
    assertOurs(db);
    const databaseId = identityOf(db);
    if (how.databaseId !== undefined && how.databaseId !== databaseId) {
      throw damaged('its keys are those of another workspace');
    }
    if (schemaVersionOf(db) > SCHEMA_VERSION) throw tooNew();
    // After a crash the journal is folded in before the length is compared with what the database says it has.
    if (journal !== null) db.pragma('wal_checkpoint(TRUNCATE)');
    inspectFile(file, key);
    if (journalGone && checkDatabase(db).length > 0) throw damaged('its journal is missing');
    bringUpToDate(db, dir, how);
    writeFileSync(marker, '');
    return {
      db,
      path: file,
      created: how.created,
      databaseId,
      key,
      endedUncleanly,
      notices: journalGone ? ['journal-missing'] : [],
      close: () => {
        try {
          // The marker goes first: SQLite removes the journal when the last connection closes.
          rmSync(marker, { force: true });
        } catch {
          // On a disk that is read-only it stays, and the next opening looks closer.
        }
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
function createDatabase(dir: string, { clock, key, databaseId = newId() }: OpenDeps): void {
  refuseToReplace(dir);
  const file = databasePathIn(dir);
  const unfinished = `${file}.new`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  const db = connectForWriting(unfinished, key);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    db.prepare('INSERT INTO database_identity (id, created_at) VALUES (?, ?)').run(
      databaseId,
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
  if ((journal ?? 0) > 0 || hasRemains(dir)) {
    throw damaged(
      'the database file is missing while its journal, backups or original files are there',
    );
  }
}

/** Whether there are backups of a database, or files that belong to one, in the folder of a workspace. */
export const hasRemains = (dir: string): boolean =>
  namesIn(backupsIn(dir)).some(
    (name) => name.endsWith('.db') || /^longlist-[0-9a-f]{16}$/.test(name),
  ) ||
  // Originals lie in folders of two signs; `tmp` is made with every opening.
  namesIn(path.join(dir, 'originals')).some((name) => /^[0-9a-f]{2}$/.test(name));

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

function bringUpToDate(db: Sqlite, dir: string, { clock, key }: OpenDeps): void {
  const from = schemaVersionOf(db);
  if (from === SCHEMA_VERSION) return;
  const stamp = clock.now().toISOString().replaceAll(':', '-');
  backupDatabase(
    db,
    path.join(backupsIn(dir), `before-schema-${SCHEMA_VERSION}-from-${from}-${stamp}.db`),
    key,
  );
  migrate(db);
}

function identityOf(db: Sqlite): string {
  const id = db.prepare('SELECT id FROM database_identity').pluck().get();
  if (typeof id !== 'string') throw damaged('it has no identity');
  return id;
}

const HEADER = 'SQLite format 3\0';

/** Whether the file at this place is a database in clear, as Longlist kept them before it encrypted. False when there is none. */
export function isPlainDatabase(file: string): boolean {
  return sizeOf(file) !== null && headerOf(file).toString('latin1', 0, 16) === HEADER;
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  return header;
}

/**
 * Looks at the file without SQLite, which would take an empty one for a new database. Of an encrypted one the header says nothing; that
 * it is ours, whole and of our version shows once it is open. Format: sqlite.org/fileformat2.html §1.3.
 */
function inspectFile(file: string, key: DatabaseKey): void {
  const bytes = sizeOf(file);
  if (bytes === null) throw damaged('the file is missing');
  if (bytes < 100) throw damaged('the file is empty');
  const header = headerOf(file);
  const isPlain = header.toString('latin1', 0, 16) === HEADER;
  if (key !== 'plain') {
    // Put there by somebody: ours was encrypted.
    if (isPlain) throw damaged('it is not encrypted, which the database of this workspace was');
    return;
  }
  if (!isPlain) throw damaged('not a database');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw damaged('not a Longlist database');
  if (header.readUInt32BE(60) > SCHEMA_VERSION) throw tooNew();
  // With a journal beside it the file may be shorter than its header says, in the middle of a checkpoint.
  const pageSize = header.readUInt16BE(16);
  const journal = sizeOf(`${file}-wal`) ?? 0;
  if (journal === 0 && bytes < header.readUInt32BE(28) * pageSize)
    throw damaged('the file is cut short');
}

function assertOurs(db: Sqlite): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw damaged('not a Longlist database');
  }
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
export function syncFolder(dir: string): void {
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
