import {
  chmodSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import type { BackupView } from '@/shared/domain/backup/views';

const ANNA = 'Annabel Canaryname';

describe('backup and restore', () => {
  let place: TestPlace;
  let other: TestPlace;
  let cores: Core[];
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

  /** A desk of two people, with their files, and backups in a folder of their own. */
  const desk = async (): Promise<Core> => {
    const core = await openDesk(place, { background: false });
    cores.push(core);
    await importAll(core, [
      place.file('anna.txt', cvText({ name: ANNA, email: 'anna@example.org' })),
      place.file('otto.txt', cvText({ name: 'Otto Other', email: 'otto@example.org' })),
    ]);
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
    for (;;) {
      const { state } = await core.client().workspace.status();
      if (state !== 'working') break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { failed } = await core.client().backup.outcome();
    if (failed !== null) throw new Error(failed.message);
  };
  const again = async (where: TestPlace, options: Parameters<TestPlace['openCore']>[0] = {}) => {
    const core = await where.openCore({ background: false, ...options });
    cores.push(core);
    return core;
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
    await importAll(core, [
      place.file('late.txt', cvText({ name: 'Lena Late', email: 'l@example.org' })),
    ]);
    expect(await names(core)).toEqual(['Lena Late', 'Otto Other']);
    const { id } = await newest(core);
    const plan = await core.client().backup.plan({ id, key: null });
    expect(plan).toMatchObject({
      state: 'ready',
      workspaceName: 'Test',
      ledger: 'read',
      backup: { counts: { candidates: 2 } },
      replaces: { isSame: true, counts: { candidates: 2 } },
    });
    await expect(
      core.client().backup.restore({ id, key: null, typed: 'something else' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await core.client().backup.restore({ id, key: null, typed: 'test' });
    await restored(core);
    expect(await names(core)).toEqual(['Otto Other']);
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    const { lastRestore } = await core.client().backup.state();
    expect(lastRestore).toMatchObject({ erased: 1, lacking: 0 });
    const aside = lastRestore?.aside ?? '';
    expect(statSync(path.join(aside, 'longlist.db')).size).toBeGreaterThan(0);
    // The log says what happened, and is no gap.
    const { head, gaps } = await core.client().audit.state();
    expect(head.kind).toBe('agrees');
    expect(gaps.map(({ action }) => action)).toEqual(['backup.restored']);
    // It goes on as the workspace it is, with the same keys.
    await core.close();
    expect(await names(await again(place))).toEqual(['Otto Other']);
  });
});
