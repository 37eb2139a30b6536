import Database from 'better-sqlite3';
import { type Clock, nowIso, systemClock } from '@/shared/kit/clock';

/** A connection to the database of one workspace. Stays inside db/ and what wires it. */
export type Sqlite = Database.Database;

/**
 * What a database is encrypted with: 32 bytes of key. `plain`: it is kept in clear, as benchmarks, evaluations and tests keep theirs; the
 * product never makes one.
 */
export type DatabaseKey = Uint8Array | 'plain';

/** Big pages suit long texts and the full-text index; the size is fixed when the file is made. */
export const PAGE_SIZE = 16_384;

/** 'LLdb': tells a Longlist database from any other SQLite file. */
export const APPLICATION_ID = 0x4c4c6462;

/** Versions before this one can corrupt a database when a WAL file is reset while another connection reads. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Opens the one writing connection. A key that does not fit shows with the first read: SQLITE_NOTADB. */
export function connectForWriting(path: string, key: DatabaseKey): Sqlite {
  const db = new Database(path);
  try {
    // First of all: after any other statement the key would not be taken.
    unlock(db, key);
    assertSqliteVersion(db);
    tellTime(db, systemClock);
    db.pragma('busy_timeout = 5000');
    db.pragma(`page_size = ${PAGE_SIZE}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    db.pragma('temp_store = MEMORY');
    db.pragma('journal_size_limit = 67108864');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a connection that cannot write, for query workers and for looking at a backup. */
export function connectForReading(path: string, key: DatabaseKey): Sqlite {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    // First of all: after any other statement the key would not be taken.
    unlock(db, key);
    assertSqliteVersion(db);
    tellTime(db, systemClock);
    db.pragma('busy_timeout = 5000');
    db.pragma('query_only = ON');
    // What the system has of the file in memory, all connections share; what this one keeps beside it saves it a copy of 16 KB.
    db.pragma('cache_size = -8192');
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** AEGIS-256: encrypted and authenticated page by page. The key is given as it is: nothing is derived from it that would take time. */
function unlock(db: Sqlite, key: DatabaseKey): void {
  if (key === 'plain') return;
  db.pragma("cipher = 'aegis'");
  const raw = rawKey(key);
  // The build with ciphers has one method more than the types know.
  (db as Sqlite & { readonly key: (raw: Buffer) => void }).key(raw);
  raw.fill(0);
}

/** The key in the form that is taken as it is, for `key()` and for ATTACH … KEY. Wipe it after use. */
export const rawKey = (key: DatabaseKey): Buffer =>
  key === 'plain' ? Buffer.alloc(0) : Buffer.concat([Buffer.from('raw:', 'latin1'), key]);

/** What `moment_now()` answers in a statement on this connection: a share that expires ends without a write. */
export function tellTime(db: Sqlite, clock: Clock): void {
  db.function('moment_now', { deterministic: false }, () => nowIso(clock));
}

/** Writes what is written already, and nothing else: throws what the disk says where the database cannot be written. */
export function markWritable(db: Sqlite): void {
  db.pragma(`user_version = ${Number(db.pragma('user_version', { simple: true }))}`);
}

/** Throws where the library is one that can corrupt a database. */
export function assertSqliteVersion(db: Sqlite): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest)
      throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} is needed.`);
  }
}
