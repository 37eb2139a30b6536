import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Api, useApi } from '@/renderer/app/api';
import { type ListRequest, requestOf } from '@/renderer/features/candidates/list/list-search';
import { PAGE_SIZE, pagesFor, type RowRange } from '@/renderer/features/candidates/list/row-pages';
import type { CandidateRow, CandidateSearchPage } from '@/shared/domain/candidates/views';
import type { Query } from '@/shared/domain/search/query';

/** Pages out of sight are let go after this time, in ms: 100,000 rows would fill the window's memory. */
const KEEP_PAGES = 60_000;
/** How often a moving view asks for pages, in ms. */
const SETTLE = 50;

export interface CandidateRows {
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>;
  readonly total: number;
  readonly query: Query | null;
  readonly without: CandidateSearchPage['without'];
  /** Nothing to show yet, not even the rows of the search before. */
  readonly isPending: boolean;
  /** The rows shown answer the search before; the new answer is on its way. */
  readonly isOld: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** To be told which rows are on screen; cheap enough to call with every frame. */
  readonly onRange: (range: RowRange) => void;
}

/**
 * The rows of a list around those on screen. While another search is under way the rows before stay; its answer replaces them
 * at once, and a search that is no longer wanted is aborted.
 */
export function useCandidateRows(request: ListRequest): CandidateRows {
  const api = useApi();
  const page = (index: number) => pageOptions(api, request, index);
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;
  const { near, onRange } = usePagesNear(total);
  const wanted = first.isPlaceholderData ? NONE : near;
  const rest = useQueries({ queries: wanted.map(page), combine: dataOf });

  const firstRows = first.data?.rows;
  const pages = useMemo(() => {
    const map = new Map<number, readonly CandidateRow[]>();
    if (firstRows !== undefined) map.set(0, firstRows);
    for (const [index, page] of wanted.entries()) {
      const rows = rest[index]?.rows;
      if (rows !== undefined) map.set(page, rows);
    }
    return map;
  }, [firstRows, rest, wanted]);

  return {
    pages,
    total,
    query: first.data?.query ?? null,
    without: first.data?.without ?? NOTHING,
    isPending: first.isPending,
    isOld: first.isPlaceholderData,
    error: first.error,
    retry: () => void first.refetch(),
    onRange,
  };
}

const pageOptions = (api: Api, request: ListRequest, page: number) =>
  api.candidates.search.queryOptions({
    input: { ...request, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    gcTime: KEEP_PAGES,
  });

/** The question for the top of the list when nobody has searched or filtered yet. */
export const firstPageOptions = (api: Api) => pageOptions(api, requestOf({}), 0);

const NONE: readonly number[] = [];
const NOTHING: CandidateSearchPage['without'] = [];

const dataOf = (
  results: readonly UseQueryResult<CandidateSearchPage>[],
): readonly (CandidateSearchPage | undefined)[] => results.map((result) => result.data);

/**
 * The pages near the rows on screen. The answer changes only when another page comes near, at most every `SETTLE` ms: scrolling
 * renders nothing but the table, and dragging the scroll bar does not ask for a thousand pages.
 */
function usePagesNear(total: number) {
  const [near, setNear] = useState(NONE);
  const newest = useRef<RowRange>({ start: 0, end: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settle = useCallback(() => {
    timer.current = undefined;
    const pages = pagesFor(newest.current, total);
    setNear((before) => (before.join() === pages.join() ? before : pages));
  }, [total]);
  const onRange = useCallback(
    (range: RowRange) => {
      newest.current = range;
      timer.current ??= setTimeout(settle, SETTLE);
    },
    [settle],
  );
  useEffect(() => {
    settle();
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [settle]);
  return { near, onRange };
}
