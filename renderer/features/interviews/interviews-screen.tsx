import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CalendarClock, Download } from 'lucide-react';
import { useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { QueryFailed } from '@/renderer/app/query-failed';
import { InterviewCard } from '@/renderer/features/interviews/interview-card';
import { InterviewTable } from '@/renderer/features/interviews/interview-table';
import type { InterviewsSearch } from '@/renderer/features/interviews/interviews-search';
import { Narrowing } from '@/renderer/features/interviews/narrowing';
import { LIST_NAMES } from '@/renderer/features/interviews/words';
import { RecordsDialog } from '@/renderer/features/tables';
import { nextOffset } from '@/renderer/lib/paged';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Drawer } from '@/renderer/ui/drawer';
import { MoreRows } from '@/renderer/ui/more-rows';
import { EmptyState, Loading, Skeleton } from '@/renderer/ui/states';
import { Segments } from '@/renderer/ui/toggles';
import { INTERVIEW_LISTS, type InterviewList } from '@/shared/domain/interviews/views';
import type { Id } from '@/shared/kit/ids';

const route = getRouteApi('/interviews');
const AT_ONCE = 100;

/** Interviews: those to come, those that wait for somebody to say what came of them, and those that are decided. */
export function InterviewsScreen() {
  const t = useText();
  const api = useApi();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const [open, setOpen] = useState<Id | null>(null);
  const [isExporting, setExporting] = useState(false);
  const { list = 'upcoming' } = search;
  const go = (next: InterviewsSearch): void => {
    setOpen(null);
    void navigate({ search: next, replace: true });
  };
  const query = useInfiniteQuery({
    ...api.interviews.list.infiniteOptions({
      input: (offset: number) => ({ ...askedOf(search), offset, limit: AT_ONCE }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
    }),
    // What was to come is over by itself.
    staleTime: 0,
    refetchInterval: 60_000,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = query.data?.pages[0]?.total;
  const chosen = rows.find(({ interview }) => interview.id === open);
  const isNarrowed =
    search.status !== undefined || search.interviewer !== undefined || search.day !== undefined;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-3">
        <h1 className="text-lg font-semibold">{t('interviews.title')}</h1>
        <Segments
          label={t('interviews.view')}
          hideLabel
          value={list}
          options={INTERVIEW_LISTS.map((value) => ({ value, label: t(LIST_NAMES[value]) }))}
          onChange={(next) => go({ ...search, list: next, status: undefined, day: undefined })}
        />
        <Narrowing search={search} onChange={go} />
        <span className="ml-auto flex items-center gap-3">
          {total === undefined ? null : (
            <span role="status" className="tabular text-sm text-ink-3">
              {t('interviews.count', { count: total })}
            </span>
          )}
          <Allowed to="export.run">
            <IconButton label={t('interviews.export')} onPress={() => setExporting(true)}>
              <Download size={16} aria-hidden />
            </IconButton>
          </Allowed>
        </span>
      </header>
      <div className="flex min-h-0 flex-1">
        <div className="min-h-0 min-w-0 flex-1 overflow-auto">
          {query.isPending ? (
            <Loading label={t('interviews.loading')} className="flex flex-col gap-2 p-5">
              {[1, 2, 3, 4, 5].map((row) => (
                <Skeleton key={row} className="h-11" />
              ))}
            </Loading>
          ) : query.isError ? (
            <QueryFailed title={t('interviews.failed')} query={query} />
          ) : rows.length === 0 ? (
            <Empty list={list} isNarrowed={isNarrowed} onShowAll={() => go({ list })} />
          ) : (
            <>
              <InterviewTable
                rows={rows}
                open={open}
                onOpen={(id) => setOpen(id === open ? null : id)}
              />
              <MoreRows label={t('interviews.more')} query={query} />
            </>
          )}
        </div>
        {chosen === undefined ? null : (
          <Drawer
            key={chosen.interview.id}
            label={t('interviews.details')}
            title={chosen.candidateName || t('interviews.no-name')}
            takesFocus
            onClose={() => setOpen(null)}
          >
            <div className="flex flex-col gap-3 p-4">
              <p className="text-ink-2">
                {chosen.jobTitle} · {chosen.clientName}
              </p>
              <InterviewCard view={chosen} />
            </div>
          </Drawer>
        )}
      </div>
      {isExporting ? (
        <RecordsDialog wanted={{ kind: 'interviews' }} isOpen onOpenChange={setExporting} />
      ) : null}
    </div>
  );
}

/** A day is one where whoever looks is. */
function askedOf({ list = 'upcoming', status, interviewer, day }: InterviewsSearch) {
  const midnight = day === undefined ? null : new Date(`${day}T00:00:00`);
  const next = midnight === null ? null : new Date(midnight);
  next?.setDate(next.getDate() + 1);
  return {
    list,
    statuses: status === undefined ? [] : [status],
    interviewerId: interviewer ?? null,
    from: midnight?.toISOString() ?? null,
    before: next?.toISOString() ?? null,
  };
}

const EMPTY = {
  upcoming: ['interviews.empty.upcoming', 'interviews.empty.upcoming-hint'],
  'to-decide': ['interviews.empty.to-decide', 'interviews.empty.to-decide-hint'],
  past: ['interviews.empty.past', 'interviews.empty.past-hint'],
} as const;

function Empty({
  list,
  isNarrowed,
  onShowAll,
}: {
  readonly list: InterviewList;
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
}) {
  const t = useText();
  const [title, hint] = EMPTY[list];
  return (
    <EmptyState
      className="h-full"
      icon={<CalendarClock size={28} />}
      title={t(isNarrowed ? 'interviews.empty.narrowed' : title)}
      action={
        isNarrowed ? (
          <Button onPress={onShowAll}>{t('interviews.show-all')}</Button>
        ) : list === 'upcoming' ? (
          <Link to="/pipeline" className="text-accent-ink hover:underline">
            {t('interviews.go-pipeline')}
          </Link>
        ) : undefined
      }
    >
      {t(isNarrowed ? 'interviews.empty.narrowed-hint' : hint)}
    </EmptyState>
  );
}
