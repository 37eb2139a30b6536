import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePathIn, openWorkspaceDatabase, type WorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore, type SqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN, personIn, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { silentLog } from '@/electron/core/log';
import { type AuditDesk, openAuditDesk } from './audit-desk';
import { HEAD_FILE } from './head-keeper';

describe('the signed head of the audit log', () => {
  let dir: string;
  let database: WorkspaceDatabase;
  let store: SqliteStore;
  let desk: AuditDesk;
  let seed = Buffer.alloc(32, 1);
  const clock = { now: () => new Date('2026-03-01T10:00:00.000Z') };

  const open = async (): Promise<void> => {
    database = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
    store = createSqliteStore(database.db, { clock });
    desk = await openAuditDesk({
      database,
      workspaceDir: dir,
      store,
      actor: () => ADMIN,
      clock,
      log: silentLog,
      isReading: false,
      isNew: database.created,
      seed,
    });
  };
  const close = async (): Promise<void> => {
    await desk.close();
    database.close();
  };
  const add = () =>
    store.commit({
      actor: ADMIN,
      action: 'candidate.added',
      changes: personIn({ name: 'Ana' }).changes,
    });
  const headFile = () => path.join(dir, HEAD_FILE);

  beforeEach(async () => {
    seed = Buffer.alloc(32, 1);
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-head-'));
    await open();
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    await add();
  });
  afterEach(async () => {
    await close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('agrees after every ordinary end, also when the newest entries came after it was signed', async () => {
    await close();
    await open();
    expect(desk.state()).toMatchObject({
      entries: 4,
      head: { kind: 'agrees', after: 0 },
      gaps: [],
    });
    await add();
    // As after a power cut: the entry is there, the head of it is not.
    expect(desk.state().head).toMatchObject({ kind: 'agrees', after: 1 });
  });

  it('shows a database that was rolled back, once, for ever, and in the log itself', async () => {
    await close();
    const older = path.join(dir, 'older.db');
    copyFileSync(databasePathIn(dir), older);
    await open();
    await add();
    await close();
    const signed = JSON.parse(readFileSync(headFile(), 'utf8'));
    copyFileSync(older, databasePathIn(dir));
    await open();
    expect(desk.state().gaps).toMatchObject([
      {
        action: 'audit.gap-found',
        metadata: { found: 'cut', headSeq: 5, headHash: signed.hash, tail: 4 },
      },
    ]);
    expect(desk.state().head.kind).toBe('agrees');
    await close();
    await open();
    expect(desk.state().gaps).toHaveLength(1);
  });

  it('takes a restore that says which head it took the place of as explained', async () => {
    await close();
    const older = path.join(dir, 'older.db');
    copyFileSync(databasePathIn(dir), older);
    await open();
    await add();
    await close();
    const { seq, hash } = JSON.parse(readFileSync(headFile(), 'utf8'));
    copyFileSync(older, databasePathIn(dir));
    const restored = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
    await createSqliteStore(restored.db, { clock }).commit({
      actor: ADMIN,
      action: 'audit.noted',
      changes: [],
      audit: [
        {
          action: 'backup.restored',
          entityType: 'backup',
          entityId: null,
          metadata: { headSeq: seq, headHash: hash },
        },
      ],
    });
    restored.close();
    await open();
    expect(desk.state().gaps.map(({ action }) => action)).toEqual(['backup.restored']);
  });

  const tampered: readonly (readonly [string, string, () => void])[] = [
    [
      'a head that another key signed or that was edited',
      'unreadable',
      () => {
        const text = readFileSync(headFile(), 'utf8');
        writeFileSync(headFile(), text.replace('"seq":4', '"seq":3'));
      },
    ],
    ['a head that is gone', 'none', () => rmSync(headFile())],
    [
      'a key that was exchanged',
      'foreign',
      () => {
        seed = Buffer.alloc(32, 2);
      },
    ],
  ];
  for (const [name, found, tamper] of tampered) {
    it(`shows ${name}`, async () => {
      await close();
      tamper();
      await open();
      expect(desk.state().gaps).toMatchObject([{ metadata: { found } }]);
    });
  }

  it('shows a log that was written anew in the database', async () => {
    await close();
    const raw = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
    raw.db.exec(`DROP TRIGGER audit_entry_unchanged;
      UPDATE audit_entry SET hash = '${'0'.repeat(64)}' WHERE seq = 4`);
    raw.close();
    await open();
    expect(desk.state().gaps).toMatchObject([{ metadata: { found: 'rewritten', headSeq: 4 } }]);
  });

  it('audits refusals one by one up to a bound, and counts the others, so that nobody floods the log or hides in it', async () => {
    for (let at = 0; at < 100; at++) {
      desk.refusals.note(ADMIN, 'access.refused', { procedure: 'users.create' });
    }
    desk.refusals.note(ADMIN, 'transition.refused', {
      procedure: 'pipeline.move',
      metadata: { from: 'new', to: 'selected' },
    });
    await desk.refusals.close();
    const rows = database.db
      .prepare("SELECT body FROM audit_entry WHERE action LIKE '%.refused' ORDER BY seq")
      .pluck()
      .all()
      .map((body) => JSON.parse(String(body)));
    expect(rows).toHaveLength(22);
    expect(rows[0].metadata).toEqual({ procedure: 'users.create' });
    expect(rows[20]).toMatchObject({ action: 'transition.refused' });
    expect(rows[21]).toMatchObject({ action: 'access.refused', metadata: { counted: 80 } });
  });
});
