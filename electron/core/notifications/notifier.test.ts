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
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import { newId } from '@/shared/kit/ids';

// Everything waited for comes by itself; a busy machine takes its time.
const SOON = 30_000;

describe('notifications', { timeout: 2 * SOON }, () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place, {
      notifierTiming: { settleMs: 150, atMostMs: 1000, jobsMs: 400 },
    });
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
    await vi.waitFor(
      async () => expect(await told('import-finished')).toEqual([[view.label, 2, false]]),
      SOON,
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
    await vi.waitFor(
      async () => expect(await told('saved-search')).toEqual([['Everyone', 3, false]]),
      SOON,
    );
    // Looked at after the batch, not after each of its commits.
    expect(search.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await api().searches.counts()).toMatchObject([
      { total: 4, fresh: 3 },
      { total: 4, fresh: 3 },
    ]);
  });

  it('tell once of somebody whom an edit lifts over the threshold of a job, without being asked', async () => {
    const { id: clientId } = await api().clients.create({ companyName: 'Acme' });
    const { id: jobId } = await api().jobs.create({
      clientId,
      draft: {
        ...EMPTY_DRAFT,
        title: 'Weaver',
        skills: [
          { name: 'Loom repair', need: 'required', weight: 3, minYears: null, skillId: null },
        ],
      },
      status: 'open',
    });
    const { version } = (await api().jobs.get({ id: jobId })).job;
    await api().jobs.setMatching({ id: jobId, version, matchThreshold: 40 });
    await bring('Anna Lindqvist');
    const [anna] = (await api().candidates.search({})).rows;
    const scoreOf = async () => (await api().matching.rank({ jobId })).rows[0]?.score ?? -1;
    await vi.waitFor(async () => expect(await scoreOf()).toBeGreaterThanOrEqual(0), SOON);
    expect(await told('new-matches')).toEqual([]);
    await api().candidates.addPart({
      candidateId: anna?.id ?? '',
      part: {
        entity: 'candidateSkill',
        values: { name: 'Loom repair', years: null },
      },
    });
    await vi.waitFor(
      async () => expect(await told('new-matches')).toEqual([['Weaver', 1, false]]),
      SOON,
    );
  });

  it('tell the other administrators of all that happened on a board in one go, and not who did it', async () => {
    const { deps } = core.session();
    const other = { id: newId(), name: 'Second', role: 'admin' } as const;
    const me = core.session().actor;
    await deps.store.commit({
      actor: me,
      action: 'settings.changed',
      changes: [
        {
          op: 'insert',
          entity: 'user',
          row: {
            ...other,
            email: null,
            phone: null,
            roleId: null,
            clientId: null,
            status: 'active',
          },
        },
      ],
    });
    await bring('Anna Lindqvist', 'Bruno Keller');
    const { id: clientId } = await api().clients.create({ companyName: 'Acme' });
    const { id: jobId } = await api().jobs.create({
      clientId,
      draft: { ...EMPTY_DRAFT, title: 'Nurse' },
    });
    const { rows } = await api().candidates.search({});
    const { put } = await api().pipeline.put({
      jobId,
      candidateIds: rows.map(({ id }) => id),
      despiteWarnings: true,
    });
    for (const { applicationId } of put) {
      await api().pipeline.move({
        applications: [{ id: applicationId, from: 'new' }],
        to: 'in_review',
        columnId: null,
      });
    }
    const toldOther = async () =>
      (await deps.notifications.list(other, 10)).map(({ kind, subjectName, count, version }) => [
        kind,
        subjectName,
        count,
        version,
      ]);
    await vi.waitFor(
      async () =>
        expect((await toldOther()).toSorted()).toEqual([
          ['job-created', 'Nurse', 1, 1],
          ['stage-changed', 'Nurse', 2, 1],
        ]),
      SOON,
    );
    expect(await told('stage-changed')).toEqual([]);
    expect(await told('job-created')).toEqual([]);
  });
});
