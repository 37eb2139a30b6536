import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Api, useApi } from '@/renderer/app/api';
import type { MatchWeights } from '@/shared/domain/jobs/records';
import type { RankedPage, RankedRow } from '@/shared/domain/matching/views';

/** About two screens. */
const PAGE_SIZE = 50;
/** A ranking by weights that are being tried is of no use for long, in ms. */
const KEEP = 10_000;
/** How often it is asked again while what people are matched by is made, in ms. */
const MAKING = 2000;

export interface Asked {
  readonly jobId: string;
  /** Those being tried; null for those of the job. */
  readonly weights: MatchWeights | null;
  readonly minScore: number;
  readonly text: string;
  readonly applicants: boolean;
}

export interface ShownRanking {
  /** Counts and what the job asks for; null until they are first there. */
  readonly head: RankedPage | null;
  readonly rowAt: (index: number) => RankedRow | null;
  /** What is shown answers the question before. */
  readonly isOld: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** The last row in sight, so that more is read before one gets there. */
  readonly onReach: (index: number) => void;
}

/**
 * Everybody against a job, read a page at a time around what is in sight. While weights are dragged the newest question is answered: the
 * ones before it are aborted, and the rows before stay until then.
 */
export function useRanking(asked: Asked): ShownRanking {
  const api = useApi();
  const [page, setPage] = useState(0);
  const first = useQuery({
    ...pageOptions(api, asked, 0),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.making == null ? false : MAKING),
  });
  const total = first.data?.total ?? 0;
  const near = useMemo(
    () =>
      first.isPlaceholderData
        ? []
        : [page - 1, page, page + 1].filter((one) => one > 0 && one * PAGE_SIZE < total),
    [first.isPlaceholderData, page, total],
  );
  const rest = useQueries({
    queries: near.map((one) => pageOptions(api, asked, one)),
    combine: (results) => results.map(({ data }) => data?.rows),
  });
  const firstRows = first.data?.rows;
  const rowAt = useCallback(
    (index: number): RankedRow | null => {
      const at = Math.floor(index / PAGE_SIZE);
      const rows = at === 0 ? firstRows : rest[near.indexOf(at)];
      return rows?.[index % PAGE_SIZE] ?? null;
    },
    [firstRows, rest, near],
  );
  const onReach = useCallback((index: number) => setPage(Math.floor(index / PAGE_SIZE)), []);
  return {
    head: first.data ?? null,
    rowAt,
    isOld: first.isPlaceholderData,
    error: first.error,
    retry: () => void first.refetch(),
    onReach,
  };
}

const pageOptions = (api: Api, asked: Asked, page: number) =>
  api.matching.rank.queryOptions({
    input: { ...asked, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    gcTime: KEEP,
  });
