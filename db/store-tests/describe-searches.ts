import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CandidateSearchRequest, NO_FILTERS } from '@/shared/domain/candidates/views';
import { undo } from '@/shared/usecases/history/undo';
import { notifyOfNewPeople } from '@/shared/usecases/notifications/notify';
import { readNotifications } from '@/shared/usecases/notifications/read-notifications';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import {
  changeSearch,
  countSaved,
  deleteSearch,
  saveSearch,
  seeSearch,
} from '@/shared/usecases/searches/saved-searches';
import { forgetSearches, rememberSearch } from '@/shared/usecases/searches/search-history';
import { ADMIN, type MakeStore, PORTAL, RECRUITER, type StoreHarness } from './harness';
import { HOSTILE_TEXTS } from './hostile-texts';

/** Searches that people keep, those they made, and what they are told of. */
export function describeSearches(name: string, make: MakeStore): void {
  describe(`${name}: searches`, () => {
    let harness: StoreHarness;
    let now: Date;
    beforeEach(async () => {
      harness = await make();
      at('2026-03-01T09:00:00.000Z');
    });
    afterEach(() => harness.close());
    const at = (time: string): void => {
      now = new Date(time);
      harness.setNow(now);
    };
    const deps = () => ({ ...harness, clock: { now: () => now } });
    const remember = (text: string, given: Partial<typeof NO_FILTERS> = {}, actor = ADMIN) =>
      rememberSearch(deps(), actor, { text, filters: { ...NO_FILTERS, ...given }, total: 3 });
    const made = async (actor = ADMIN, containing = '') =>
      (await harness.searches.made(actor, { containing, limit: 500 })).map((entry) => entry.text);
    const kept = (text: string) => ({
      name: text,
      text,
      filters: NO_FILTERS,
      sort: null,
      columns: null,
      notify: false,
    });

    describe('made', () => {
      it('are remembered once, the newest first', async () => {
        await remember('java');
        await remember('nurse');
        await remember(' java ');
        expect(await made()).toEqual(['java', 'nurse']);
      });

      it('tell the same words with other filters apart', async () => {
        await remember('java');
        await remember('java', { cities: ['Leeds'] });
        await remember('', { cities: ['Leeds'] });
        expect(await made()).toEqual(['', 'java', 'java']);
      });

      it('take the place of what they grew out of, but only shortly after', async () => {
        await remember('ja');
        at('2026-03-01T09:00:10.000Z');
        await remember('java');
        expect(await made()).toEqual(['java']);
        at('2026-03-01T10:00:00.000Z');
        await remember('java spring');
        expect(await made()).toEqual(['java spring', 'java']);
      });

      it('do not keep the whole list', async () => {
        expect(await remember('  ')).toEqual({ remembered: false });
        expect(await made()).toEqual([]);
      });

      it('keep the newest 200', async () => {
        for (let count = 1; count <= 203; count++) await remember(`number ${count};`);
        const texts = await made();
        expect(texts).toHaveLength(200);
        expect(texts[0]).toBe('number 203;');
        expect(texts.at(-1)).toBe('number 4;');
      });

      it('are found by a piece of them, folded, and forgotten one by one and as a whole', async () => {
        await remember('Müller');
        await remember('nurse');
        expect(await made(ADMIN, 'mull')).toEqual(['Müller']);
        const [nurse] = await harness.searches.made(ADMIN, { containing: 'nurse', limit: 1 });
        await forgetSearches(deps(), ADMIN, { id: nurse?.id ?? '' });
        expect(await made()).toEqual(['Müller']);
        await forgetSearches(deps(), ADMIN, { id: null });
        expect(await made()).toEqual([]);
      });

      it('are everyone’s own and leave no line in the history', async () => {
        await remember('java');
        await remember('nurse', {}, RECRUITER);
        expect(await made()).toEqual(['java']);
        expect(await made(PORTAL)).toEqual([]);
        expect(await harness.history.lastUndoable(ADMIN)).toBeNull();
      });

      it('keep any text as it is', async () => {
        for (const [, text] of HOSTILE_TEXTS) {
          await remember(text);
          const [entry] = await harness.searches.made(ADMIN, { containing: '', limit: 1 });
          if (text.trim() !== '') expect(entry?.text).toBe(text.replace(/\s+/g, ' ').trim());
        }
      });
    });

    describe('saved', () => {
      const saved = async (actor = ADMIN) =>
        (await harness.searches.saved(actor)).map((search) => search.name);
      const one = async (id: string) => {
        const search = await harness.searches.savedOne(ADMIN, id);
        if (search === null) throw new Error('No such search');
        return search;
      };

      it('come back as they were kept, by name, to their owner only', async () => {
        await saveSearch(deps(), ADMIN, kept('nurse'));
        const { id } = await saveSearch(deps(), ADMIN, {
          name: '  Berlin ',
          text: 'java (spring OR "machine learning")',
          filters: { ...NO_FILTERS, cities: ['Berlin'] },
          sort: { by: 'name', direction: 'asc' },
          columns: ['name', 'tags'],
          notify: true,
        });
        expect(await saved()).toEqual(['Berlin', 'nurse']);
        expect(await one(id)).toMatchObject({
          text: 'java (spring OR "machine learning")',
          filters: { ...NO_FILTERS, cities: ['Berlin'] },
          sort: { by: 'name', direction: 'asc' },
          columns: ['name', 'tags'],
          notify: true,
          seenAt: '2026-03-01T09:00:00.000Z',
        });
        expect(await saved(RECRUITER)).toEqual([]);
        expect(await harness.searches.savedOne(RECRUITER, id)).toBeNull();
        await expect(deleteSearch(deps(), RECRUITER, { id })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      });

      it('take no name twice', async () => {
        await saveSearch(deps(), ADMIN, kept('Nurse'));
        await expect(saveSearch(deps(), ADMIN, kept('nurse'))).rejects.toMatchObject({
          code: 'INVALID',
        });
        await saveSearch(deps(), RECRUITER, kept('nurse'));
        expect(await saved()).toEqual(['Nurse']);
      });

      it('are renamed, changed and deleted, and each of it is taken back', async () => {
        const { id } = await saveSearch(deps(), ADMIN, kept('nurse'));
        const change = async (patch: { name?: string; text?: string }) =>
          changeSearch(deps(), ADMIN, { id, version: (await one(id)).version, patch });
        await change({ name: 'Ward nurses' });
        await change({ text: 'nurse ward' });
        expect(await one(id)).toMatchObject({ name: 'Ward nurses', text: 'nurse ward' });
        await expect(
          changeSearch(deps(), ADMIN, { id, version: 1, patch: { name: 'Late' } }),
        ).rejects.toMatchObject({ code: 'CONFLICT' });
        await undo(deps(), ADMIN, { commitId: null });
        expect((await one(id)).text).toBe('nurse');
        await deleteSearch(deps(), ADMIN, { id });
        expect(await saved()).toEqual([]);
        await undo(deps(), ADMIN, { commitId: null });
        expect(await one(id)).toMatchObject({ name: 'Ward nurses', text: 'nurse' });
      });

      it('keep the other words that are switched off, and are counted without them', async () => {
        const asked: CandidateSearchRequest[] = [];
        const search: CandidateSearch = {
          ...harness.search,
          search: async (actor, request) => {
            asked.push(request);
            return harness.search.search(actor, request);
          },
        };
        const filters = { ...NO_FILTERS, synonyms: false, spelling: false } as const;
        const { id } = await saveSearch(deps(), ADMIN, { ...kept('k8s'), filters });
        expect((await one(id)).filters).toEqual(filters);
        await saveSearch(deps(), ADMIN, kept('nurse'));
        await countSaved({ ...deps(), search }, ADMIN);
        expect(asked.map(({ text, synonyms, spelling }) => [text, synonyms, spelling])).toEqual([
          ['k8s', false, false],
          ['nurse', true, true],
        ]);
      });

      it('tell since when people are new, and looking is nothing to take back', async () => {
        const { id } = await saveSearch(deps(), ADMIN, kept('nurse'));
        at('2026-03-02T09:00:00.000Z');
        expect(await seeSearch(deps(), ADMIN, { id })).toEqual({
          newSince: '2026-03-01T09:00:00.000Z',
        });
        expect((await one(id)).seenAt).toBe('2026-03-02T09:00:00.000Z');
        await deleteSearch(deps(), ADMIN, { id });
        await undo(deps(), ADMIN, { commitId: null });
        expect((await harness.history.lastUndoable(ADMIN))?.action).toBe('search.saved');
      });
    });

    describe('notifications', () => {
      /** Finds as many as are new since a moment. */
      const finds = (arrivals: readonly string[]): CandidateSearch => ({
        ...harness.search,
        search: async (actor, request) => {
          const page = await harness.search.search(actor, { ...request, text: '' });
          const since = request.filters.newSince ?? '';
          return { ...page, total: arrivals.filter((one) => one > since).length };
        },
      });
      const look = (arrivals: readonly string[]) =>
        notifyOfNewPeople({ ...deps(), search: finds(arrivals) });
      const list = async (actor = ADMIN) =>
        (await harness.notifications.list(actor, 50)).map(({ subjectName, count, readAt }) => ({
          subjectName,
          count,
          isRead: readAt !== null,
        }));

      it('tell of new people once a search until it is read, and then only of newer ones', async () => {
        await saveSearch(deps(), ADMIN, { ...kept('nurse'), notify: true });
        await saveSearch(deps(), ADMIN, kept('silent'));
        const arrivals = ['2026-03-01T10:00:00.000Z'];
        at('2026-03-01T10:00:05.000Z');
        await look(arrivals);
        expect(await list()).toEqual([{ subjectName: 'nurse', count: 1, isRead: false }]);
        arrivals.push('2026-03-01T11:00:00.000Z');
        await look(arrivals);
        expect(await list()).toEqual([{ subjectName: 'nurse', count: 2, isRead: false }]);
        expect(await harness.notifications.countUnread(ADMIN)).toBe(1);
        at('2026-03-01T12:00:00.000Z');
        await readNotifications(deps(), ADMIN, { id: null });
        await look(arrivals);
        expect(await list()).toEqual([{ subjectName: 'nurse', count: 2, isRead: true }]);
        arrivals.push('2026-03-01T13:00:00.000Z');
        at('2026-03-01T13:00:05.000Z');
        await look(arrivals);
        expect(await list()).toEqual([
          { subjectName: 'nurse', count: 1, isRead: false },
          { subjectName: 'nurse', count: 2, isRead: true },
        ]);
      });

      it('are everyone’s own', async () => {
        await saveSearch(deps(), RECRUITER, { ...kept('nurse'), notify: true });
        await look(['2026-03-01T10:00:00.000Z']);
        expect(await list()).toEqual([]);
        expect(await list(RECRUITER)).toHaveLength(1);
        await readNotifications(deps(), ADMIN, { id: null });
        expect(await harness.notifications.countUnread(RECRUITER)).toBe(1);
      });
    });
  });
}
