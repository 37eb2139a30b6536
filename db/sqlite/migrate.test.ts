import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectForWriting, type Sqlite } from './connection';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate';
import { MIGRATIONS } from './migrations';
import * as schema from './schema';

describe('migrations', () => {
  let db: Sqlite;
  beforeEach(() => {
    db = connectForWriting(':memory:');
  });
  afterEach(() => db.close());

  it('are bundled as they stand in their files (an index.ts nobody wrote anew)', () => {
    const folder = path.join(import.meta.dirname, 'migrations');
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    expect(MIGRATIONS.map((migration) => `${migration.name}.sql`)).toEqual(files);
    for (const { name, sql } of MIGRATIONS) {
      expect(readFileSync(path.join(folder, `${name}.sql`), 'utf8')).toBe(sql);
    }
  });

  it('make every table STRICT and give it the columns of the schema (a change of the schema without a migration)', () => {
    migrate(db);
    expect(schemaVersionOf(db)).toBe(SCHEMA_VERSION);
    const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      const name = getTableName(table);
      const listed = db
        .prepare('SELECT strict FROM pragma_table_list WHERE name = ?')
        .pluck()
        .get(name);
      expect([name, listed]).toEqual([name, 1]);
      const columns = db
        .prepare('SELECT name, "notnull" FROM pragma_table_info(?) ORDER BY name')
        .raw()
        .all(name);
      const wanted = Object.values(getTableColumns(table)).map((column) => [
        column.name,
        column.notNull ? 1 : 0,
      ]);
      expect([name, columns]).toEqual([name, wanted.sort()]);
    }
  });

  it('leave a database at the last whole version when one fails', () => {
    migrate(db, 1);
    db.exec('CREATE TABLE candidate_fts (taken INTEGER)');
    expect(() => migrate(db)).toThrow();
    expect(schemaVersionOf(db)).toBe(1);
    expect(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'candidate_text'").pluck().get(),
    ).toBe(0);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.exec('DROP TABLE candidate_fts');
    migrate(db);
    expect(schemaVersionOf(db)).toBe(SCHEMA_VERSION);
  });
});
