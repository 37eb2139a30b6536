import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { checkDatabase, rebuildSearchIndex, tidySearchIndex } from './check';
import { connectForReading, connectForWriting, type Sqlite } from './connection';
import { migrate } from './migrate';
import { createSqliteStore } from './stores/store';

describe('checking and tidying', () => {
  let db: Sqlite;
  beforeEach(async () => {
    db = connectForWriting(':memory:', 'plain');
    migrate(db);
    const store = createSqliteStore(db, { clock: systemClock });
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    for (let n = 0; n < 12; n++) {
      const changes = personIn({ name: `Person ${n}`, text: `common rare${n}` }).changes;
      await store.commit({ actor: ADMIN, action: 'resume.imported', changes });
    }
  });
  afterEach(() => db.close());
  const rowsWith = (word: string): unknown =>
    db.prepare('SELECT count(*) FROM candidate_fts WHERE candidate_fts MATCH ?').pluck().get(word);

  it('sees text that changed behind the index, and rebuilding repairs it', () => {
    expect(checkDatabase(db)).toEqual([]);
    db.exec("UPDATE resume SET text = 'something else' WHERE text LIKE '% rare3'");
    expect(checkDatabase(db)).toEqual(['the search index differs from the candidates']);
    rebuildSearchIndex(db);
    expect(checkDatabase(db)).toEqual([]);
    expect(rowsWith('rare3')).toBe(0);
    expect(rowsWith('else')).toBe(1);
  });

  it('sees a candidate that is in no index and a reference to nothing', () => {
    db.pragma('foreign_keys = OFF');
    db.exec(
      "DELETE FROM candidate_document WHERE num = 1; UPDATE resume SET candidate_id = 'nobody' WHERE text LIKE '% rare5'",
    );
    expect(checkDatabase(db).join('; ')).toMatch(
      /refer to nothing.*1 candidates are not in the search index/,
    );
  });

  it('merges until there is nothing left to merge, and finds the same as before', () => {
    let calls = 0;
    while (tidySearchIndex(db)) {
      calls++;
      expect(calls).toBeLessThan(100);
    }
    expect(rowsWith('common')).toBe(12);
    expect(checkDatabase(db)).toEqual([]);
  });
});

// The check of a workspace in use is made on a thread that only reads, and has searched before.
it('finds nothing wrong in an index that another connection has merged since it was searched', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'longlist-check-'));
  const file = path.join(dir, 'longlist.db');
  const db = connectForWriting(file, 'plain');
  try {
    migrate(db);
    const store = createSqliteStore(db, { clock: systemClock });
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    const add = (n: number) =>
      store.commit({
        actor: ADMIN,
        action: 'resume.imported',
        changes: personIn({ name: `Person ${n}`, text: `common rare${n} `.repeat(50) }).changes,
      });
    for (let n = 0; n < 12; n++) await add(n);
    const reader = connectForReading(file, 'plain');
    try {
      reader.prepare("SELECT count(*) FROM candidate_fts WHERE candidate_fts MATCH 'common'").get();
      for (let n = 12; n < 40; n++) await add(n);
      while (tidySearchIndex(db));
      db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
      expect(checkDatabase(reader)).toEqual([]);
    } finally {
      reader.close();
    }
  } finally {
    db.close();
    rmSync(dir, { recursive: true });
  }
});
