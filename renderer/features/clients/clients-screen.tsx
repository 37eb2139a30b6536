import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowDownUp, Building2, Plus } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { SavedViews } from '@/renderer/app/saved-views';
import { useSettings } from '@/renderer/app/workspace';
import {
  type ClientsSearch,
  clientsSearchSchema,
} from '@/renderer/features/clients/clients-search';
import { NewClientDialog, useNewClient } from '@/renderer/features/clients/new-client-dialog';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { SearchField } from '@/renderer/ui/field';
import { Menu } from '@/renderer/ui/menu';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Segments } from '@/renderer/ui/toggles';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import { CLIENT_STATUSES } from '@/shared/domain/clients/records';
import { CLIENT_SORT_KEYS, type ClientRow } from '@/shared/domain/clients/views';

const AT_ONCE = 200;
type Status = ClientsSearch['status'] | 'all';

/** The companies one works for. */
export function ClientsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/clients' });
  const show = useCallback(
    (next: ClientsSearch): void => void navigate({ to: '/clients', search: next, replace: true }),
    [navigate],
  );
  const by = search.by ?? 'companyName';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2.5">
        <h1 className="text-lg font-semibold">{t('clients.title')}</h1>
        <SearchField
          label={t('clients.search')}
          placeholder={t('clients.search')}
          className="max-w-60 min-w-32 flex-1"
          value={search.q ?? ''}
          onChange={(q) => show({ ...search, q: q === '' ? undefined : q })}
        />
        <Segments<NonNullable<Status>>
          label={t('clients.field.status')}
          hideLabel
          value={search.status ?? 'all'}
          options={(['all', ...CLIENT_STATUSES] as const).map((value) => ({
            value,
            label: t(STATUSES[value]),
          }))}
          onChange={(status) => show({ ...search, status: status === 'all' ? undefined : status })}
        />
        <span className="ml-auto" />
        <Menu
          label={t('jobs.sort')}
          trigger={
            <Button variant="ghost" size="sm" icon={<ArrowDownUp size={14} aria-hidden />}>
              {t('jobs.sorted', { by: t(SORTS[by]) })}
            </Button>
          }
          groups={[
            {
              entries: CLIENT_SORT_KEYS.map((key) => ({
                id: key,
                label: t(SORTS[key]),
                isSelected: key === by,
                onAction: () =>
                  show({ ...search, by: key, dir: key === 'companyName' ? 'asc' : 'desc' }),
              })),
            },
          ]}
        />
        <SavedViews
          subject="clients"
          view={search}
          onOpen={(view) => show(clientsSearchSchema.parse(view))}
        />
        <Allowed to="client.edit">
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden />}
            onPress={() => useNewClient.setState({ isOpen: true })}
          >
            {t('clients.new')}
          </Button>
        </Allowed>
      </header>
      <List search={search} onSearch={show} />
      <NewClientDialog />
    </div>
  );
}

interface ListProps {
  readonly search: ClientsSearch;
  readonly onSearch: (next: ClientsSearch) => void;
}

function List({ search, onSearch }: ListProps) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { density } = useSettings();
  const query = useInfiniteQuery(
    api.clients.list.infiniteOptions({
      input: (offset: number) => ({
        text: search.q ?? '',
        status: search.status ?? null,
        sort: {
          by: search.by ?? ('companyName' as const),
          direction: search.dir ?? ('asc' as const),
        },
        offset,
        limit: AT_ONCE,
      }),
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
      <Loading label={t('clients.loading')} className="flex flex-col gap-2 px-5 pt-10">
        {[1, 2, 3, 4].map((row) => (
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
        title={t('clients.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (rows.length === 0) {
    const isNarrowed = search.q !== undefined || search.status !== undefined;
    return (
      <EmptyState
        className="flex-1"
        icon={<Building2 size={28} />}
        title={t(isNarrowed ? 'clients.none-found' : 'clients.empty')}
        action={
          isNarrowed ? (
            <Button onPress={() => onSearch({})}>{t('clients.show-all')}</Button>
          ) : (
            <Allowed to="client.edit">
              <Button variant="primary" onPress={() => useNewClient.setState({ isOpen: true })}>
                {t('clients.new')}
              </Button>
            </Allowed>
          )
        }
      >
        {t(isNarrowed ? 'clients.none-found-hint' : 'clients.empty-hint')}
      </EmptyState>
    );
  }
  return (
    <VirtualRows
      label={t('clients.title')}
      count={rows.length}
      rowHeight={density === 'compact' ? 36 : 44}
      rowKey={(index) => rows[index]?.id ?? String(index)}
      rowClassName="grid grid-cols-[minmax(10rem,2fr)_minmax(6rem,1fr)_minmax(6rem,1fr)_5rem_5rem_6rem] items-center gap-3 px-5"
      columns={[
        t('clients.field.name'),
        t('clients.field.industry'),
        t('clients.place'),
        t('clients.open-jobs'),
        t('clients.all-jobs'),
        t('clients.contacts'),
      ]}
      renderRow={(index) => {
        const client = rows[index];
        return client === undefined ? null : <Row client={client} />;
      }}
      onReach={onReach}
    />
  );
}

function Row({ client }: { readonly client: ClientRow }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <span role="cell" className="flex min-w-0 items-center gap-2">
        <Link
          to="/clients/$clientId"
          params={{ clientId: client.id }}
          className="truncate rounded-sm font-medium hover:underline"
        >
          {client.companyName}
        </Link>
        {client.status === 'inactive' ? <Badge>{t('clients.status.inactive')}</Badge> : null}
        {client.offLimits ? <Badge tone="bad">{t('clients.off-limits')}</Badge> : null}
      </span>
      <span role="cell" className="truncate text-ink-2">
        {client.industry}
      </span>
      <span role="cell" className="truncate text-ink-2">
        {[client.city, client.country].filter(Boolean).join(', ')}
      </span>
      {[client.openJobs, client.jobs, client.contacts].map((count, index) => (
        <span key={index} role="cell" className="tabular text-ink-2">
          {format.number(count)}
        </span>
      ))}
    </>
  );
}

const STATUSES: Readonly<Record<NonNullable<Status>, MessageId>> = {
  all: 'clients.status.all',
  active: 'clients.status.active',
  inactive: 'clients.status.inactive',
};
const SORTS: Readonly<Record<(typeof CLIENT_SORT_KEYS)[number], MessageId>> = {
  companyName: 'clients.field.name',
  openJobs: 'clients.open-jobs',
  jobs: 'clients.all-jobs',
  updatedAt: 'jobs.column.updated',
};
