import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import type { BulkRun } from '@/shared/contract/api/bulk';
import { squeeze } from '@/shared/kit/text';
import { NO_FILTERS } from '@/shared/domain/candidates/views';

const PEOPLE = 120;
const EVERYBODY = {
  kind: 'search',
  request: { text: 'billing', filters: NO_FILTERS, synonyms: true, spelling: true },
  total: PEOPLE,
} as const;

describe('bulk deeds at the desk', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
    const files = Array.from({ length: PEOPLE }, (_, n) =>
      place.file(
        `cv-${n}.txt`,
        cvText({
          name: `Miriam Lind${letters(n)}`,
          email: `p${n}@example.org`,
          more: `Number ${n}`,
        }),
      ),
    );
    await importAll(core, files);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const ended = async (run: BulkRun): Promise<BulkRun> => {
    for (;;) {
      const now = (await api().bulk.runs()).find(({ id }) => id === run.id);
      if (now === undefined) throw new Error('The run is gone');
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const total = async (text: string): Promise<number> =>
    (await api().candidates.search({ text, limit: 1 })).total;

  it('tags all that a search finds but for a few, and takes it back with one undo', async () => {
    const { rows } = await api().candidates.search({ text: 'billing', limit: 3 });
    const except = rows.map(({ id }) => id);
    const selection = { ...EVERYBODY, except };
    const action = { kind: 'add-tag', name: 'Pool A' } as const;
    const preview = await api().bulk.preview({ selection, action });
    expect(preview).toMatchObject({ total: PEOPLE - 3, changed: PEOPLE - 3, already: 0, gone: 0 });
    expect(preview.sample).toHaveLength(5);
    const run = await ended(await api().bulk.run({ selection, action }));
    expect(run).toMatchObject({ state: 'done', counts: { changed: PEOPLE - 3 } });
    expect(await total('tag:"Pool A"')).toBe(PEOPLE - 3);
    expect(await api().bulk.preview({ selection: EVERYBODY, action })).toMatchObject({
      changed: 3,
      already: PEOPLE - 3,
    });
    expect(await api().history.undo({})).toMatchObject({ candidates: PEOPLE - 3, kept: 0 });
    expect(await total('tag:"Pool A"')).toBe(0);
    expect(await api().candidates.tags()).toEqual([]);
    expect(await api().history.redo()).toMatchObject({ undid: 'tag.added', again: true });
    expect(await total('tag:"Pool A"')).toBe(PEOPLE - 3);
  });

  it('keeps the whole batches that were done when it is stopped, and takes those back', async () => {
    const action = { kind: 'archive', archived: true } as const;
    const slow = await api().bulk.run({
      selection: EVERYBODY,
      action: { kind: 'add-tag', name: 'First' },
    });
    const run = await api().bulk.run({ selection: EVERYBODY, action });
    await api().bulk.stop({ id: run.id });
    await ended(slow);
    const stopped = await ended(run);
    const archived = await api().candidates.search({ filters: { archived: true }, limit: 1 });
    expect(archived.total).toBe(stopped.counts.changed);
    if (stopped.commitId !== null) await api().history.undo({ commitId: stopped.commitId });
    expect(await total('billing')).toBe(PEOPLE);
  });

  it('undoes a deed that is still at work: it ends first', async () => {
    const action = { kind: 'do-not-contact', doNotContact: true } as const;
    const { id } = await api().bulk.run({ selection: EVERYBODY, action });
    const now = async () => (await api().bulk.runs()).find((run) => run.id === id);
    while ((await now())?.commitId === null) await new Promise(setImmediate);
    await api().history.undo({});
    expect(['done', 'stopped']).toContain((await now())?.state);
    const { rows } = await api().candidates.search({ text: 'billing', limit: 200 });
    const people = await Promise.all(rows.map((row) => api().candidates.get({ id: row.id })));
    expect(people).toHaveLength(PEOPLE);
    expect(people.filter(({ candidate }) => candidate.doNotContact)).toEqual([]);
  });

  it('keeps lists: names are one of a kind, a deleted one comes back with everybody on it', async () => {
    const { id } = await api().lists.create({ name: 'Berlin  welders' });
    await expect(api().lists.create({ name: 'berlin WELDERS' })).rejects.toMatchObject({
      code: 'INVALID',
    });
    const run = await ended(
      await api().bulk.run({ selection: EVERYBODY, action: { kind: 'add-to-list', listId: id } }),
    );
    expect(run.counts).toMatchObject({ changed: PEOPLE });
    const all = async () =>
      (await api().lists.all()).map(({ name, candidates }) => ({ name, candidates }));
    expect(await all()).toEqual([{ name: 'Berlin welders', candidates: PEOPLE }]);
    const [list] = await api().lists.all();
    await api().lists.edit({ id, version: list?.version ?? 0, patch: { name: 'Berlin' } });
    await api().lists.remove({ id, version: (list?.version ?? 0) + 1 });
    expect(await all()).toEqual([]);
    await api().history.undo({});
    expect(await all()).toEqual([{ name: 'Berlin', candidates: PEOPLE }]);
    const recruiter = core.client({ id, name: 'Rec', role: 'recruiter' });
    expect((await recruiter.lists.all())[0]?.candidates).toBe(0);
  });

  it('takes a name as it is and says what is not there', async () => {
    const { rows } = await api().candidates.search({ text: 'billing', limit: 1 });
    const selection = { kind: 'ids', ids: rows.map(({ id }) => id) } as const;
    for (const [, text] of HOSTILE_TEXTS) {
      const name = text.trim().slice(0, 60);
      if (name.trim() === '') continue;
      const run = await ended(
        await api().bulk.run({ selection, action: { kind: 'add-to-new-list', name } }),
      );
      expect({ name, state: run.state }).toEqual({ name, state: 'done' });
      const lists = await api().lists.of({ candidateId: selection.ids[0] ?? '' });
      expect(lists.map((list) => list.name)).toContain(squeeze(name));
    }
    const nobody = core.session().actor.id;
    await expect(
      api().bulk.run({ selection, action: { kind: 'remove-tag', tagId: nobody } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const recruiter = core.client({ id: nobody, name: 'Rec', role: 'recruiter' });
    await expect(
      recruiter.bulk.run({ selection, action: { kind: 'change-owner', ownerId: nobody } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

/** A number as a name's letters: names are words. */
const letters = (n: number): string =>
  [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('') + 'son';
