import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { APPLICATION_ID, connectForWriting, type DatabaseKey, type Sqlite } from '../connection';
import { entityTable, ENTITY_NAMES } from '../entities';
import { guarded } from '../errors';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from '../migrate';
import { beginRebuild } from '../search/rebuild';
import { copyTables, countRows, type LeftOut, quoted, tablesIn } from './copy-tables';
import { EXPORTED_TABLES } from './tables';

/**
 * Writes the records that `from` sees at this moment to a new database in clear, for any tool to read. Others' private notes, as they are
 * and as the history has them, are left out: their authors alone are shown them. Answers with how many those are.
 * Errors: STORAGE_UNAVAILABLE. What was begun is for the caller to remove.
 */
export function writePlainDatabase(
  from: Sqlite,
  file: string,
  { actorId, onRows }: { readonly actorId: Id; readonly onRows: (done: number) => void },
): { readonly privateNotes: number } {
  return guarded(() => {
    const notes = othersPrivateNotes(from, actorId);
    const total = Math.max(1, countRows(from, EXPORTED_TABLES));
    const to = connectForWriting(file, 'plain');
    try {
      // One file, that a rollback is not needed for: it is thrown away when it does not come to its end.
      to.pragma('journal_mode = DELETE');
      to.pragma('synchronous = OFF');
      makePlainSchema(to, SCHEMA_VERSION);
      copyTables(from, to, EXPORTED_TABLES, {
        leftOut: (table) => withoutNotes(table, notes),
        onRows: (rows) => onRows(Math.min(1, rows / total)),
      });
    } finally {
      to.close();
    }
    chmodSync(file, 0o600);
    sync(file);
    return { privateNotes: notes.now };
  });
}

interface PrivateNotes {
  /** As JSON, also of those that are deleted. */
  readonly ids: string;
  readonly now: number;
}

function othersPrivateNotes(db: Sqlite, actorId: Id): PrivateNotes {
  const there = db
    .prepare("SELECT id FROM note WHERE visibility = 'private' AND author_id <> ?")
    .pluck()
    .all(actorId);
  const gone = db
    .prepare(
      `SELECT json_extract(row_ids, '$[0]') FROM change_log WHERE entity = 'note' AND op = 'delete'
         AND before ->> 'visibility' = 'private' AND before ->> 'authorId' <> ?`,
    )
    .pluck()
    .all(actorId);
  return { ids: JSON.stringify([...there, ...gone]), now: there.length };
}

function withoutNotes(table: string, { ids }: PrivateNotes): LeftOut | null {
  if (table === 'note') {
    return { where: 'id IN (SELECT value FROM json_each(?))', params: [ids] };
  }
  if (table === 'change_log') {
    const where = `entity = 'note' AND EXISTS (SELECT 1 FROM json_each(row_ids) AS one WHERE one.value IN (SELECT value FROM json_each(?)))`;
    return { where, params: [ids] };
  }
  return null;
}

/**
 * Opens the database of an export, which anybody may have made: only to read, without what it may bring along (triggers, views, functions
 * of a schema that is not ours), and only if its schema is ours to the letter.
 * Errors: INVALID with what is wrong, WORKSPACE_TOO_NEW.
 */
export function openPlainDatabase(file: string): Sqlite {
  if (['-wal', '-shm', '-journal'].some((end) => existsSync(file + end))) {
    throw foreign('there is a journal beside its database');
  }
  if (!isRolledBack(file)) throw foreign('its database is no SQLite file of its own');
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('query_only = ON');
    db.pragma('temp_store = MEMORY');
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw foreign('its database is not of Longlist');
    }
    const version = schemaVersionOf(db);
    if (version > SCHEMA_VERSION) throw tooNew();
    if (version < FIRST_EXPORTED) {
      throw foreign('its tables are older than full exports of Longlist are');
    }
    if (schemaOf(db) !== plainSchemaOf(version)) {
      throw foreign('the tables of its database are not those of Longlist');
    }
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw foreign('its database is damaged');
    }
    return db;
  } catch (error) {
    db.close();
    throw error instanceof Database.SqliteError ? foreign('its database is damaged') : error;
  }
}

/** The version of the tables that the first full exports had. Every later one is opened, and brought up to that of today. */
export const FIRST_EXPORTED = 9;

