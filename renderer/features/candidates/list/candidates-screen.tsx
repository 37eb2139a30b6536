import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSettings } from '@/renderer/app/workspace';
import { CandidateTable } from '@/renderer/features/candidates/list/candidate-table';
import { shownColumns } from '@/renderer/features/candidates/list/column-order';
import { Expanded } from '@/renderer/features/candidates/list/expanded';
import { FacetsPanel } from '@/renderer/features/candidates/list/facets/facets-panel';
import type { ChangeSearch } from '@/renderer/features/candidates/list/facets/section-props';
import { useCustomFields } from '@/renderer/features/candidates/list/facets/use-custom-fields';
import { useFacetAsks } from '@/renderer/features/candidates/list/facets/use-facet-asks';
import { FilterBar } from '@/renderer/features/candidates/list/filter-bar';
import {
  ListEmpty,
  ListFailed,
  ListSkeleton,
} from '@/renderer/features/candidates/list/list-messages';
import {
  countFilters,
  type ListSearch,
  readListSearch,
  requestOf,
  type SortKey,
  sortAfterClick,
} from '@/renderer/features/candidates/list/list-search';
import {
  setListState,
  showList,
  useListState,
} from '@/renderer/features/candidates/list/list-state';
import {
  DIMMED_AFTER,
  isPanelOpen,
  useListView,
} from '@/renderer/features/candidates/list/list-view';
import { ListToolbar } from '@/renderer/features/candidates/list/list-toolbar';
import { PreviewPanel } from '@/renderer/features/candidates/list/preview-panel';
import { QueryExplained } from '@/renderer/features/candidates/list/query-explained';
import { RebuildingBar } from '@/renderer/features/candidates/list/rebuilding-bar';
import { loadedAround, rowAt } from '@/renderer/features/candidates/list/row-pages';
import { searchKey } from '@/renderer/features/candidates/list/selection';
import { useCandidateRows } from '@/renderer/features/candidates/list/use-candidate-rows';
import { useFittingColumns } from '@/renderer/features/candidates/list/use-fitting-columns';
import { useLikeCommand } from '@/renderer/features/candidates/list/use-like-command';
import { useListCommands } from '@/renderer/features/candidates/list/use-list-commands';
import { useRestedCounts } from '@/renderer/features/candidates/list/use-rested-counts';
import { useSelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import { usePicker } from '@/renderer/features/candidates/picker';
import { useText } from '@/renderer/lib/text';
import { useMedia } from '@/renderer/lib/use-media';
import { useCurrent } from '@/renderer/lib/use-current';
import { useLate } from '@/renderer/lib/use-late';
import { useSame } from '@/renderer/lib/use-same';

interface Props {
  /** What other features put into the toolbar; one and the same element, as the toolbar is drawn again with another. */
  readonly toolbar?: ReactNode;
}

/** The list of candidates: search, filters, table, preview. */
export function CandidatesScreen({ toolbar = null }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const search = useListSearch();
  const request = useMemo(() => requestOf(search), [search]);
  useEffect(() => showList(search, request), [search, request]);

  const settings = useSettings();
  const custom = useCustomFields();
  const shown = useMemo(
    () =>
      shownColumns(
        settings.candidateColumns,
        custom.map((field) => field.id),
      ),
    [settings.candidateColumns, custom],
  );
  // What the filters and the header show does not change with each letter.
  const { q: _, ...chosen } = search;
  const filters = useSame(chosen);
  const sort = useSame(request.sort);
  const hasPanel = useListView(isPanelOpen);
  const list = useCandidateRows(request, useFacetAsks(filters));
  const counted = useRestedCounts(list.counted);
  const areCountsLate = useLate(DIMMED_AFTER, list.areFacetsOld);
  const { pages, total } = list;
  useEffect(() => setListState({ total }), [total]);

  const isPreviewOpen = useListState((state) => state.isPreviewOpen);
  const activeRow = useListState((state) => rowAt(pages, state.active));
  const isPreviewShown = isPreviewOpen && activeRow !== null;
  const place = useRef<HTMLElement>(null);
  const isNarrow = useMedia('(max-width: 1199px)');
  // In a small window the filters take the place that columns need, as the preview does in a usual one.
  const isShared = isPreviewShown || (hasPanel && isNarrow);
  const fitting = useFittingColumns(shown, request.sort.by, place, isShared);
  const tagPicker = usePicker();
  const listPicker = usePicker();

  // The handlers stay the same when rows come in, so that bars and buttons need not be drawn again with every page.
  const shownList = useCurrent({ request, pages, total });
  const onSearch = useCallback(
    (next: ListSearch) => void navigate({ to: '/candidates', search: next, replace: true }),
    [navigate],
  );
  // Of the address on its way and not of the one on screen: a second click may come before the first is drawn.
  const onChange: ChangeSearch = useCallback(
    (change) =>
      void navigate({
        to: '/candidates',
        search: (newest) => change(readListSearch(newest)),
        replace: true,
      }),
    [navigate],
  );
  const onSort = useCallback(
    (by: SortKey) => onChange((now) => sortAfterClick(now, by)),
    [onChange],
  );
  const onOpen = useCallback(
    (index: number) => {
      const { request: asked, pages: read } = shownList();
      const row = rowAt(read, index);
      if (row === null) return;
      setListState({ active: index, walk: loadedAround(read, index) });
      const q = asked.text.trim() === '' ? {} : { q: asked.text };
      void navigate({ to: '/candidates/$id', params: { id: row.id }, search: q });
    },
    [navigate, shownList],
  );
  const actions = useSelectionActions(shownList);
  const { onOpenChange } = tagPicker;
  const onTag = useCallback(() => onOpenChange(true), [onOpenChange]);
  const { onOpenChange: onListOpenChange } = listPicker;
  const onPutOnList = useCallback(() => onListOpenChange(true), [onListOpenChange]);
  useListCommands({ list: shownList, onOpen, actions, onTag, onPutOnList });
  useLikeCommand(shownList);

  const listKey = useMemo(() => searchKey(request), [request]);
  // Of the answer on screen and not of what is asked: rows must not grow before their pieces of the CV are there.
  const { text } = list.counted;
  const hasSnippets = list.query !== null && text.trim() !== '';
  const hasFilters = countFilters(filters) > 0;
  return (
    <div className="flex min-h-0 flex-1">
      {hasPanel ? (
        <FacetsPanel
          filters={filters}
          counted={counted}
          isOld={areCountsLate}
          onChange={onChange}
        />
      ) : null}
      <section
        ref={place}
        aria-label={t('candidates.title')}
        // What the list on screen answers, and with how many: what a measurement from outside waits for.
        data-text={list.isPending || list.isOld ? undefined : text}
        data-total={list.isPending || list.isOld ? undefined : total}
        className="@container flex min-w-0 flex-1 flex-col"
      >
        <h1 className="sr-only">{t('candidates.title')}</h1>
        <ListToolbar
          filters={filters}
          sort={sort}
          isRanked={request.text !== '' || filters.like !== undefined}
          onChange={onChange}
          onSearch={onSearch}
          total={list.isPending ? null : total}
          isFiltered={hasSnippets || hasFilters}
          shown={shown}
          listKey={listKey}
          actions={actions}
          tagPicker={tagPicker}
          listPicker={listPicker}
          extra={toolbar}
        />
        <FilterBar search={search} onSearch={onSearch} />
        {list.query === null || !hasSnippets ? null : (
          <QueryExplained text={text} query={list.query}>
            <Expanded search={search} text={text} expanded={list.expanded} onSearch={onSearch} />
          </QueryExplained>
        )}
        {list.rebuilding === null ? null : <RebuildingBar done={list.rebuilding} />}
        {list.error !== null && !list.isOld && list.isPending === false && total === 0 ? (
          <ListFailed error={list.error} onRetry={list.retry} />
        ) : list.isPending ? (
          list.error === null ? (
            <ListSkeleton />
          ) : (
            <ListFailed error={list.error} onRetry={list.retry} />
          )
        ) : total === 0 ? (
          <ListEmpty
            search={search}
            without={list.without}
            withoutFilters={list.withoutFilters}
            fewest={list.fewest}
            onSearch={onSearch}
          />
        ) : (
          <CandidateTable
            pages={pages}
            total={total}
            shown={fitting}
            density={settings.density}
            hasSnippets={hasSnippets}
            sort={sort}
            isOld={list.isOld}
            listKey={listKey}
            onRange={list.onRange}
            onSort={onSort}
            onOpen={onOpen}
            onToggle={actions.toggle}
            onRangeTo={actions.rangeTo}
            onToggleAll={actions.toggleAll}
          />
        )}
      </section>
      {isPreviewShown ? (
        <PreviewPanel
          row={activeRow}
          onClose={() => setListState({ isPreviewOpen: false })}
          onOpen={() => onOpen(useListState.getState().active)}
        />
      ) : null}
    </div>
  );
}

/** What the address says; coming back from elsewhere with a bare address brings back the list last shown. */
function useListSearch(): ListSearch {
  const navigate = useNavigate();
  const address = useSearch({ from: '/candidates' });
  // The router keeps what this screen's address may not hold beside what it may.
  const search = useMemo(() => readListSearch(address), [address]);
  // Decided once, on arrival: later a bare address means that the filters were cleared.
  const [restoring, setRestoring] = useState<ListSearch | null>(() => {
    const before = useListState.getState().search;
    return Object.keys(search).length === 0 && Object.keys(before).length > 0 ? before : null;
  });
  useEffect(() => {
    if (restoring === null) return;
    void navigate({ to: '/candidates', search: restoring, replace: true }).then(() =>
      setRestoring(null),
    );
  }, [navigate, restoring]);
  // The list of before at once, not after the address has followed: its scroll and selection would be lost in between.
  return restoring ?? search;
}
