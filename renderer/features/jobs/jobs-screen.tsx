import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BriefcaseBusiness, Plus } from 'lucide-react';
import { type CSSProperties, useCallback, useMemo } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useCan } from '@/renderer/app/session';
import { SavedViews } from '@/renderer/app/saved-views';
import { useSettings } from '@/renderer/app/workspace';
import { useBeginJob } from '@/renderer/features/jobs/begin-job';
import {
  COLUMN_NAMES,
  ColumnsMenu,
  Filters,
  SortMenu,
} from '@/renderer/features/jobs/jobs-filters';
import {
  isNarrowed,
  type JobColumn,
  jobsSearchSchema,
  type JobsSearch,
  requestOf,
  USUAL_COLUMNS,
} from '@/renderer/features/jobs/jobs-search';
import { useJobsFor } from '@/renderer/features/jobs/own-client';
import { ExportMenu } from '@/renderer/features/jobs/export-menu';
import { PriorityMenu, StatusMenu } from '@/renderer/features/jobs/status-menus';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { SearchField } from '@/renderer/ui/field';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import type { JobRow } from '@/shared/domain/jobs/views';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';

const AT_ONCE = 100;

/** Every job one works on: narrowed, sorted, and changed in place. */
export function JobsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/jobs' });
  const show = useCallback(
    (next: JobsSearch): void => void navigate({ to: '/jobs', search: next, replace: true }),
    [navigate],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2.5">
        <h1 className="text-lg font-semibold">{t('jobs.title')}</h1>
        <SearchField
          label={t('jobs.search')}
          placeholder={t('jobs.search')}
          className="max-w-60 min-w-32 flex-1"
          value={search.q ?? ''}
          onChange={(q) => show({ ...search, q: q === '' ? undefined : q })}
        />
        <span className="ml-auto" />
        <SortMenu search={search} onChange={show} />
        <ColumnsMenu search={search} onChange={show} />
        <SavedViews
          subject="jobs"
          view={search}
          onOpen={(view) => show(jobsSearchSchema.parse(view))}
        />
        <Allowed to="export.run">
          <ExportMenu search={search} />
        </Allowed>
        <NewJobButton />
      </header>
      <List search={search} onSearch={show} />
    </div>
  );
}

function NewJobButton() {
  const t = useText();
  const begin = useBeginJob();
  return useJobsFor().kind === 'nobody' ? null : (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onPress={() => begin()}>
      {t('jobs.new')}
    </Button>
  );
}

interface ListProps {
  readonly search: JobsSearch;
  readonly onSearch: (next: JobsSearch) => void;
}

