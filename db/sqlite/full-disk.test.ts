import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectForWriting } from './connection';
import { guarded } from './errors';
import { migrate, SCHEMA_VERSION, schemaVersionOf } from './migrate';

describe('migrations on a disk that fills up, a page at a time', () => {
  // What would break here: a table that is half rebuilt, a version that says more than there is.
  it('leave one whole version or the other at every page, say that the disk is full, and go on when there is room', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'longlist-migrate-'));
    const db = connectForWriting(path.join(dir, 'longlist.db'), 'plain');
    try {
      migrate(db, 1);
      const tables = new Map<number, unknown>();
      let failed = 0;
      for (let more = 0; schemaVersionOf(db) < SCHEMA_VERSION; more++) {
        const version = schemaVersionOf(db);
        const pages = Number(db.pragma('page_count', { simple: true }));
        db.pragma(`max_page_count = ${Math.max(pages, more)}`);
        try {
          guarded(() => migrate(db));
        } catch (error) {
          failed += 1;
          expect(error).toMatchObject({ code: 'STORAGE_UNAVAILABLE', details: { reason: 'full' } });
        }
        expect(schemaVersionOf(db)).toBeGreaterThanOrEqual(version);
        const names = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
        // A version has the same tables however often it was begun.
        const known = tables.get(schemaVersionOf(db)) ?? wholeVersion(schemaVersionOf(db));
        tables.set(schemaVersionOf(db), known);
        expect(names).toEqual(known);
      }
      expect(failed).toBeGreaterThan(20);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      db.close();
      rmSync(dir, { recursive: true });
    }
  });

  it('change nothing where the database is read-only', () => {
    const db = connectForWriting(':memory:', 'plain');
    try {
      migrate(db, 1);
      db.pragma('query_only = ON');
      expect(() => guarded(() => migrate(db))).toThrow(
        expect.objectContaining({ code: 'STORAGE_UNAVAILABLE' }),
      );
      db.pragma('query_only = OFF');
      expect(schemaVersionOf(db)).toBe(1);
      migrate(db);
      expect(schemaVersionOf(db)).toBe(SCHEMA_VERSION);
    } finally {
      db.close();
    }
  });
});

/** What stands in the schema of a version that nothing disturbed. */
function wholeVersion(version: number): unknown {
  const db = connectForWriting(':memory:', 'plain');
  try {
    migrate(db, version);
    return db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  } finally {
    db.close();
  }
}
