import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '@/db/sqlite/open';
import { type Statements, statementsOf } from '@/db/sqlite/statements';
import { ADMIN, personIn, RECRUITER, usersIn, TEST_KEY } from '@/db/store-tests/harness';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { applicationIn, clientIn, jobIn } from '@/db/store-tests/jobs';
import { canonicalJson } from '@/shared/domain/audit/canonical';
import { type AuditEntry, auditEntrySchema } from '@/shared/domain/audit/entry';
import type { ActionName, Change } from '@/shared/domain/history/change';
import { newId } from '@/shared/kit/ids';
import { verifyStep } from './audit-chain';
import { unseal } from './audit-seal';
import { createSqliteStore, type SqliteStore } from './store';

describe('the audit log of the one write path', () => {
  let dir: string;
  let database: WorkspaceDatabase;
  let store: SqliteStore;
  let sql: Statements;
  const clock = { now: () => new Date('2026-03-01T10:00:00.000Z') };

  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-audit-'));
    database = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
    store = createSqliteStore(database.db, { clock });
    sql = statementsOf(database.db);
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
  });
  afterEach(() => {
    database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const bodies = (): readonly string[] =>
    sql('SELECT body FROM audit_entry ORDER BY seq').pluck().all().map(String);
  const entries = (): readonly AuditEntry[] => bodies().map((body) => JSON.parse(body));
  const since = (seq: number): readonly AuditEntry[] => entries().filter((one) => one.seq > seq);
  const commit = (action: ActionName, changes: readonly Change[]) =>
    store.commit({ actor: ADMIN, action, changes });
  const opened = (entry: AuditEntry) =>
    unseal(sql, String(entry.subjectId), entry.commitId, entry.sealed ?? '');

  it('has one entry for each record of a commit, in canonical JSON, chained from the identity of the database', async () => {
    const before = entries().length;
    const people = ['Ana', 'Bo'].map((name) => personIn({ name }));
    await commit(
      'resume.imported',
      people.flatMap(({ changes }) => changes),
    );
    const made = since(before);
    expect(made.map(({ entityType, entityId }) => [entityType, entityId])).toEqual(
      people.map(({ id }) => ['candidate', id]),
    );
    expect(made[0]).toMatchObject({
      action: 'resume.imported',
      actorId: ADMIN.id,
      actorRole: 'admin',
      subjectId: people[0]?.id,
      metadata: { made: { candidate: 1, resume: 1 } },
      sealed: null,
    });
    for (const body of bodies()) {
      const entry = JSON.parse(body);
      expect(canonicalJson(entry)).toBe(body);
      expect(auditEntrySchema.safeParse(entry).success).toBe(true);
    }
    expect(verifyStep(sql, null, 1000)).toMatchObject({ broken: null, done: true });
  });

  it('holds nothing of a person but ids and names of fields; before and after open with the key of that person alone', async () => {
    const ana = personIn({ name: 'Ana Canary' });
    await commit('candidate.added', ana.changes);
    await commit('candidate.edited', [
      {
        op: 'update',
        entity: 'candidate',
        id: ana.id,
        version: 1,
        patch: { name: 'Ana Lindqvist', headline: 'Falconer' },
      },
    ]);
    const entry = entries().at(-1);
    if (entry === undefined) throw new Error('no entry');
    expect(entry.metadata).toEqual({ fields: ['candidate.headline', 'candidate.name'] });
    expect(bodies().join()).not.toMatch(/Canary|Lindqvist|Falconer|Ada Admin/);
    expect(opened(entry)).toEqual([
      {
        entity: 'candidate',
        id: ana.id,
        before: { name: 'Ana Canary', headline: null },
        after: { name: 'Ana Lindqvist', headline: 'Falconer' },
      },
    ]);
    const flipped = Buffer.from(entry.sealed ?? '', 'base64');
    flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20);
    expect(unseal(sql, ana.id, entry.commitId, flipped.toString('base64'))).toBeNull();
    expect(unseal(sql, ana.id, newId(), entry.sealed ?? '')).toBeNull();
  });

  it('keeps the chain whole when somebody is erased, while nothing sealed of them opens any more', async () => {
    const ana = personIn({ name: 'Ana Canary' });
    await commit('candidate.added', ana.changes);
    await commit('candidate.edited', [
      {
        op: 'update',
        entity: 'candidate',
        id: ana.id,
        version: 1,
        patch: { name: 'Ana Lindqvist' },
      },
    ]);
    const edited = entries().at(-1);
    await commit('candidate.anonymised', [
      { op: 'update', entity: 'candidate', id: ana.id, version: 2, patch: { name: 'Somebody' } },
      {
        op: 'insert',
        entity: 'erasure',
        row: {
          id: newId(),
          candidateId: ana.id,
          kind: 'anonymise',
          reason: 'asked',
          erasedAt: clock.now().toISOString(),
          files: [],
          counts: {},
        },
      },
    ]);
    expect(entries().at(-1)).toMatchObject({
      action: 'candidate.anonymised',
      entityId: ana.id,
      sealed: null,
    });
    if (edited === undefined) throw new Error('no entry');
    expect(opened(edited)).toBeNull();
    expect(sql('SELECT count(*) FROM record_key WHERE subject_id = ?').pluck().get(ana.id)).toBe(0);
    expect(verifyStep(sql, null, 1000)).toMatchObject({ broken: null, done: true });
  });

  it('puts an application under the candidate whose erasure takes it along, and under the client of its job', async () => {
    const ana = personIn({ name: 'Ana' });
    const client = clientIn('Ibex Rail');
    const clientId = client.row.id;
    const job = jobIn(clientId, 'Fitter');
    const jobId = job.row.id;
    await commit('candidate.added', ana.changes);
    await commit('job.created', [client, job]);
    const seq = entries().length;
    await commit('application.created', applicationIn(ana.id, jobId));
    expect(since(seq)).toMatchObject([{ entityType: 'application', subjectId: ana.id, clientId }]);
    await commit('job.edited', [
      { op: 'update', entity: 'job', id: jobId, version: 1, patch: { title: 'Falconer' } },
    ]);
    expect(entries().at(-1)).toMatchObject({
      entityType: 'job',
      entityId: jobId,
      subjectId: jobId,
      clientId,
    });
  });

  it('tells neither secrets nor what is nobody’s history', async () => {
    const id = newId();
    const seq = entries().length;
    const credential = {
      id,
      userId: RECRUITER.id,
      passwordHash: '$argon2id$canary',
      mustChange: true,
      passwordChangedAt: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      recoveryCodes: [],
      failures: 0,
      lockedUntil: null,
      lastSeenAt: null,
    } as const;
    await commit('user.created', [{ op: 'insert', entity: 'credential', row: credential }]);
    await commit('password.changed', [
      {
        op: 'update',
        entity: 'credential',
        id,
        version: 1,
        patch: { passwordHash: '$argon2id$other', mustChange: false },
      },
    ]);
    await commit('credential.used', [
      { op: 'update', entity: 'credential', id, version: 2, patch: { failures: 1 } },
    ]);
    expect(since(seq)).toMatchObject([
      { action: 'user.created', entityType: 'user', entityId: RECRUITER.id, sealed: null },
      {
        action: 'password.changed',
        metadata: { fields: ['credential.mustChange', 'credential.passwordHash'] },
        sealed: null,
      },
    ]);
  });

  it('writes the notes of a commit, also of one that changes nothing, and tells that the log changed', async () => {
    const { topics } = await store.commit({
      actor: ADMIN,
      action: 'audit.noted',
      changes: [],
      audit: [
        {
          action: 'export.made',
          entityType: 'candidate',
          entityId: null,
          metadata: { format: 'csv', count: 12 },
        },
      ],
    });
    expect(topics).toEqual(['audit']);
    expect(entries().at(-1)).toMatchObject({
      action: 'export.made',
      entityId: null,
      metadata: { count: 12, format: 'csv' },
    });
    expect(sql("SELECT count(*) FROM commit_log WHERE action = 'audit.noted'").pluck().get()).toBe(
      0,
    );
  });

  it('leaves no entry of a commit that failed', async () => {
    const seq = entries().length;
    await expect(
      commit('candidate.edited', [
        { op: 'update', entity: 'candidate', id: newId(), version: 1, patch: { name: 'X' } },
      ]),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(since(seq)).toEqual([]);
  });

  it('seals any text as it is, and of a long one its beginning', async () => {
    const ana = personIn({ name: 'Ana' });
    await commit('candidate.added', ana.changes);
    let version = 1;
    for (const [, text] of HOSTILE_TEXTS) {
      await commit('candidate.edited', [
        { op: 'update', entity: 'candidate', id: ana.id, version, patch: { summary: text } },
      ]);
      version = Number(sql('SELECT version FROM candidate WHERE id = ?').pluck().get(ana.id));
      const entry = entries().at(-1);
      const after = entry && opened(entry)?.[0]?.after?.summary;
      if (text.length > 1000) expect(after).toMatchObject({ characters: text.length });
      else expect(after).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
      expect(JSON.stringify(entry).length).toBeLessThan(60_000);
    }
    expect(verifyStep(sql, null, 1000).broken).toBeNull();
  });

  describe('in the database', () => {
    const tampered = (statement: string, ...values: readonly unknown[]): void => {
      for (const trigger of ['audit_entry_unchanged', 'audit_entry_kept', 'audit_entry_appended']) {
        database.db.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
      }
      database.db.prepare(statement).run(...values);
    };
    beforeEach(async () => {
      for (let at = 0; at < 5; at++) {
        await commit('candidate.added', personIn({ name: `Person ${at}` }).changes);
      }
    });

    it('is refused by the database itself: a change, a deletion, another entry in its place, one in between', () => {
      const run = (statement: string) => () => database.db.prepare(statement).run();
      expect(run("UPDATE audit_entry SET hash = 'x' WHERE seq = 3")).toThrow(/never changed/);
      expect(run('DELETE FROM audit_entry WHERE seq = 3')).toThrow(/never deleted/);
      expect(
        run("INSERT OR REPLACE INTO audit_entry (seq, body, hash) VALUES (3, '{}', 'x')"),
      ).toThrow(/only added at the end/);
      expect(run("INSERT INTO audit_entry (seq, body, hash) VALUES (99, '{}', 'x')")).toThrow(
        /only added at the end/,
      );
      expect(run("INSERT INTO audit_entry (seq, body, hash) VALUES (0, '{}', 'x')")).toThrow();
    });

    it('names the first entry that is not what was written', () => {
      const sealedAt = 4;
      tampered(
        "UPDATE audit_entry SET body = replace(body, 'candidate.added', 'candidate.edited') WHERE seq >= ?",
        sealedAt,
      );
      expect(verifyStep(sql, null, 1000)).toMatchObject({
        broken: { kind: 'changed', seq: 4 },
        at: { seq: 3 },
      });
    });

    it('names the first of those that are missing', () => {
      tampered('DELETE FROM audit_entry WHERE seq IN (3, 4)');
      expect(verifyStep(sql, null, 1000).broken).toEqual({ kind: 'missing', seq: 3, until: 4 });
    });

    it('names what was written as another entry', () => {
      tampered(
        'UPDATE audit_entry SET body = (SELECT body FROM audit_entry o WHERE o.seq = 2) WHERE seq = 5',
      );
      expect(verifyStep(sql, null, 1000).broken).toEqual({ kind: 'misplaced', seq: 5, says: 2 });
    });

    it('goes on where a step ended', () => {
      const first = verifyStep(sql, null, 2);
      expect(first).toMatchObject({ at: { seq: 2 }, done: false });
      expect(verifyStep(sql, first.at, 1000)).toMatchObject({ done: true, broken: null });
      expect(verifyStep(sql, { seq: 2, hash: '00'.repeat(32) }, 1000).broken).toEqual({
        kind: 'changed',
        seq: 3,
      });
    });
  });
});
