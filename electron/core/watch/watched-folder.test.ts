import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';

const FAST = { settleMs: 400, tickMs: 50, rescanMs: 60_000, pollingRescanMs: 100 };

describe.each([false, true])('a watched folder (polling: %s)', (polling) => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place, { watchTiming: FAST });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });

  const watch = () =>
    core.client().watchedFolders.add({ handle: core.grantHandle([place.files]), polling });
  const people = async (): Promise<readonly string[]> =>
    (await core.client().candidates.search({})).rows.map((row) => row.name).sort();
  const items = async () => {
    const views = await core.client().imports.list({});
    const lists = await Promise.all(
      views.map(({ id }) => core.client().imports.items({ taskId: id })),
    );
    return lists
      .flat()
      .map((item) => `${item.displayPath} ${item.outcome}`)
      .sort();
  };
  const eventually = async (check: () => Promise<boolean>, what: string): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while (!(await check())) {
      if (Date.now() > deadline)
        throw new Error(`Waited too long for ${what}; files: ${(await items()).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const anna = cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' });
  const boris = cvText({ name: 'Boris Petrov', email: 'boris@example.org' });

  it('brings in what is there, what comes and what changes, and nothing twice', async () => {
    place.file('Anna.txt', anna);
    const folder = await watch();
    await eventually(async () => (await people()).length === 1, 'the file that was there');
    place.file('sub/Boris.txt', boris);
    await eventually(async () => (await people()).length === 2, 'the new file');
    place.file('Anna.txt', `${anna}\nReferences on request`);
    await eventually(async () => (await items()).includes('Anna.txt updated'), 'the changed file');
    expect(await people()).toEqual(['Anna Lindqvist', 'Boris Petrov']);
    expect(await items()).toHaveLength(3);
    const [row] = await core.client().watchedFolders.list();
    expect(row).toMatchObject({ id: folder.id, state: 'active', filesSeen: 3 });
  });

  it('waits for a file that is written bit by bit, and for a placeholder of no bytes', async () => {
    await watch();
    const growing = place.file('Anna.txt', anna.slice(0, 20));
    const placeholder = place.file('Boris.txt', '');
    for (let at = 20; at < anna.length; at += 40) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      appendFileSync(growing, anna.slice(at, at + 40));
      expect(await items()).toEqual([]);
    }
    await eventually(async () => (await people()).length === 1, 'the finished file');
    expect(await items()).toEqual(['Anna.txt loaded']);
    writeFileSync(placeholder, boris);
    await eventually(async () => (await people()).length === 2, 'the filled placeholder');
    truncateSync(placeholder, 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await items()).toEqual(['Anna.txt loaded', 'Boris.txt loaded']);
  });

  it('says so when the folder goes, and goes on by itself when it is back', async () => {
    place.file('Anna.txt', anna);
    await watch();
    await eventually(async () => (await people()).length === 1, 'the first file');
    const away = path.join(place.dir, 'away');
    renameSync(place.files, away);
    const stateIs = async (state: string) =>
      (await core.client().watchedFolders.list())[0]?.state === state;
    await eventually(() => stateIs('error'), 'the error');
    renameSync(away, place.files);
    place.file('Boris.txt', boris);
    await eventually(async () => (await people()).length === 2, 'the file after the return');
    expect(await stateIs('active')).toBe(true);
    expect(await items()).toHaveLength(2);
  });

  it('does nothing while paused, catches up when resumed or restarted, and forgets when removed', async () => {
    const { id } = await watch();
    await core.client().watchedFolders.pause({ id });
    place.file('Anna.txt', anna);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await items()).toEqual([]);
    await core.client().watchedFolders.resume({ id });
    await eventually(async () => (await people()).length === 1, 'the file that came meanwhile');

    await core.close();
    place.file('Boris.txt', boris);
    core = await place.openCore({ watchTiming: FAST });
    await eventually(async () => (await people()).length === 2, 'the file that came while closed');
    expect(await items()).toHaveLength(2);

    await core.client().watchedFolders.remove({ id });
    place.file('Carla.txt', cvText({ name: 'Carla Rossi', email: 'carla@example.org' }));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await people()).toHaveLength(2);
  });

  it('refuses a folder that is watched already, is no folder, or holds the workspace', async () => {
    await watch();
    await expect(watch()).rejects.toMatchObject({ code: 'INVALID' });
    const add = (at: string) =>
      core.client().watchedFolders.add({ handle: core.grantHandle([at]), polling });
    await expect(add(place.file('x.txt', 'x'))).rejects.toMatchObject({ code: 'INVALID' });
    await expect(add(place.dir)).rejects.toMatchObject({ code: 'INVALID' });
    mkdirSync(path.join(place.workspaceDir, 'inside'));
    await expect(add(path.join(place.workspaceDir, 'inside'))).rejects.toMatchObject({
      code: 'INVALID',
    });
    rmSync(path.join(place.workspaceDir, 'inside'), { recursive: true });
  });
});
