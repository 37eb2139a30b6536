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
    db = connectForWriting(':memory:', 'plain');
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
        .prepare('SELECT name, "notnull" FROM pragma_table_xinfo(?) ORDER BY name')
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

describe('the migration to review marks', () => {
  it('marks candidates that are here already and counts those that are not archived', () => {
    const db = connectForWriting(':memory:', 'plain');
    try {
      migrate(db, 3);
      db.exec(
        "INSERT INTO user (id, version, created_at, created_by, updated_at, name, role, status) VALUES ('u', 1, 't', 'u', 't', 'U', 'admin', 'active')",
      );
      const frame = "1, 't', 'u', 't'";
      const low = JSON.stringify({ source: 'resume', confidence: 0.4 });
      const sure = JSON.stringify({ source: 'resume', confidence: 0.9 });
      const confirmed = JSON.stringify({ source: 'person', read: { confidence: 0.4 } });
      const person = (num: number, archived: number, name: string, skill: string): void => {
        db.exec(`INSERT INTO candidate (num, id, version, created_at, created_by, updated_at, name, owner_id, source, do_not_contact, provenance)
          VALUES (${num}, 'c${num}', ${frame}, 'N', 'u', 'folder', 0, '{"name":${name}}')`);
        db.exec(`INSERT INTO candidate_document (num, owner_id, archived, created_at, updated_at, name, title, companies, skill, school, city, tag, note, detail)
          VALUES (${num}, 'u', ${archived}, 't', 't', '', '', '', '', '', '', '', '', '')`);
        db.exec(`INSERT INTO candidate_skill (id, version, created_at, created_by, updated_at, candidate_id, position, provenance, name, key, declared)
          VALUES ('s${num}', ${frame}, 'c${num}', 0, '${skill}', 'SQL', 'sql', 1)`);
      };
      person(1, 0, low, sure);
      person(2, 0, sure, low);
      person(3, 1, low, low);
      person(4, 0, sure, confirmed);
      migrate(db, 4);
      expect(
        db
          .prepare(
            "SELECT f.num, t.candidates FROM facet_term t JOIN candidate_facet f ON f.term_id = t.id WHERE t.kind = 'review' ORDER BY f.num",
          )
          .raw()
          .all(),
      ).toEqual([
        [1, 2],
        [2, 2],
        [3, 2],
      ]);
    } finally {
      db.close();
    }
  });

  it('leaves no empty word behind where nothing is to review', () => {
    const db = connectForWriting(':memory:', 'plain');
    try {
      migrate(db);
      expect(db.prepare('SELECT count(*) FROM facet_term').pluck().get()).toBe(0);
    } finally {
      db.close();
    }
  });
});

describe('the migration to rows of interviewers', () => {
  it('keeps them in their order, each once and without whom nobody knows, and lets them go with the interview', () => {
    const db = connectForWriting(':memory:', 'plain');
    try {
      migrate(db, 10);
      const frame = "1, 't', 'u', 't'";
      const user = (id: string): void => {
        db.exec(
          `INSERT INTO user (id, version, created_at, created_by, updated_at, name, role, status) VALUES ('${id}', ${frame}, 'U', 'admin', 'active')`,
        );
      };
      for (const id of ['u', 'w']) user(id);
      db.exec(`
        INSERT INTO candidate (num, id, version, created_at, created_by, updated_at, name, owner_id, source, do_not_contact, provenance)
        VALUES (1, 'c', ${frame}, 'N', 'u', 'folder', 0, '{}');
        INSERT INTO client (id, version, created_at, created_by, updated_at, company_name, status, notes, off_limits, custom)
        VALUES ('k', ${frame}, 'K', 'active', '', 0, '{}');
        INSERT INTO job (id, version, created_at, created_by, updated_at, client_id, title, description, status, priority, openings, custom)
        VALUES ('j', ${frame}, 'k', 'J', '', 'open', 'low', 1, '{}');
        INSERT INTO application (id, version, created_at, created_by, updated_at, candidate_id, job_id, stage, stage_since, source, applied_at, write_up)
        VALUES ('a', ${frame}, 'c', 'j', 'shortlisted', 't', 'manual', 't', '')`);
      const interview = db.prepare(`
        INSERT INTO interview (id, version, created_at, created_by, updated_at, application_id, candidate_id, job_id, round, round_name, mode,
          duration_minutes, time_zone, meeting_link, location, instructions, interviewer_ids, status, status_note, no_show_count, feedback)
        VALUES (?, ${frame}, 'a', 'c', 'j', 1, '', 'phone', 30, 'UTC', '', '', '', ?, 'draft', '', 0, '')`);
      interview.run('i1', '["w","nobody","u","w"]');
      interview.run('i2', '[]');
      // As an export that somebody changed may hold it.
      interview.run('i3', 'not a list');
      migrate(db);
      const rows = () =>
        db
          .prepare('SELECT interview_id, user_id FROM interviewer ORDER BY interview_id, position')
          .raw()
          .all();
      expect(rows()).toEqual([
        ['i1', 'w'],
        ['i1', 'u'],
      ]);
      db.exec("DELETE FROM interview WHERE id = 'i1'");
      expect(rows()).toEqual([]);
    } finally {
      db.close();
    }
  });
});
