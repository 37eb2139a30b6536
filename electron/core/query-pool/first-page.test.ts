import { describe, expect, it, vi } from 'vitest';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { withFirstPage } from './first-page';
import type { QueryPool } from './query-pool';

const ACTOR = { id: '01890000-0000-7000-8000-000000000001', name: 'Tess', role: 'admin' } as const;
const page = (input: Parameters<typeof candidateSearchRequestSchema.parse>[0] = {}) =>
  candidateSearchRequestSchema.parse(input);

const never = async (): Promise<never> => {
  throw new Error('Nobody asks for this.');
};

/** A search that finds as many as it was told, so that one sees who answered. */
const finding = (total: number): QueryPool => ({
  search: async () => ({
    rows: [],
    total,
    query: { root: null, problems: [] },
    without: [],
    expanded: [],
    facets: [],
    rebuilding: null,
  }),
  ids: async () => [],
  suggest: async () => [],
  lists: async () => [],
  complete: async () => [],
  deeds: async () => ({ deeds: [], nextBefore: null }),
  audit: { list: never, entry: never, verify: never, count: never, stretch: never },
  reports: {
    report: () => Promise.reject(new Error('nobody asks for a report here')),
    behind: async () => ({ rows: [], total: 0 }),
  },
  readJob: () => Promise.reject(new Error('nobody reads a job here')),
  matching: {
    rank: never,
    statistics: never,
    explain: never,
    counterfactual: never,
    forCandidate: never,
    best: never,
    news: never,
  },
  makeFacts: async () => null,
  lookForNews: async () => null,
  warm: () => undefined,
  check: async () => [],
  close: async () => undefined,
});

async function answers(requests: readonly ReturnType<typeof page>[]): Promise<readonly number[]> {
  const search = withFirstPage(finding(2), finding(1));
  const totals: number[] = [];
  for (const request of requests) totals.push((await search.search(ACTOR, request)).total);
  return totals;
}

describe('withFirstPage', () => {
  it('takes the first plain page upon itself, and no other', async () => {
    expect(await answers([page(), page(), page()])).toEqual([1, 2, 2]);
  });

  it('leaves what may take long to the threads, also when it comes first', async () => {
    for (const long of [
      page({ text: 'java' }),
      page({ filters: { cities: ['Berlin'] } }),
      page({ filters: { minYears: 0 } }),
      page({ filters: { archived: true } }),
      page({ sort: { by: 'company', direction: 'asc' } }),
      page({ offset: 50_000 }),
    ]) {
      expect(await answers([long, page()])).toEqual([2, 2]);
    }
  });

  it('has a thread ready soon after, so that the first search does not wait for one to start', async () => {
    vi.useFakeTimers();
    try {
      const warm = vi.fn();
      const search = withFirstPage({ ...finding(2), warm }, finding(1));
      await search.search(ACTOR, page());
      expect(warm).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1000);
      expect(warm).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });
});
