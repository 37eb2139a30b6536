import { chmodSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { ImportView } from '@/shared/contract/api/imports';
import { AppError } from '@/shared/kit/app-error';

describe('an import under way', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });

  const writeCvs = (count: number, from = 0): void => {
    for (let i = from; i < from + count; i++) {
      place.file(`cv-${i}.txt`, cvText({ name: strangerNamed(i), email: `p${i}@example.org` }));
    }
  };
  const start = () => core.client().imports.start({ handle: core.grantHandle([place.files]) });
  const get = (id: string) => core.client().imports.get({ id });
  const until = async (id: string, done: (view: ImportView) => boolean): Promise<ImportView> => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const view = await get(id);
      if (done(view)) return view;
      if (Date.now() > deadline) throw new Error(`Waited too long: ${JSON.stringify(view)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const addUp = ({ counts: { seen, ...rest } }: ImportView): void =>
    expect(Object.values(rest).reduce((sum, one) => sum + one, 0)).toBe(seen);

  it('pauses, stands still, resumes, and loads everything once', async () => {
    writeCvs(60);
    const { id } = await start();
    await until(id, (view) => view.counts.loaded > 0);
    await core.client().imports.pause({ id });
    const still = await until(id, (view) => view.counts.working === 0);
    expect(still.state).toBe('paused');
    expect(still.counts.loaded).toBeLessThan(60);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await get(id)).counts.loaded).toBe(still.counts.loaded);
    await core.client().imports.resume({ id });
    await core.session().runner.ended(id);
    expect(await get(id)).toMatchObject({ state: 'done', counts: { seen: 60, loaded: 60 } });
  });

  it('cancels: what was loaded stays, the rest is counted as cancelled, and it cannot be resumed', async () => {
    writeCvs(80);
    const { id } = await start();
    await until(id, (view) => view.counts.loaded > 0);
    const view = await core.client().imports.cancel({ id });
    addUp(view);
    expect(view.state).toBe('cancelled');
    expect(view.counts.cancelled).toBeGreaterThan(0);
    expect(view.counts).toMatchObject({ waiting: 0, working: 0 });
    expect((await core.client().candidates.search({})).total).toBe(view.counts.loaded);
    expect(await get(id)).toMatchObject({ counts: view.counts });
    await expect(core.client().imports.resume({ id })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('goes on after the workspace was closed in the middle, without doing anything twice', async () => {
    writeCvs(60);
    const { id } = await start();
    await until(id, (view) => view.counts.loaded > 5);
    await core.close();
    core = await place.openCore();
    await core.session().runner.ended(id);
    const view = await get(id);
    expect(view).toMatchObject({ state: 'done', counts: { seen: 60, loaded: 60 } });
    expect((await core.client().candidates.search({})).total).toBe(60);
  });

  it('stays paused across a restart', async () => {
    writeCvs(30);
    const { id } = await start();
    await until(id, (view) => view.counts.loaded > 0);
    await core.client().imports.pause({ id });
    await core.close();
    core = await place.openCore();
    expect(await get(id)).toMatchObject({ state: 'paused' });
    await core.client().imports.resume({ id });
    await core.session().runner.ended(id);
    expect(await get(id)).toMatchObject({ state: 'done', counts: { seen: 30, loaded: 30 } });
  });

  it('stands still with a sentence when nothing can be written, and goes on when it can', async () => {
    writeCvs(20);
    const { store } = core.session().deps;
    const commit = store.commit;
    const full = new AppError('STORAGE_UNAVAILABLE', 'The disk is full.');
    let calls = 0;
    // The store is the real one; only the disk is made to be full, after the first few writes.
    Object.assign(store, {
      commit: (request: Parameters<typeof commit>[0]) =>
        ++calls > 3 ? Promise.reject(full) : commit(request),
    });
    const { id } = await start();
    const halted = await until(id, (view) => view.state === 'paused' && view.counts.working === 0);
    expect(halted.error).toBe('The disk is full.');
    addUp(halted);
    Object.assign(store, { commit });
    await core.client().imports.resume({ id });
    await core.session().runner.ended(id);
    expect(await get(id)).toMatchObject({
      state: 'done',
      error: null,
      counts: { seen: 20, loaded: 20 },
    });
  });

  it('pauses when the originals cannot be written, keeping every file in the queue', async () => {
    writeCvs(5);
    const temp = path.join(place.workspaceDir, 'originals', 'tmp');
    rmSync(temp, { recursive: true });
    // A file where the folder should be refuses writing for root too, whom permissions do not stop.
    place.file('../workspace/originals/tmp', '');
    const { id } = await start();
    const halted = await until(id, (view) => view.counts.failed > 0 || view.state === 'paused');
    expect(halted.counts.failed).toBe(0);
    expect(halted.error).toMatch(/did not answer as it should/);
  });

  it('lists a tree with links in a circle, and says which folder may not be read', async () => {
    writeCvs(2);
    place.file('deep/er/cv.txt', cvText({ name: 'Deep Example', email: 'deep@example.org' }));
    symlinkSync(place.files, path.join(place.files, 'deep', 'circle'));
    symlinkSync(path.join(place.dir, 'nowhere'), path.join(place.files, 'broken.pdf'));
    const locked = path.join(place.files, 'locked');
    place.file('locked/x.txt', 'x');
    chmodSync(locked, 0);
    const view = await importAll(core, [place.files]).finally(() => chmodSync(locked, 0o755));
    addUp(view);
    expect(view.counts.loaded).toBe(3);
    const items = await core.client().imports.items({ taskId: view.id, outcome: 'failed' });
    // Root may read what nobody may.
    const mayReadAll = process.getuid?.() === 0;
    expect(items.map((item) => item.displayPath)).toEqual(
      expect.arrayContaining(mayReadAll ? ['broken.pdf'] : ['broken.pdf', 'locked']),
    );
  });

  it('tells listeners how it goes, counts adding up at every step, and always the end', async () => {
    writeCvs(40);
    const views: ImportView[] = [];
    const stop = new AbortController();
    const listening = (async () => {
      const events = await core.client().system.events(undefined, { signal: stop.signal });
      for await (const event of events) if (event.type === 'import') views.push(event.import);
    })();
    const { id } = await start();
    await core.session().runner.ended(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort();
    await listening.catch(() => undefined);
    expect(views.length).toBeGreaterThan(2);
    for (const view of views) addUp(view);
    expect(views.at(-1)).toMatchObject({ id, state: 'done', counts: { loaded: 40 } });
  });

  it('writes less at a time where writing is slow, so that searches get their turn', async () => {
    writeCvs(80);
    const { store } = core.session().deps;
    const commit = store.commit;
    const sizes: number[] = [];
    // The store is the real one; the disk is made slow: 6 ms for each CV, all on the thread.
    Object.assign(store, {
      commit: (request: Parameters<typeof commit>[0]) => {
        const cvs = request.changes.filter(
          (change) => change.op === 'insert' && change.entity === 'resume',
        ).length;
        if (cvs > 0) sizes.push(cvs);
        const until = performance.now() + cvs * 6;
        while (performance.now() < until);
        return commit(request);
      },
    });
    await importAll(core, [place.files]);
    Object.assign(store, { commit });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(80);
    // Twelve milliseconds at a time are aimed at; a batch of ten would hold the thread for sixty.
    expect(Math.max(...sizes.slice(-5))).toBeLessThanOrEqual(4);
  });

  it('counts add up and everyone is there once, whatever the folder holds (random mixes)', async () => {
    let seed = 20260101;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 25; i++) {
        const who = random(12);
        const text = cvText({
          name: strangerNamed(who),
          email: `p${who}@example.org`,
          more: `Version ${random(3)}`,
        });
        const kind = random(6);
        if (kind === 0) place.file(`r${round}/${i}.txt`, '');
        else if (kind === 1)
          place.file(`r${round}/${i}.pdf`, new Uint8Array(random(500) + 1).fill(random(256)));
        else if (kind === 2)
          place.file(
            `r${round}/${i}.zip`,
            zipSync({ 'a.txt': strToU8(text), 'b.txt': strToU8(`${text}\nb`) }),
          );
        else place.file(`r${round}/${i}.txt`, text);
      }
      const view = await importAll(core, [path.join(place.files, `r${round}`)]);
      addUp(view);
      expect(view.counts).toMatchObject({ waiting: 0, working: 0, cancelled: 0 });
      const items = await core.client().imports.items({ taskId: view.id, limit: 500 });
      expect(items).toHaveLength(view.counts.seen);
    }
    const { rows, total } = await core.client().candidates.search({ limit: 200 });
    // Bytes that happen to be letters are a text in which nothing is found.
    const people = rows.filter((row) => row.email !== null).map((row) => row.email);
    expect(total).toBe(rows.length);
    expect(new Set(people).size).toBe(people.length);
    expect(people).toHaveLength(12);
    expect(readdirSync(path.join(place.workspaceDir, 'originals', 'tmp'))).toEqual([]);
  });
});

/** A different word for each number: names made of digits are not names. */

// Names that nobody takes for each other's: one letter more or less would make them possible duplicates.
const GIVEN =
  'Miriam Tobias Katharina Wolfgang Beatrice Leander Friederike Maximilian Rosalie Ulrich'.split(
    ' ',
  );
const FAMILY =
  'Zimmermann Kowalczyk Oppenheim Lindqvist Baumgartner Rasmussen Castellano Dubrovnik Whitfield Fairbanks Haverkamp Sommerfeld'.split(
    ' ',
  );
const strangerNamed = (n: number): string =>
  `${GIVEN[n % GIVEN.length]} ${FAMILY[Math.floor(n / GIVEN.length) % FAMILY.length]}`;
