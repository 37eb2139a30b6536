import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useText } from '@/renderer/lib/text';
import type { DuplicateGroupView } from '@/shared/contract/api/duplicates';
import type { Id } from '@/shared/kit/ids';

const route = getRouteApi('/duplicates');
const PAGE = 50;

/** The queue of the address: its groups so far, which one is shown, and the ways through it. */
export function useQueue() {
  const api = useApi();
  const t = useText();
  const { reason, group: wanted, tab, compare } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = useInfiniteQuery(
    api.duplicates.groups.infiniteOptions({
      input: (after: { readonly score: number; readonly id: string } | null) => ({
        reason: reason ?? null,
        after,
        limit: PAGE,
      }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const groups = useMemo(
    (): readonly DuplicateGroupView[] | null =>
      pages.data?.pages.flatMap((page) => page.groups) ?? null,
    [pages.data],
  );
  const index = Math.max(0, groups?.findIndex((each) => each.id === wanted) ?? 0);
  const queued = groups?.[index] ?? null;
  const shown = compare === undefined ? queued : askedFor(compare);
  const show = useCallback(
    (id: string | undefined) =>
      void navigate({
        search: (before) => ({ ...before, group: id, compare: undefined }),
        replace: true,
      }),
    [navigate],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const next = groups?.[index + by];
      if (next !== undefined) show(next.id);
    },
    [groups, index, show],
  );
  const commands = useMemo((): readonly Command[] => {
    if (tab === 'merged') return [];
    const group = t('duplicates.title');
    return [
      {
        id: 'duplicates.next',
        title: t('duplicates.next'),
        group,
        keys: 'j',
        isKeysOnly: true,
        run: () => step(1),
      },
      {
        id: 'duplicates.previous',
        title: t('duplicates.previous'),
        group,
        keys: 'k',
        isKeysOnly: true,
        run: () => step(-1),
      },
    ];
  }, [t, tab, step]);
  useCommands(commands);
  const [first] = pages.data?.pages ?? [];
  return {
    groups,
    shown,
    show,
    reason: reason ?? null,
    narrow: (to: typeof reason | null) =>
      void navigate({ search: to === null ? {} : { reason: to }, replace: true }),
    total: first?.total ?? null,
    reasons: first?.reasons ?? [],
    /** The one after those that were decided, which leave the queue. */
    goOn: () =>
      show(
        compare === undefined ? (groups?.[index + 1]?.id ?? groups?.[index - 1]?.id) : queued?.id,
      ),
    error: pages.isError ? pages.error : null,
    retry: () => void pages.refetch(),
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
  };
}

/** People of an address, as a group. */
const askedFor = (ids: readonly Id[]): DuplicateGroupView => ({
  id: ids.join(' '),
  people: ids.map((id) => ({ id, name: '', headline: null, location: null })),
  size: ids.length,
  pairs: [],
});
