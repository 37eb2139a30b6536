import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { systemClock } from '@/shared/kit/clock';
import { checkKeys } from './check-keys';
import { checkBackups, checkClock, checkDisk } from './check-places';

describe('what the system check looks at', () => {
  let place: TestPlace;
  let core: Core;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place);
    await importAll(core, [
      place.file('ada.txt', cvText({ name: 'Ada Example', email: 'ada@example.org' })),
      place.file('ben.txt', cvText({ name: 'Ben Example', email: 'ben@example.org' })),
    ]);
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('says nothing of anybody, and no path: its report may be sent to who helps', async () => {
    const text = JSON.stringify(await core.doctor());
    for (const secret of ['Tess', 'Ada', 'ada@', place.dir, os.homedir()]) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('says what opens the workspace, and when the recovery key was made', async () => {
    const day = new Date().toISOString().slice(0, 10);
    expect(checkKeys(place.workspaceDir)).toMatchObject({
      state: 'ok',
      message: expect.stringContaining(`the passphrase and the recovery key (made on ${day})`),
    });
  });

  it('misses the copy of the key file, and a key file that is damaged', async () => {
    const other = testPlace();
    const made = await openDesk(other);
    await made.close();
    const copy = path.join(other.workspaceDir, 'backups', 'keys.json');
    const own = path.join(other.workspaceDir, 'keys.json');
    rmSync(copy);
    expect(checkKeys(other.workspaceDir)).toMatchObject({
      state: 'warning',
      message: expect.stringContaining('The copy of the key file is missing'),
    });
    writeFileSync(own, '{"format":"longlist-keys"');
    expect(checkKeys(other.workspaceDir)).toMatchObject({ state: 'failed' });
    other.remove();
  });

  it('counts originals that are missing and those that nobody has, and reads every byte when asked', async () => {
    const { system } = core.client();
    const about = (checks: readonly { readonly id: string }[]) =>
      checks.find(({ id }) => id === 'originals');
    expect(about(await system.examineAll({}))).toMatchObject({
      state: 'ok',
      message: expect.stringContaining('All 2 original files are there; all of them were read'),
    });
    const root = path.join(place.workspaceDir, 'originals');
    const folders = readdirSync(root).filter((name) => name !== 'tmp');
    const stray = path.join(root, folders[0] ?? '', 'f'.repeat(64));
    writeFileSync(stray, 'x');
    utimesSync(stray, 1_000_000, 1_000_000);
    const [kept = ''] = readdirSync(path.join(root, folders[1] ?? ''));
    rmSync(path.join(root, folders[1] ?? '', kept));
    expect(about(await core.doctor())).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/1 of 2 original files are missing.*1 file more belongs/),
    });
  });

  it('stops where somebody stops it', async () => {
    const stop = new AbortController();
    const looking = core.client().system.examineAll({}, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(looking).rejects.toThrow();
    expect(await core.client().system.examined()).toEqual({ done: null });
  });

  it('sees that the clock is behind what was written, ten years and ten minutes', () => {
    const session = core.session();
    const at = (ms: number) =>
      checkClock({
        ...session,
        deps: { ...session.deps, clock: { now: () => new Date(Date.now() + ms) } },
      });
    expect(at(0).state).toBe('ok');
    expect(at(10 * 365 * 86_400_000).state).toBe('ok');
    expect(at(-10 * 60_000)).toMatchObject({ state: 'warning' });
    expect(at(-10 * 365 * 86_400_000)).toMatchObject({ state: 'warning' });
  });

  it('says how old the last backup is, and that tries failed', () => {
    const session = core.session();
    const lastGood = {
      at: '2026-03-01T02:00:00.000Z',
      name: 'x',
      folder: '/home/x',
      bytes: 1,
      candidates: 1,
      lacking: 0,
    };
    const check = (more: object, now: string) =>
      checkBackups({
        deps: { ...session.deps, clock: { ...systemClock, now: () => new Date(now) } },
        backups: {
          ...session.backups,
          state: () => ({ ...session.backups.state(), automatic: true, lastGood, ...more }),
        },
      });
    expect(check({}, '2026-03-02T00:00:00.000Z')).toMatchObject({ state: 'ok' });
    expect(check({}, '2026-03-09T00:00:00.000Z')).toMatchObject({ state: 'warning' });
    expect(check({ lastGood: null }, '2026-03-02T00:00:00.000Z')).toMatchObject({
      state: 'warning',
    });
    const failures = { count: 2, at: '2026-03-02T02:00:00.000Z', code: 'full', message: '/home/x' };
    expect(check({ failures }, '2026-03-03T00:00:00.000Z')).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('2 tries since failed (full)'),
    });
  });

  it('reads the free space also where the folder is not there yet', async () => {
    expect(await checkDisk(path.join(place.dir, 'not', 'yet'), null)).toMatchObject({
      message: expect.stringContaining('GB are free'),
    });
  });
});
