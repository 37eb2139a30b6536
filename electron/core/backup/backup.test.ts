import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import type { Core } from '@/electron/core/core';
import type { SecretStore } from '@/electron/core/keys/secret-store';
import {
  cvText,
  importAll,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import type { BackupView } from '@/shared/domain/backup/views';

const ANNA = 'Annabel Canaryname';

describe('backup and restore', () => {
  /** A desk of two people, with their files, that every test begins with a copy of. */
  let first: TestPlace;
  let recoveryKey: string;
  let place: TestPlace;
  let other: TestPlace;
  let cores: Core[];
  beforeAll(async () => {
    first = testPlace();
    const core = await first.openCore({ background: false });
    ({ recoveryKey } = await core.client().workspace.create({ name: 'Test', userName: 'Tess' }));
    await importAll(core, [
      first.file('anna.txt', cvText({ name: ANNA, email: 'anna@example.org' })),
      first.file('otto.txt', cvText({ name: 'Otto Other', email: 'otto@example.org' })),
    ]);
    await core.close();
  });
  afterAll(() => first.remove());
  beforeEach(() => {
    place = testPlace();
    other = testPlace();
    cores = [];
  });
  afterEach(async () => {
    for (const core of cores) await core.close();
    place.remove();
    other.remove();
  });

  const open = async (
    where: TestPlace,
    options: Parameters<TestPlace['openCore']>[0] = {},
  ): Promise<Core> => {
    const core = await where.openCore({ background: false, ...options });
    cores.push(core);
    return core;
  };
  /** The desk, with backups in a folder of their own. */
  const desk = async (): Promise<Core> => {
    cpSync(first.workspaceDir, place.workspaceDir, { recursive: true });
    const core = await open(place);
    mkdirSync(vault());
    await core.client().backup.change({ handle: core.grantHandle([vault()]) });
    return core;
  };
  const vault = (): string => path.join(place.dir, 'vault');
  const shelf = (): string => path.join(vault(), readdirSync(vault())[0] ?? '');
  const make = async (core: Core) => {
    const { made } = await core.client().backup.make({});
    expect(made).not.toBeNull();
    return made;
  };
  const newest = async (core: Core): Promise<BackupView> => {
    const [backup] = await core.client().backup.list();
    if (backup === undefined) throw new Error('There is no backup');
    return backup;
  };
  const names = async (core: Core): Promise<readonly string[]> =>
    (await core.client().candidates.search({})).rows.map(({ name }) => name).toSorted();
  const erase = async (core: Core, name: string): Promise<void> => {
    const { rows } = await core.client().candidates.search({ text: name });
    const id = rows[0]?.id ?? '';
    await core
      .client()
      .privacy.erase({ candidateIds: [id], kind: 'erase', reason: 'Asked', typed: name });
  };
  /** Until a restore is over; throws why it failed. */
  const restored = async (core: Core): Promise<void> => {
    while ((await core.client().workspace.status()).state === 'working') {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { failed } = await core.client().backup.outcome();
    if (failed !== null) throw new Error(failed.message);
  };
  const pool = (): readonly string[] =>
    readdirSync(path.join(shelf(), 'originals'), { recursive: true })
      .map(String)
      .filter((name) => /[0-9a-f]{64}$/.test(name));
  const flip = (file: string, at: number): void => {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };

  it('makes backups that prove to be whole, each original once, nothing of anybody in clear', async () => {
    const core = await desk();
    expect(await make(core)).toMatchObject({ candidates: 2, copiedOriginals: 2, lacking: 0 });
    expect(await make(core)).toMatchObject({ candidates: 2, copiedOriginals: 0, lacking: 0 });
    const backups = await core.client().backup.list();
    expect(backups).toHaveLength(2);
    for (const { id, state } of backups) {
      expect(state).toBe('whole');
      expect(await core.client().backup.verify({ id })).toMatchObject({ flaws: [] });
    }
    const state = await core.client().backup.state();
    expect(state.lastGood?.candidates).toBe(2);
    expect(state.running).toBeNull();
    const { lines } = await core.client().audit.list({ filters: { group: 'exports' } });
    expect(lines.map(({ entry }) => entry.action)).toContain('backup.made');
    for (const entry of readdirSync(vault(), { recursive: true, withFileTypes: true })) {
      expect(entry.name).not.toContain('anna');
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      expect(bytes.includes('Canaryname') || bytes.includes('anna@example')).toBe(false);
    }
  });

  it('takes the place of the workspace, which is kept, and erases again who was erased since', async () => {
    const core = await desk();
    await make(core);
    await erase(core, ANNA);
    await core.client().candidates.addTag({
      candidateIds: (await core.client().candidates.search({})).rows.map(({ id }) => id),
      name: 'Since',
    });
    const { id } = await newest(core);
    expect(await core.client().backup.plan({ id, key: null })).toMatchObject({
      state: 'ready',
      workspaceName: 'Test',
      backup: { counts: { candidates: 2 } },
      replaces: { isSame: true, counts: { candidates: 1 } },
    });
    await expect(
      core.client().backup.restore({ id, key: null, typed: 'something else' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await core.client().backup.restore({ id, key: null, typed: 'test' });
    await restored(core);
    expect(await names(core)).toEqual(['Otto Other']);
    expect(await core.client().candidates.tags()).toEqual([]);
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    const { lastRestore, folder } = await core.client().backup.state();
    expect(lastRestore).toMatchObject({ erased: 1, lacking: 0 });
    expect(folder).toBe(vault());
    expect(statSync(path.join(lastRestore?.aside ?? '', 'longlist.db')).size).toBeGreaterThan(0);
    // The log says what happened, and is no gap.
    const { head, gaps } = await core.client().audit.state();
    expect(head.kind).toBe('agrees');
    expect(gaps.map(({ action }) => action)).toEqual(['backup.restored']);
    // Her file is in no backup any more, and that is no flaw of one.
    expect(pool()).toHaveLength(1);
    const report = await core.client().backup.verify({ id: (await newest(core)).id });
    expect(report?.flaws).toEqual([]);
    await core.close();
    expect(await names(await open(place))).toEqual(['Otto Other']);
  });

  it('is restored on another computer with the recovery key, without those erased since', async () => {
    const core = await desk();
    await make(core);
    await erase(core, ANNA);
    await core.close();
    const there = await open(other, { key: null });
    const client = there.client();
    expect((await client.workspace.status()).state).toBe('none');
    const [backup] = await client.backup.find({ handle: there.grantHandle([vault()]) });
    const id = backup?.id ?? '';
    expect(backup?.state).toBe('unknown');
    expect(await client.backup.plan({ id, key: null })).toEqual({
      state: 'key-needed',
      passphrase: true,
      recoveryKey: true,
    });
    const key = { recoveryKey };
    await expect(
      client.backup.plan({ id, key: { passphrase: 'not the passphrase' } }),
    ).rejects.toMatchObject({ code: 'WRONG_KEY' });
    expect(await client.backup.plan({ id, key })).toMatchObject({
      state: 'ready',
      ledger: 'read',
      replaces: null,
    });
    await client.backup.restore({ id, key, typed: '' });
    await restored(there);
    expect(await names(there)).toEqual(['Otto Other']);
    // Whole, with its files, and opened by what opened it before.
    const { rows } = await client.candidates.search({});
    const { resumes } = await client.candidates.get({ id: rows[0]?.id ?? '' });
    const original = await client.resumes.original({ id: resumes[0]?.id ?? '' });
    expect(await original.text()).toContain('Otto Other');
    await there.close();
    expect(await names(await open(other))).toEqual(['Otto Other']);
  });

  it('gets a place in the keychain of the other computer, where no passphrase opens it', async () => {
    const core = await open(place, { key: null, secrets: keychain() });
    const made = await core.client().workspace.create({ name: 'Test', userName: 'Tess' });
    await core.client().backup.make({});
    await core.close();
    const secrets = keychain();
    const there = await open(other, { key: null, secrets });
    const [backup] = await there
      .client()
      .backup.find({ handle: there.grantHandle([place.workspaceDir]) });
    const id = backup?.id ?? '';
    // The keychain of the first one is not here.
    expect(await there.client().backup.plan({ id, key: null })).toMatchObject({
      state: 'key-needed',
      passphrase: false,
    });
    const key = { recoveryKey: made.recoveryKey };
    await there.client().backup.restore({ id, key, typed: '' });
    await restored(there);
    await there.close();
    const again = await open(other, { key: null, secrets });
    expect((await again.client().workspace.status()).state).toBe('open');
  });

  it('is restored with the key of today after the key was changed', async () => {
    const core = await desk();
    await make(core);
    await core.client().keys.rotate({ passphrase: PASSPHRASE });
    await restored(core);
    await core.client().keys.changePassphrase({
      passphrase: PASSPHRASE,
      next: 'another passphrase of today',
    });
    await make(core);
    // Sealed anew, so in the pool for each key.
    expect(pool()).toHaveLength(4);
    const old = (await core.client().backup.list()).at(-1);
    expect(old).toMatchObject({ isOlderKey: true, state: 'whole' });
    const id = old?.id ?? '';
    expect((await core.client().backup.verify({ id }))?.flaws).toEqual([]);
    expect(await core.client().backup.plan({ id, key: null })).toMatchObject({
      state: 'key-needed',
    });
    const key = { passphrase: 'another passphrase of today' };
    await core.client().backup.restore({ id, key, typed: 'Test' });
    await restored(core);
    expect(await names(core)).toEqual([ANNA, 'Otto Other']);
    await core.close();
    const reopened = await open(place, { key });
    expect(await names(reopened)).toEqual([ANNA, 'Otto Other']);
  });

  it('knows a backup that was changed, whatever of it, and restores none', async () => {
    const core = await desk();
    await make(core);
    const { id, name } = await newest(core);
    const folder = path.join(shelf(), name);
    const kept = path.join(place.dir, 'kept');
    cpSync(vault(), kept, { recursive: true });
    const flaws = async () => (await core.client().backup.verify({ id }))?.flaws;
    const asItWas = (): void => {
      rmSync(vault(), { recursive: true });
      cpSync(kept, vault(), { recursive: true });
    };
    const [original = ''] = pool();
    const cases: readonly (readonly [() => void, string, boolean])[] = [
      [() => flip(path.join(folder, 'longlist.db'), 40_000), 'file-changed', true],
      [() => truncateSync(path.join(folder, 'longlist.db'), 0), 'file-changed', true],
      [() => rmSync(path.join(folder, 'originals.txt')), 'file-missing', true],
      [() => rmSync(path.join(shelf(), 'originals', original)), 'original-missing', false],
      [() => flip(path.join(shelf(), 'originals', original), 100), 'original-changed', false],
      [
        () => {
          const file = path.join(folder, 'manifest.json');
          const text = readFileSync(file, 'utf8');
          writeFileSync(file, text.replace('"candidates":2', '"candidates":3'));
        },
        'manifest',
        true,
      ],
    ];
    for (const [harm, kind, isRefused] of cases) {
      harm();
      expect(await flaws()).toEqual([{ kind, count: 1 }]);
      if (isRefused) {
        const restore = core.client().backup.restore({ id, key: null, typed: 'Test' });
        await expect(restore.then(() => restored(core))).rejects.toThrow(/not as it was made/);
        expect(await names(core)).toEqual([ANNA, 'Otto Other']);
        expect(existsSync(`${place.workspaceDir}.restoring`)).toBe(false);
      }
      asItWas();
    }
    expect(await flaws()).toEqual([]);
  });

  it('says that its folder is away, keeps what is there, and goes on when it is back', async () => {
    const core = await desk();
    await make(core);
    renameSync(vault(), `${vault()}-away`);
    await expect(core.client().backup.make({})).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      data: { reason: 'unreachable' },
    });
    await expect(core.client().backup.list()).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
    });
    // Never made where a disk should be.
    expect(existsSync(vault())).toBe(false);
    const { failures, lastGood } = await core.client().backup.state();
    expect(failures).toMatchObject({ count: 1, code: 'unreachable' });
    expect(lastGood).not.toBeNull();
    const told = await core.client().notifications.list({});
    expect(told.map(({ kind }) => kind)).toContain('backup-failed');
    // Erased meanwhile: the backups hear of it when they are back.
    await erase(core, ANNA);
    renameSync(`${vault()}-away`, vault());
    expect(pool()).toHaveLength(2);
    await make(core);
    expect(pool()).toHaveLength(1);
    expect((await core.client().backup.state()).failures).toBeNull();
  });

  it('is made by itself when a night has passed, tried again, and noted once while it fails', async () => {
    cpSync(first.workspaceDir, place.workspaceDir, { recursive: true });
    let now = new Date();
    const later = (hours: number): void => {
      now = new Date(now.getTime() + hours * 3_600_000);
    };
    const core = await open(place, {
      background: true,
      clock: { now: () => now },
      backupTiming: { firstMs: 1, everyMs: 5, quietMs: 0 },
    });
    const state = () => core.client().backup.state();
    const until = async (isSo: () => Promise<boolean>): Promise<void> => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(async () => (await state()).lastGood !== null);
    const { at } = (await state()).lastGood ?? { at: '' };
    // Away, and back.
    mkdirSync(vault());
    await core.client().backup.change({ handle: core.grantHandle([vault()]) });
    await until(async () => (await state()).lastGood !== null);
    renameSync(vault(), `${vault()}-away`);
    later(30);
    await until(async () => (await state()).failures?.count === 1);
    later(1);
    await until(async () => (await state()).failures?.count === 2);
    renameSync(`${vault()}-away`, vault());
    later(4);
    await until(async () => (await state()).failures === null);
    const last = (await state()).lastGood?.at ?? '';
    expect(last > at).toBe(true);
    const noted = async () =>
      (await core.client().audit.list({ filters: { group: 'exports' } })).lines
        .filter(({ entry }) => entry.metadata['byItself'] === true)
        .map(({ entry }) => entry.action);
    // A backup is noted once it is made.
    await until(async () => (await noted()).length >= 4);
    expect((await noted()).toSorted()).toEqual([
      'backup.failed',
      'backup.made',
      'backup.made',
      'backup.made',
    ]);
  });

  it('is restored by nobody whom it is not given to, and not while another Longlist is there', async () => {
    const core = await desk();
    await make(core);
    const { id } = await newest(core);
    const { id: adminId } = core.session().actor;
    const recruiter = core.client({ id: adminId, name: 'Rita', role: 'recruiter' }).backup;
    const key = { passphrase: PASSPHRASE };
    for (const call of [
      () => recruiter.find({ handle: null }),
      () => recruiter.plan({ id, key }),
      () => recruiter.restore({ id, key, typed: 'Test' }),
      () => recruiter.make({}),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const second = await open(place);
    expect((await second.client().workspace.status()).state).toBe('unavailable');
    const [backup] = await second.client().backup.find({ handle: second.grantHandle([vault()]) });
    await second.client().backup.restore({ id: backup?.id ?? '', key, typed: 'Test' });
    await expect(restored(second)).rejects.toThrow(/open in another Longlist/);
    expect(await names(core)).toEqual([ANNA, 'Otto Other']);
    expect(existsSync(`${place.workspaceDir}.restoring`)).toBe(false);
  });

  it('is offered where the database is damaged, which is kept', async () => {
    const core = await desk();
    await make(core);
    await core.close();
    const file = path.join(place.workspaceDir, 'longlist.db');
    for (const harm of [
      () => truncateSync(file, 0),
      () => truncateSync(file, 50_000),
      () => flip(file, 200),
      () => rmSync(file),
    ]) {
      harm();
      const broken = existsSync(file) ? readFileSync(file) : null;
      const core = await open(place);
      const client = core.client();
      expect((await client.workspace.status()).state).toBe('unavailable');
      const [backup] = await client.backup.find({ handle: null });
      const id = backup?.id ?? '';
      const key = { passphrase: PASSPHRASE };
      const plan = await client.backup.plan({ id, key });
      expect(plan).toMatchObject({ state: 'ready', replaces: { isSame: true, counts: null } });
      await client.backup.restore({ id, key, typed: 'Test' });
      await restored(core);
      expect(await names(core)).toEqual([ANNA, 'Otto Other']);
      const { lastRestore } = await client.backup.state();
      const kept = path.join(lastRestore?.aside ?? '', 'longlist.db');
      expect(broken === null ? existsSync(kept) : readFileSync(kept).equals(broken)).toBe(
        broken !== null,
      );
      await core.close();
    }
  });
});

/** A keychain that works and keeps what it is given in memory. */
function keychain(): SecretStore {
  const kept = new Map<string, string>();
  return {
    read: async (account) => {
      const secret = kept.get(account);
      return secret === undefined ? { state: 'missing' } : { state: 'found', secret };
    },
    write: async (account, secret) => {
      kept.set(account, secret);
      return 'works';
    },
    remove: async (account) => void kept.delete(account),
  };
}
