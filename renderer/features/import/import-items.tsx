import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useSettings } from '@/renderer/app/workspace';
import { tabCount } from '@/renderer/features/import/counts';
import { ImportItemRow, ROW_LAYOUT } from '@/renderer/features/import/import-item-row';
import { ITEM_TABS, type ItemTab } from '@/renderer/features/import/import-search';
import { TAB_NAMES } from '@/renderer/features/import/words';
import { cx } from '@/renderer/lib/cx';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import type { ImportView } from '@/shared/contract/api/imports';

const route = getRouteApi('/import');
const PAGE = 200;
/** While an import runs its files are read again this often, in ms, for each page that is on screen. */
const READ_EVERY = 1500;

/** The files of an import under a tab for each outcome it has. */
export function ImportItems({ view }: { readonly view: ImportView }) {
  const t = useText();
  const format = useFormat();
  const navigate = route.useNavigate();
  const { tab: chosen } = route.useSearch();
  // The outcomes are always there, so that nothing moves as files come in.
  const tabs = ITEM_TABS.filter(
    (tab) => (tab !== 'waiting' && tab !== 'cancelled') || tabCount(view.counts, tab) > 0,
  );
  const tab = tabs.find((each) => each === chosen) ?? 'all';
  return (
    <Tabs
      className="flex-1"
      look="pills"
      label={t('import.tabs')}
      selected={tab}
      onSelect={(next) =>
        void navigate({
          search: { id: view.id, tab: next === 'all' ? undefined : next },
          replace: true,
        })
      }
      tabs={tabs.map((each) => ({
        id: each,
        label: t(TAB_NAMES[each]),
        count: format.number(tabCount(view.counts, each)),
      }))}
    >
      <Items key={tab} view={view} tab={tab} />
    </Tabs>
  );
}

function Items({ view, tab }: { readonly view: ImportView; readonly tab: ItemTab }) {
  const t = useText();
  const failure = useFailure();
  const { density } = useSettings();
  const query = useItems(view, tab);
  const items = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onReach = useCallback(
    (row: number) => {
      if (row >= items.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [items.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  // Under its own tab an outcome needs no column: the room goes to the reason.
  const showsOutcome = tab === 'all';
  if (query.isPending) {
    return (
      <Loading label={t('import.items.loading')} className="flex flex-col gap-2 px-5 pt-10">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </Loading>
    );
  }
  if (query.isError) {
    return (
      <ErrorState
        title={t('import.items.failed')}
        details={failure(query.error).details}
        onRetry={() => void query.refetch()}
      >
        {failure(query.error).message}
      </ErrorState>
    );
  }
  if (items.length === 0) return <NoItems view={view} tab={tab} />;
  return (
    <VirtualRows
      label={t('import.items')}
      // All rows at once, so that the scroll bar tells the truth; those not read yet are grey until they are.
      count={hasNextPage ? Math.max(items.length, tabCount(view.counts, tab)) : items.length}
      rowHeight={tab === 'failed' ? 68 : density === 'compact' ? 40 : 48}
      rowKey={(index) => items[index]?.id ?? String(index)}
      rowClassName={cx(
        ROW_LAYOUT,
        showsOutcome
          ? 'grid-cols-[minmax(0,5fr)_136px_minmax(0,6fr)]'
          : 'grid-cols-[minmax(0,2fr)_minmax(0,3fr)]',
      )}
      columns={[
        t('import.column.file'),
        ...(showsOutcome ? [t('import.column.outcome')] : []),
        t('import.column.why'),
      ]}
      onReach={onReach}
      renderRow={(index) => {
        const item = items[index];
        return item ? (
          <ImportItemRow view={view} item={item} showsOutcome={showsOutcome} />
        ) : (
          <Skeleton className="h-4 w-40" />
        );
      }}
    />
  );
}

function NoItems({ view, tab }: { readonly view: ImportView; readonly tab: ItemTab }) {
  const t = useText();
  if (tab !== 'all') return <EmptyState title={t('import.items.none-such')} />;
  return view.scanned ? (
    <EmptyState title={t('import.items.empty')}>{t('import.items.empty.text')}</EmptyState>
  ) : (
    <EmptyState title={t('import.items.listing')}>{t('import.items.listing.text')}</EmptyState>
  );
}

/** What a tab asks for: an outcome, or the state of files that have none. */
function filterOf(tab: ItemTab) {
  switch (tab) {
    case 'all':
      return { outcome: null, state: null };
    case 'waiting':
    case 'cancelled':
      return { outcome: null, state: tab };
    default:
      return { outcome: tab, state: null };
  }
}

function useItems(view: ImportView, tab: ItemTab) {
  const api = useApi();
  const query = useInfiniteQuery(
    api.imports.items.infiniteOptions({
      input: (afterId: string | null) => ({
        taskId: view.id,
        ...filterOf(tab),
        afterId,
        limit: PAGE,
      }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : (last.at(-1)?.id ?? undefined)),
      refetchInterval: ({ state }) =>
        view.state === 'running' ? READ_EVERY * Math.max(1, state.data?.pages.length ?? 1) : false,
    }),
  );
  // The last files end together with the import, after the last reading at an interval.
  const { refetch } = query;
  const settled =
    view.state === 'running' ? null : `${view.state} ${view.version} ${view.counts.failed}`;
  useEffect(() => {
    if (settled !== null) void refetch();
  }, [settled, refetch]);
  return query;
}
