import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { NO_FILTERS } from '@/shared/domain/candidates/views';

describe('notifications', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place, { notifierTiming: { settleMs: 150, atMostMs: 1000 } });
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const bring = (...names: readonly string[]) =>
    importAll(
      core,
      names.map((name) =>
        place.file(`${name}.txt`, cvText({ name, email: `${name.split(' ')[0]}@example.org` })),
      ),
    );
  const told = async (kind: string) =>
    (await api().notifications.list({}))
      .filter((one) => one.kind === kind)
      .map(({ subjectName, count, readAt }) => [subjectName, count, readAt !== null]);

  it('tell who started an import that it ended, once', async () => {
    const view = await bring('Anna Lindqvist', 'Bruno Keller');
    await vi.waitFor(async () =>
      expect(await told('import-finished')).toEqual([[view.label, 2, false]]),
    );
    expect(await api().notifications.countUnread()).toBe(1);
    expect(await api().notifications.read({ id: null })).toEqual({ read: 1 });
    expect(await api().notifications.countUnread()).toBe(0);
  });

  it('tell once a batch who is new in a saved search, and nothing of searches nobody asked to be told of', async () => {
    const search = vi.spyOn(core.session().deps.search, 'search');
    await bring('Anna Lindqvist');
    const kept = { filters: NO_FILTERS, sort: null, columns: null };
    await api().searches.save({ ...kept, name: 'Everyone', text: '', notify: true });
    await api().searches.save({ ...kept, name: 'Quiet', text: '', notify: false });
    await bring('Bruno Keller', 'Carmen Ruiz', 'Dilan Aydin');
    await vi.waitFor(async () =>
      expect(await told('saved-search')).toEqual([['Everyone', 3, false]]),
    );
    // Looked at after the batch, not after each of its commits.
    expect(search.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await api().searches.counts()).toMatchObject([
      { total: 4, fresh: 3 },
      { total: 4, fresh: 3 },
    ]);
  });
});
