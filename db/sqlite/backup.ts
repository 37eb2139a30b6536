import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import { connectForReading, type DatabaseKey, type Sqlite } from './connection';
import { guarded } from './errors';
import { schemaVersionOf } from './migrate';
import { chainTail } from './stores/audit-chain';
import { statementsOf } from './statements';

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

/**
 * Writes a copy of the database `source` to `target`, encrypted with the same key, from a connection of its own: others go on writing
 * meanwhile, the copy is of one moment. On the disk for certain when this returns. Errors: those of the driver, as they are, for whoever
 * calls knows which of the two places they speak of.
 */
export function copyDatabase(source: string, target: string, key: DatabaseKey): void {
  const db = connectForReading(source, key);
  try {
    // The connection cannot write to `source`, which is opened to read; it has to be let write the copy.
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
  const handle = openSync(target, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a copy of a workspace's database says of itself. */
export interface CopyFacts {
  readonly databaseId: string;
  readonly schema: number;
  readonly workspaceName: string;
  readonly counts: {
    readonly candidates: number;
    readonly jobs: number;
    readonly clients: number;
    readonly users: number;
    readonly auditEntries: number;
  };
  /** Where its audit log ends; null when it has not begun. */
  readonly audit: { readonly seq: number; readonly hash: string } | null;
}

/** Opens a copy, reads every page of it, and answers with what it holds. Errors: WORKSPACE_DAMAGED, STORAGE_UNAVAILABLE. */
export function inspectCopy(file: string, key: DatabaseKey): CopyFacts {
  return checked(file, key, (db) => {
    const one = (sql: string): unknown => db.prepare(sql).pluck().get();
    return {
      databaseId: String(one('SELECT id FROM database_identity')),
      schema: schemaVersionOf(db),
      workspaceName: String(one("SELECT coalesce(max(name), '') FROM workspace")),
      counts: countsOf(db),
      audit: chainTail(statementsOf(db)),
    };
  });
}

/** The same counts of a database in use. */
export const countsOf = (db: Sqlite): CopyFacts['counts'] => {
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  return {
    candidates: count('SELECT count(*) FROM candidate WHERE merged_into_id IS NULL'),
    jobs: count('SELECT count(*) FROM job'),
    clients: count('SELECT count(*) FROM client'),
    users: count('SELECT count(*) FROM user'),
    auditEntries: count('SELECT count(*) FROM audit_entry'),
  };
};

/** Opens a copy of any database and reads every page of it. Errors: as above. */
export const checkPages = (file: string, key: DatabaseKey): void =>
  checked(file, key, () => undefined);

function checked<T>(file: string, key: DatabaseKey, read: (db: Sqlite) => T): T {
  return guarded(() => {
    const db = connectForReading(file, key);
    try {
      if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
        throw new AppError('WORKSPACE_DAMAGED', 'The copy of the database is damaged.');
      }
      return read(db);
    } finally {
      db.close();
    }
  });
}

/** The SHA-256 of every original file that the database speaks of. */
export const originalsNamed = (file: string, key: DatabaseKey): readonly string[] =>
  guarded(() => {
    const db = connectForReading(file, key);
    try {
      return db.prepare('SELECT DISTINCT sha256 FROM resume').pluck().all().map(String);
    } finally {
      db.close();
    }
  });
