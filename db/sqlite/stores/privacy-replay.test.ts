import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '@/db/sqlite/open';
import { ENTITY_NAMES, entityTable } from '@/db/sqlite/entities';
import { createPrivacyReader } from '@/db/sqlite/stores/privacy-reader';
import { OWN_ENTITIES } from '@/db/sqlite/stores/privacy-erase';
import { readErasures, replayErasures } from '@/db/sqlite/stores/privacy-replay';
import { overwriteFreePages } from '@/db/sqlite/stores/privacy-space';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN, personIn, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import type { Store } from '@/shared/usecases/ports/store';
import { erasePeople } from '@/shared/usecases/privacy/erase-candidate';

describe('erasures of a database', () => {
  let dir: string;
  let open: WorkspaceDatabase[];
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-replay-'));
    open = [];
  });
  afterEach(() => {
    for (const one of open) one.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const database = (name: string): { database: WorkspaceDatabase; store: Store } => {
    const one = openWorkspaceDatabase(path.join(dir, name), { clock: systemClock, key: 'plain' });
    open.push(one);
    return { database: one, store: createSqliteStore(one.db, { clock: systemClock }) };
  };
  const anna = personIn({ name: 'Annabel Canaryname', email: 'anna@example.org' });
  const otto = personIn({ name: 'Otto Other', email: 'otto@example.org' });
  const people = [...usersIn, ...anna.changes, ...otto.changes];

  it('are done again in a backup that does not know of them, once, and leave everybody else', async () => {
    const now = database('now');
    const backup = database('backup');
    for (const { store } of [now, backup]) {
      await store.commit({ actor: ADMIN, action: 'resume.imported', changes: people });
    }
    await erasePeople(
      {
        store: now.store,
        privacy: createPrivacyReader(now.database.db),
        clock: systemClock,
        nextTurn: async () => undefined,
        fingerprint: (text) => `#${text.length}`,
        traces: { begin: async () => undefined, finish: async () => undefined },
      },
      ADMIN,
      { candidateIds: [anna.id], kind: 'erase', reason: '' },
    );
    const known = readErasures(now.database.db);
    expect(known.map(({ fingerprints }) => fingerprints.length)).toEqual([2]);
    const { db } = backup.database;
    const names = () => db.prepare('SELECT name FROM candidate ORDER BY num').pluck().all();
    const first = replayErasures(db, known);
    expect(first).toMatchObject({ erased: 1 });
    expect(first.files).toHaveLength(1);
    expect(names()).toEqual(['Otto Other']);
    expect(replayErasures(db, known)).toEqual({ erased: 0, files: [], applications: [] });
    expect(readErasures(db)).toEqual(known);
    expect(checkDatabase(db)).toEqual([]);
    backup.database.close();
    expect(readFileSync(backup.database.path).includes('Canaryname')).toBe(false);
  });

  it('overwrite the pages of a database that is too big to be written anew', async () => {
    const { database: one, store } = database('big');
    const text = 'canarypage '.repeat(30_000);
    const big = personIn({ name: 'Big', text });
    await store.commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: [...usersIn, ...big.changes],
    });
    const found = () => {
      one.db.pragma('wal_checkpoint(TRUNCATE)');
      return readFileSync(one.path).includes('canarypage canarypage canarypage');
    };
    expect(found()).toBe(true);
    await store.commit({
      actor: ADMIN,
      action: 'candidate.erased',
      changes: [],
      erases: { candidateId: big.id, kind: 'erase' },
    });
    expect(found()).toBe(false);
    // What was deleted before, without an erasure, is in pages that wait to be used again.
    one.db.exec('CREATE TABLE old (text TEXT)');
    one.db.prepare('INSERT INTO old VALUES (?)').run(text);
    one.db.exec('DROP TABLE old');
    expect(found()).toBe(true);
    one.db.pragma('secure_delete = ON');
    overwriteFreePages(one.db);
    expect(found()).toBe(false);
  });

  it('reach every kind of record there is: a new one has to be looked at here', () => {
    // Holds nobody's data, or is cleaned of mentions, or says that somebody was erased.
    const others = ENTITY_NAMES.filter((entity) => !OWN_ENTITIES.includes(entity));
    expect(others.toSorted()).toEqual([...CLEANED, ...NOBODYS].toSorted());
    expect(OWN_ENTITIES.every((entity) => entityTable(entity).byKey.has('candidateId'))).toBe(true);
  });
});

/** Erased with the person or cleaned of what names them (privacy-erase.ts, privacy-mentions.ts). */
const CLEANED = [
  'candidate',
  'importItem',
  'task',
  'merge',
  'notification',
  'savedSearch',
  'savedView',
  'searchEntry',
  'searchLogEntry',
  'matchRun',
  'tableImport',
];
const NOBODYS = [
  'workspace',
  'user',
  'tag',
  'watchedFolder',
  'reparse',
  'candidateList',
  'customField',
  'client',
  'contact',
  'job',
  'jobSkill',
  'jobMember',
  'jobTemplate',
  'role',
  'credential',
  'retentionRule',
  'erasure',
  'erasedFingerprint',
];