function List({ search, onSearch }: ListProps) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { density } = useSettings();
  const query = useInfiniteQuery(
    api.jobs.list.infiniteOptions({
      input: (offset: number) => ({ ...requestOf(search), offset, limit: AT_ONCE }),
      initialPageParam: 0,
      getNextPageParam: (page, pages) => {
        const read = pages.reduce((sum, one) => sum + one.rows.length, 0);
        return read < page.total && page.rows.length > 0 ? read : null;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onReach = useCallback(
    (row: number) => {
      if (row >= rows.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  if (query.isPending) {
    return (
      <Loading label={t('jobs.loading')} className="flex flex-col gap-2 px-5 pt-10">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </Loading>
    );
  }
  if (query.isError) {
    const { message, details } = failure(query.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('jobs.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const first = query.data.pages[0];
  const columns = search.columns ?? USUAL_COLUMNS;
  if (rows.length === 0 && !isNarrowed(search)) {
    return (
      <EmptyState
        className="flex-1"
        icon={<BriefcaseBusiness size={28} />}
        title={t('jobs.empty')}
        action={<NewJobButton />}
      >
        {t('jobs.empty-hint')}
      </EmptyState>
    );
  }
  return (
    <>
      {first === undefined ? null : (
        <Filters search={search} facets={first.facets} total={first.total} onChange={onSearch} />
      )}
      {rows.length === 0 ? (
        <EmptyState
          className="flex-1"
          title={t('jobs.none-found')}
          action={<Button onPress={() => onSearch({})}>{t('jobs.show-all')}</Button>}
        >
          {t('jobs.none-found-hint')}
        </EmptyState>
      ) : (
        // The widths of the columns that are shown: a class could not say them.
        <div
          className="flex min-h-0 flex-1 flex-col"
          style={{ '--columns': gridOf(columns) } as CSSProperties}
        >
          <VirtualRows
            label={t('jobs.title')}
            count={rows.length}
            rowHeight={density === 'compact' ? 36 : 44}
            rowKey={(index) => rows[index]?.id ?? String(index)}
            rowClassName="grid grid-cols-(--columns) items-center gap-3 px-5"
            columns={[
              t('jobs.field.title'),
              // Five numbers: which stages they count is said by where they begin and end.
              ...columns.map((one) =>
                t(one === 'candidates' ? 'jobs.column.stages' : COLUMN_NAMES[one]),
              ),
            ]}
            renderRow={(index) => {
              const job = rows[index];
              return job === undefined ? null : <Row job={job} columns={columns} />;
            }}
            onReach={onReach}
          />
        </div>
      )}
    </>
  );
}

function Row({ job, columns }: { readonly job: JobRow; readonly columns: readonly JobColumn[] }) {
  return (
    <>
      <span role="cell" className="min-w-0 truncate">
        <Link
          to="/jobs/$jobId"
          params={{ jobId: job.id }}
          className="rounded-sm font-medium hover:underline"
        >
          {job.title}
        </Link>
      </span>
      {columns.map((column) => (
        <span key={column} role="cell" className="min-w-0 truncate text-ink-2">
          <Cell job={job} column={column} />
        </span>
      ))}
    </>
  );
}

function Cell({ job, column }: { readonly job: JobRow; readonly column: JobColumn }) {
  const format = useFormat();
  const can = useCan();
  switch (column) {
    case 'client':
      return !can('client.read') ? (
        job.clientName
      ) : (
        <Link
          to="/clients/$clientId"
          params={{ clientId: job.clientId }}
          className="hover:underline"
        >
          {job.clientName}
        </Link>
      );
    case 'status':
      return <StatusMenu job={job} />;
    case 'priority':
      return <PriorityMenu job={job} />;
    case 'openings':
      return <span className="tabular">{format.number(job.openings)}</span>;
    case 'candidates':
      return <StageStrip job={job} />;
    case 'location':
      return job.location;
    case 'recruiters':
      return format.list(job.recruiters.map(({ name }) => name));
    case 'closesOn':
      return job.closesOn === null ? null : format.day(job.closesOn);
    case 'updatedAt':
      return <RelativeTime value={job.updatedAt} />;
  }
}

/** How many stand at each stage, from new to selected. */
function StageStrip({ job }: { readonly job: JobRow }) {
  const t = useText();
  const format = useFormat();
  const counts = OPEN_STAGES.map((stage) => job.stages[stage]);
  const [fresh = 0, inReview = 0, shortlisted = 0, inProgress = 0, selected = 0] = counts;
  const spoken = t('jobs.stages', { fresh, inReview, shortlisted, inProgress, selected });
  return (
    <span title={spoken}>
      <span className="sr-only">{spoken}</span>
      <span aria-hidden className="tabular inline-grid grid-cols-5 gap-0.5">
        {OPEN_STAGES.map((stage) => (
          <span
            key={stage}
            className={
              job.stages[stage] === 0
                ? 'min-w-5 text-center text-ink-3'
                : 'min-w-5 rounded-sm bg-press px-1 text-center font-medium text-ink'
            }
          >
            {format.number(job.stages[stage])}
          </span>
        ))}
      </span>
    </span>
  );
}

const WIDTHS: Readonly<Record<JobColumn, string>> = {
  client: 'minmax(5.5rem,1.2fr)',
  status: '5.25rem',
  priority: '5.25rem',
  openings: '4rem',
  candidates: '7rem',
  location: 'minmax(4rem,1fr)',
  recruiters: 'minmax(5rem,1fr)',
  closesOn: '8rem',
  updatedAt: '7rem',
};
const gridOf = (columns: readonly JobColumn[]): string =>
  ['minmax(10rem,2.5fr)', ...columns.map((column) => WIDTHS[column])].join(' ');
