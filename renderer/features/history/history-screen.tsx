import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useSettings } from '@/renderer/app/workspace';
import { DEED_LAYOUT, DeedRow } from '@/renderer/features/history/deed-row';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Select } from '@/renderer/ui/select';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Switch } from '@/renderer/ui/toggles';
import { VirtualRows } from '@/renderer/ui/virtual-rows';
import { DEED_KINDS, type DeedKind } from '@/shared/domain/history/deeds';

const route = getRouteApi('/history');
const AT_ONCE = 100;

/** What was done at this desk, by whom and when, newest first; each can be taken back as long as nothing was built on it. */
export function HistoryScreen() {
  const t = useText();
  const navigate = route.useNavigate();
  const { kind = null, mine = false } = route.useSearch();
  const show = (next: { readonly kind?: DeedKind | null; readonly mine?: boolean }): void => {
    const search = { kind, mine, ...next };
    void navigate({
      search: { kind: search.kind ?? undefined, mine: search.mine || undefined },
      replace: true,
    });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-4 border-b border-line px-5 py-3">
        <h1 className="flex-1 text-lg font-semibold">{t('history.title')}</h1>
        <Switch isSelected={mine} onChange={(isOn) => show({ mine: isOn })}>
          {t('history.mine')}
        </Switch>
        <Select<DeedKind | 'all'>
          label={t('history.kind')}
          hideLabel
          className="w-52"
          value={kind ?? 'all'}
          options={(['all', ...DEED_KINDS] as const).map((value) => ({
            value,
            label: t(KINDS[value]),
          }))}
          onChange={(value) => show({ kind: value === 'all' ? null : value })}
        />
      </header>
      <Deeds kind={kind} mine={mine} onShowAll={() => show({ kind: null, mine: false })} />
    </div>
  );
}

interface DeedsProps {
  readonly kind: DeedKind | null;
  readonly mine: boolean;
  readonly onShowAll: () => void;
}

function Deeds({ kind, mine, onShowAll }: DeedsProps) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const { density } = useSettings();
  const query = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (beforeCommitId: string | null) => ({ kind, mine, beforeCommitId, limit: AT_ONCE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextBefore,
    }),
  );
  const deeds = useMemo(() => query.data?.pages.flatMap((page) => page.deeds) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onReach = useCallback(
    (row: number) => {
      if (row >= deeds.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [deeds.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  if (query.isPending) {
    return (
      <Loading label={t('history.loading')} className="flex flex-col gap-2 px-5 pt-10">
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
        title={t('history.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (deeds.length === 0) {
    const isFiltered = kind !== null || mine;
    return (
      <EmptyState
        className="flex-1"
        icon={<History size={28} />}
        title={t(isFiltered ? 'history.empty-filtered' : 'history.empty')}
        {...(isFiltered && {
          action: <Button onPress={onShowAll}>{t('history.show-all')}</Button>,
        })}
      >
        {t(isFiltered ? 'history.empty-filtered-hint' : 'history.empty-hint')}
      </EmptyState>
    );
  }
  return (
    <VirtualRows
      label={t('history.title')}
      count={deeds.length}
      rowHeight={density === 'compact' ? 36 : 44}
      rowKey={(index) => `${deeds[index]?.commitId}:${index}`}
      rowClassName={DEED_LAYOUT}
      columns={[
        t('history.column.when'),
        t('history.column.who'),
        t('history.column.what'),
        t('history.column.whom'),
        t('history.column.undo'),
      ]}
      renderRow={(index) => {
        const deed = deeds[index];
        return deed === undefined ? null : <DeedRow deed={deed} />;
      }}
      onReach={onReach}
    />
  );
}

const KINDS: Readonly<Record<DeedKind | 'all', MessageId>> = {
  all: 'history.kind.all',
  people: 'history.kind.people',
  jobs: 'history.kind.jobs',
  'tags-and-lists': 'history.kind.tags-and-lists',
  duplicates: 'history.kind.duplicates',
  imports: 'history.kind.imports',
  rest: 'history.kind.rest',
};