/** What an export of this version of the tables has to have, to the letter. */
function plainSchemaOf(version: number): string {
  const db = new Database(':memory:');
  try {
    makePlainSchema(db, version);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

/** The tables of a version, but for those that do not leave a workspace, in an empty database. */
export function makePlainSchema(db: Sqlite, version: number): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, version);
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TABLE IF EXISTS candidate_fts; DROP VIEW IF EXISTS candidate_text');
  for (const table of tablesIn(db)) {
    if (!EXPORTED_TABLES.includes(table)) db.exec(`DROP TABLE ${quoted(table)}`);
  }
}

const schemaOf = (db: Sqlite): string =>
  JSON.stringify(
    db
      .prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY type, name",
      )
      .raw()
      .all(),
  );

/**
 * Makes a new database at `file`, encrypted with `key`, of the records of an export, brought up to the schema of today. The search index is
 * made when it is opened. Errors: INVALID where a record breaks a rule, STORAGE_UNAVAILABLE.
 */
export function readPlainDatabase(
  from: Sqlite,
  file: string,
  { key, onRows }: { readonly key: DatabaseKey; readonly onRows: (done: number) => void },
): void {
  const to = connectForWriting(file, key);
  try {
    guarded(() => {
      to.pragma('journal_mode = DELETE');
      to.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(to, schemaVersionOf(from));
      to.exec('DELETE FROM database_identity');
      const tables = tablesIn(from).filter((table) => EXPORTED_TABLES.includes(table));
      const total = Math.max(1, countRows(from, tables));
      try {
        copyTables(from, to, tables, { onRows: (rows) => onRows(Math.min(1, rows / total)) });
      } catch (error) {
        throw breaksARule(error) ? foreign('a record in its database breaks a rule') : error;
      }
      migrate(to);
      refuseBrokenJson(to);
      stopWhatWasUnderWay(to);
      beginRebuild(to);
    });
  } finally {
    to.close();
  }
  sync(file);
}

const breaksARule = (error: unknown): boolean =>
  !(error instanceof Database.SqliteError) ||
  /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG|ERROR|CORRUPT)/.test(error.code);

/** Every reader counts on it that what is kept as JSON is. */
function refuseBrokenJson(db: Sqlite): void {
  for (const entity of ENTITY_NAMES) {
    const { sql, columns } = entityTable(entity);
    const texts = columns.filter(({ kind }) => kind === 'json');
    if (texts.length === 0) continue;
    const broken = texts.map((column) => `NOT coalesce(json_valid(${column.sql}), 1)`).join(' OR ');
    const first = db.prepare(`SELECT 1 FROM ${sql} WHERE ${broken} LIMIT 1`).get();
    if (first !== undefined) throw foreign('a record in its database cannot be read');
  }
}

/** Folders are those of another computer until somebody says otherwise, and the files of what was coming in are not here. */
function stopWhatWasUnderWay(db: Sqlite): void {
  db.exec(`
    UPDATE watched_folder SET state = 'paused' WHERE state <> 'paused';
    UPDATE task SET state = 'cancelled', finished_at = coalesce(finished_at, updated_at) WHERE state IN ('running', 'paused');
    UPDATE table_import SET state = 'cancelled' WHERE state = 'running';
    DELETE FROM reparse_item WHERE reparse_id IN (SELECT id FROM reparse WHERE state <> 'ready');
    DELETE FROM reparse WHERE state <> 'ready';
  `);
}

const HEADER = 'SQLite format 3\0';

/** Whether it is a database in clear that keeps no journal of its own: reading it then makes no file beside it. */
function isRolledBack(file: string): boolean {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) return false;
  } finally {
    closeSync(handle);
  }
  // sqlite.org/fileformat2.html §1.3.3: 1 is a rollback journal, 2 is WAL.
  return header.toString('latin1', 0, 16) === HEADER && header[18] === 1 && header[19] === 1;
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const foreign = (what: string): AppError =>
  new AppError(
    'INVALID',
    `This is not an export that Longlist can open: ${what}. Nothing was made.`,
    { reason: 'foreign' },
  );

const tooNew = (): AppError =>
  new AppError(
    'WORKSPACE_TOO_NEW',
    'This export was made by a newer Longlist. Update Longlist to open it; nothing was made.',
  );
