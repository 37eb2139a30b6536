import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { keepPairs } from '@/shared/usecases/duplicates/keep-pairs';

describe('searching for duplicates', () => {
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
  const settled = () => core.session().duplicateSearcher.ended();
  const pairs = async () =>
    (await core.client().duplicates.groups({})).groups.flatMap((group) => group.pairs);
  /** Two CVs of one person, the second with a slip in the name and nothing but the phone in common. */
  const twoOfOne = async (): Promise<void> => {
    place.file(
      '1.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org', phone: '+46 70 123 45 67' }),
    );
    await importAll(core, [place.files]);
    place.file('2.txt', cvText({ name: 'Anna Lindqvst', phone: '+46 (0)70-123 45 67 ext. 12' }));
    await importAll(core, [place.files]);
    await settled();
  };

  it('keeps a pair once, however often it is searched', async () => {
    await twoOfOne();
    const [pair, ...more] = await pairs();
    expect(more).toEqual([]);
    expect(pair?.reasons).toContain('phone');
    expect(pair?.candidateId.localeCompare(pair.otherId)).toBe(1);
    for (let time = 0; time < 2; time++) {
      await core.client().duplicates.startSearch();
      await settled();
      expect(await core.client().duplicates.search()).toMatchObject({
        state: 'done',
        whole: true,
        done: 1,
        found: 0,
        error: null,
      });
    }
    expect(await pairs()).toHaveLength(1);
    expect(await core.client().duplicates.counts()).toEqual({ open: 1, notTheSame: 0, merged: 0 });
  });

  it('never brings back what a person called two people, whichever way round it is found', async () => {
    await twoOfOne();
    const [pair] = await pairs();
    if (pair === undefined) throw new Error('no pair');
    await core.client().duplicates.dismiss({ pairIds: [pair.id] });
    await core.client().duplicates.startSearch();
    await settled();
    expect(await pairs()).toEqual([]);
    const { deps, actor } = core.session();
    const turned = { ...pair, candidateId: pair.otherId, otherId: pair.candidateId };
    expect(await keepPairs(deps, actor, [turned])).toBe(0);
    expect(await core.client().duplicates.counts()).toMatchObject({ open: 0, notTheSame: 1 });
  });

  it('leaves out people who are hidden by a merge', async () => {
    await twoOfOne();
    const [pair] = await pairs();
    const ids = [pair?.candidateId ?? '', pair?.otherId ?? ''];
    const { choice, stamp } = await core.client().duplicates.preview({ candidateIds: ids });
    await core.client().duplicates.merge({ candidateIds: ids, choice, stamp });
    await core.client().duplicates.startSearch();
    await settled();
    expect(await core.client().duplicates.search()).toMatchObject({ state: 'done', found: 0 });
    expect(await pairs()).toEqual([]);
  });

  it('stops at a word, and refuses a second whole search at the same time', async () => {
    await twoOfOne();
    const client = core.client();
    await client.duplicates.startSearch();
    await expect(client.duplicates.startSearch()).rejects.toMatchObject({ code: 'INVALID' });
    expect(await client.duplicates.stopSearch()).toMatchObject({ state: 'stopped' });
    await client.duplicates.startSearch();
    await settled();
    expect(await client.duplicates.search()).toMatchObject({ state: 'done' });
  });

  it('does not search for whoever may only look at nothing', async () => {
    const portal = core.client({ id: core.session().actor.id, name: 'P', role: 'candidate' });
    await expect(portal.duplicates.startSearch()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(portal.duplicates.counts()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
