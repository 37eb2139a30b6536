import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { requestOf } from '@/renderer/features/candidates/list/list-search';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';

export interface Neighbours {
  /** Place in the list one came from, from 0; null when this candidate is not at its active row. */
  readonly index: number | null;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly go: (by: 1 | -1) => void;
}

/** The candidates before and after this one in the list one came from. */
export function useNeighbours(id: string): Neighbours {
  const api = useApi();
  const navigate = useNavigate();
  const request = useListState((state) => state.request);
  const active = useListState((state) => state.active);
  const from = Math.max(0, active - 1);
  const around = useQuery({
    ...api.candidates.search.queryOptions({
      input: { ...(request ?? requestOf({})), offset: from, limit: 3 },
    }),
    enabled: request !== null,
  });
  const rows = around.data?.rows;
  const here = rows?.findIndex((row) => row.id === id) ?? -1;
  const found = here === -1 ? null : here;
  const previous = found === null ? null : (rows?.[found - 1]?.id ?? null);
  const next = found === null ? null : (rows?.[found + 1]?.id ?? null);
  const go = useCallback(
    (by: 1 | -1) => {
      const to = by === 1 ? next : previous;
      if (to === null) return;
      setListState({ active: from + (found ?? 0) + by });
      const q = request === null || request.text.trim() === '' ? {} : { q: request.text };
      void navigate({ to: '/candidates/$id', params: { id: to }, search: q, replace: true });
    },
    [from, found, next, previous, navigate, request],
  );
  return useMemo(
    () => ({
      index: found === null ? null : from + found,
      total: around.data?.total ?? 0,
      previous,
      next,
      go,
    }),
    [found, from, around.data?.total, previous, next, go],
  );
}
