import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Api, useApi } from '@/renderer/app/api';
import { rememberLabels } from '@/renderer/features/candidates/list/facets/facet-labels';
import type { FacetAsk } from '@/renderer/features/candidates/list/facets/asks-of';
import { type ListRequest, requestOf } from '@/renderer/features/candidates/list/list-search';
import { PAGE_SIZE, pagesFor, type RowRange } from '@/renderer/features/candidates/list/row-pages';
import type { CandidateRow, CandidateSearchPage } from '@/shared/domain/candidates/views';
import type { Query } from '@/shared/domain/search/query';

/** Pages out of sight are let go after this time, in ms: 100,000 rows would fill the window's memory. */
const KEEP_PAGES = 60_000;
/** How often a moving view asks for pages, in ms. */
const SETTLE = 50;
/** How long after the very first rows values are counted, in ms: what is read for it would compete with painting them. */
const COUNT_AFTER = 250;
/** How often a search is asked again while its index is rebuilt, in ms. */
const REBUILDING = 2000;

export interface CandidateRows {
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>;
  readonly total: number;
  readonly query: Query | null;
  readonly without: CandidateSearchPage['without'];
  readonly withoutFilters: NonNullable<CandidateSearchPage['withoutFilters']>;
  readonly fewest: NonNullable<CandidateSearchPage['fewest']> | null;
  /** Nothing to show yet, not even the rows of the search before. */
  readonly isPending: boolean;
  /** The rows shown answer the search before; the new answer is on its way. */
  readonly isOld: boolean;
  readonly counted: Counted;
  /** The counts belong to the search before or lack what was just asked for; new ones are on their way. */
  readonly areFacetsOld: boolean;
  readonly expanded: CandidateSearchPage['expanded'];
  readonly rebuilding: CandidateSearchPage['rebuilding'];
  readonly error: unknown;
  readonly retry: () => void;
  /** To be told which rows are on screen; cheap enough to call with every frame. */
  readonly onRange: (range: RowRange) => void;
}

/** What the newest answer counted. */
export interface Counted {
  readonly facets: CandidateSearchPage['facets'];
  /** The text that was searched for. */
  readonly text: string;
}

/**
 * The rows of a list around those on screen. While another search is under way the rows before stay; its answer replaces them
 * at once, and a search that is no longer wanted is aborted.
 */
export function useCandidateRows(request: ListRequest, asks: readonly FacetAsk[]): CandidateRows {
  const api = useApi();
  const page = (index: number) => pageOptions(api, request, index);
  const counting = useCountingAfterFirstList();
  const first = useQuery({
    ...firstOptions(api, request, counting.now ? asks : NO_ASKS),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.rebuilding == null ? false : REBUILDING),
  });
  const answered = useAnswered(request, first.isPlaceholderData ? undefined : first.data);
  useEffect(() => rememberLabels(first.data?.facets ?? []), [first.data]);
  const { begin } = counting;
  const hasRows = first.data !== undefined;
  useEffect(() => {
    if (!hasRows) return;
    const counting = setTimeout(begin, COUNT_AFTER);
    return () => clearTimeout(counting);
  }, [hasRows, begin]);
  const isOld = first.isPlaceholderData && answered?.request !== request;
  const counted = useMemo(
    () => ({
      facets: answered?.data.facets ?? NO_FACETS,
      text: answered?.request.text ?? '',
    }),
    [answered],
  );
  const total = first.data?.total ?? 0;
  const { near, onRange } = usePagesNear(total);
  const wanted = isOld ? NONE : near;
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
    withoutFilters: first.data?.withoutFilters ?? NO_GROUPS,
    fewest: first.data?.fewest ?? null,
    isPending: first.isPending,
    isOld,
    counted,
    areFacetsOld: first.isPlaceholderData || !counting.now,
    expanded: first.data?.expanded ?? NOT_EXPANDED,
    rebuilding: first.data?.rebuilding ?? null,
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

/** The top of the list, with what is counted beside it: the pages after it ask for rows alone. */
const firstOptions = (api: Api, request: ListRequest, asks: readonly FacetAsk[]) =>
  pageOptions(api, { ...request, facets: [...asks] }, 0);

/** The question for the top of the list when nobody has searched or filtered yet. */
export const firstPageOptions = (api: Api) => firstOptions(api, requestOf({}), NO_ASKS);

let hasShownList = false;

/**
 * Whether values are counted: not with the very first list of the window. The core answers that one by itself, before its query threads
 * have started and read what they count from; the counts come once its rows are there.
 */
function useCountingAfterFirstList(): { readonly now: boolean; readonly begin: () => void } {
  const [now, setNow] = useState(hasShownList);
  const begin = useCallback(() => {
    hasShownList = true;
    setNow(true);
  }, []);
  return { now, begin };
}

interface Answered {
  readonly request: ListRequest;
  readonly data: CandidateSearchPage;
}

/** The request that the newest answer belongs to: counting something more asks anew, and the rows stay as true as they were. */
function useAnswered(request: ListRequest, data: CandidateSearchPage | undefined): Answered | null {
  const [answered, setAnswered] = useState<Answered | null>(null);
  // Kept while drawing, as React has it for what follows from props: an effect would draw everything twice.
  if (data !== undefined && (answered?.data !== data || answered.request !== request)) {
    setAnswered({ request, data });
  }
  return answered;
}

const NONE: readonly number[] = [];
const NOTHING: CandidateSearchPage['without'] = [];
const NO_GROUPS: NonNullable<CandidateSearchPage['withoutFilters']> = [];
const NO_ASKS: readonly FacetAsk[] = [];
const NO_FACETS: CandidateSearchPage['facets'] = [];
const NOT_EXPANDED: CandidateSearchPage['expanded'] = [];

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
