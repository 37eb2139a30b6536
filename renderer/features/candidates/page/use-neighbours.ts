import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { requestOf } from '@/renderer/features/candidates/list/list-search';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';

export interface Neighbours {
  /** Place in the list one came from, from 0; null when one did not come from the list. */
  readonly index: number | null;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly go: (by: 1 | -1) => void;
}

/** The candidates before and after this one, in the order of the list when one left it. */
export function useNeighbours(id: string): Neighbours {
  const navigate = useNavigate();
  const walk = useListState((state) => state.walk);
  const total = useListState((state) => state.total);
  const at = walk.ids.indexOf(id);
  const index = at === -1 ? null : walk.start + at;
  // At the ends of what was loaded the list is asked for one more.
  const before = useRowId(index !== null && at === 0 && index > 0 ? index - 1 : null);
  const isLast = at === walk.ids.length - 1;
  const after = useRowId(index !== null && isLast && index + 1 < total ? index + 1 : null);
  const previous = walk.ids[at - 1] ?? before;
  const next = (at === -1 ? undefined : walk.ids[at + 1]) ?? after;
  const go = useCallback(
    (by: 1 | -1) => {
      const to = by === 1 ? next : previous;
      if (to === null || index === null) return;
      const { request, walk: known } = useListState.getState();
      setListState({
        active: index + by,
        walk: known.ids.includes(to) ? known : withMore(known, to, by),
      });
      const q = request === null || request.text.trim() === '' ? {} : { q: request.text };
      void navigate({ to: '/candidates/$id', params: { id: to }, search: q, replace: true });
    },
    [index, next, previous, navigate],
  );
  return useMemo(() => ({ index, total, previous, next, go }), [index, total, previous, next, go]);
}

const withMore = (
  walk: { readonly start: number; readonly ids: readonly string[] },
  id: string,
  by: 1 | -1,
) =>
  by === 1
    ? { start: walk.start, ids: [...walk.ids, id] }
    : { start: walk.start - 1, ids: [id, ...walk.ids] };

/** The candidate at a row of the list, once it is read; null without a row. */
function useRowId(row: number | null): string | null {
  const api = useApi();
  const request = useListState((state) => state.request);
  const page = useQuery({
    ...api.candidates.search.queryOptions({
      input: { ...(request ?? requestOf({})), offset: row ?? 0, limit: 1 },
    }),
    enabled: row !== null,
  });
  return row === null ? null : (page.data?.rows[0]?.id ?? null);
}
