import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { useCan } from '@/renderer/app/session';
import { dayOf, useDay } from '@/renderer/lib/format';
import type { Figure, ReportFilters } from '@/shared/domain/reports/figures';

/** Days after which somebody who waits at a stage is worth a look. */
export const WAITS_LONG = 7;
/** A job that is to close within so many days is near its end. */
const CLOSES_SOON = 7;
/** As the filter of candidates by consent has it. */
export const CONSENT_ENDS_SOON = 30;
const MOST_JOBS = 100;
const MOST_IMPORTS = 20;
/** The figures of now ask for no time; the span has to be one. */
const SINCE = '2000-01-01T00:00:00.000Z';

export const TO_REVIEW: Figure = { kind: 'staying', stage: 'new' };
export const WAITING: Figure = { kind: 'stuck', days: WAITS_LONG };

/** What is worth doing today, each part as it is known: a part still being read is undefined, and one that could not be read has failed. */
export function useToday() {
  const api = useApi();
  const day = useDay();
  const filters = useMemo(
    (): ReportFilters => ({
      edges: [SINCE, `${day}T23:59:59.999Z`],
      jobId: null,
      clientId: null,
      byId: null,
      source: null,
    }),
    [day],
  );
  const behind = (figure: Figure) =>
    api.reports.behind.queryOptions({ input: { filters, figure, limit: 5 } });
  const can = useCan();
  const reads = { enabled: can('report.read') };
  const toReview = useQuery({ ...behind(TO_REVIEW), ...reads });
  const waiting = useQuery({ ...behind(WAITING), ...reads });
  const consent = useQuery({
    ...api.privacy.expiring.queryOptions({ input: { days: CONSENT_ENDS_SOON, limit: 5 } }),
    enabled: can('candidate.edit'),
  });
  const midnight = Date.parse(`${day}T00:00:00`);
  const interviews = useQuery({
    ...api.interviews.list.queryOptions({ input: { ...interviewsOn(midnight), limit: 5 } }),
    // What is still to come becomes less by itself.
    staleTime: 0,
    refetchInterval: 60_000,
    enabled: can('application.read'),
  });
  // Who reviews blind is not shown who may be the same person.
  const isBlind = useBlind()();
  const duplicates = useQuery({
    ...api.duplicates.groups.queryOptions({ input: { limit: 1 } }),
    enabled: !isBlind,
  });
  const saved = useQuery(api.searches.saved.queryOptions());
  const counts = useQuery(api.searches.counts.queryOptions());
  const unread = useQuery(api.notifications.countUnread.queryOptions());
  const imports = useQuery({
    ...api.imports.list.queryOptions({ input: { limit: MOST_IMPORTS } }),
    enabled: can('import.read'),
  });
  const jobs = useQuery({
    ...api.jobs.list.queryOptions({
      input: {
        filters: { statuses: ['open'], priorities: [], clientIds: [], recruiterIds: [] },
        sort: { by: 'closesOn', direction: 'asc' },
        limit: MOST_JOBS,
      },
    }),
    enabled: can('job.read'),
  });
  const lists = [toReview, waiting, interviews, consent, duplicates, saved, counts, imports, jobs];
  const all = [...lists, unread];
  const lastDay = dayOf(new Date(Date.parse(`${day}T12:00:00`) + CLOSES_SOON * 86_400_000));
  return {
    failed: all.find(({ isError }) => isError)?.error ?? null,
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
    // What is not asked for somebody is not waited for.
    isPending: all.some(({ isLoading }) => isLoading),
    toReview: toReview.data,
    waiting: waiting.data,
    interviews: interviews.data,
    consent: consent.data,
    duplicates: duplicates.data?.total ?? 0,
    unread: unread.data ?? 0,
    searches: (saved.data ?? []).flatMap((search) => {
      const fresh = counts.data?.find(({ id }) => id === search.id)?.fresh ?? 0;
      return fresh > 0 ? [{ search, fresh }] : [];
    }),
    imports: (imports.data ?? []).filter(
      (one) => one.counts.failed + one.counts.missing_information > 0,
    ),
    closing: (jobs.data?.rows ?? []).filter(
      ({ closesOn }) => closesOn !== null && closesOn <= lastDay,
    ),
  };
}

/** Those still to come of a day that begins at `midnight`, in ms since 1970; the next one begins by the clocks here, a day of 23 hours too. */
function interviewsOn(midnight: number) {
  const next = new Date(midnight);
  next.setDate(next.getDate() + 1);
  return {
    list: 'upcoming',
    from: new Date(midnight).toISOString(),
    before: next.toISOString(),
  } as const;
}
