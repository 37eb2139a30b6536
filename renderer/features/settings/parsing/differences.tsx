import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { KIND_NAMES, STATE_NAMES } from '@/renderer/features/settings/parsing/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Loading, Skeleton } from '@/renderer/ui/states';
import type { ReparseRun } from '@/shared/contract/api/reparse';
import type { Difference } from '@/shared/domain/reparse/difference';
import type { ReparseItemView } from '@/shared/domain/reparse/records';

const PAGE = 50;

/** Candidate by candidate what would change, each to accept or to leave. */
export function Differences({ run }: { readonly run: ReparseRun }) {
  const t = useText();
  const api = useApi();
  const items = useInfiniteQuery(
    api.reparse.items.infiniteOptions({
      input: (afterId: string | null) => ({ reparseId: run.id, afterId, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : (last.at(-1)?.id ?? undefined)),
    }),
  );
  // Applied, left and taken back are told by the counts; the list is read again when they change.
  const { refetch } = items;
  const settled = `${run.counts.applied} ${run.counts.left}`;
  useEffect(() => {
    if (settled !== '') void refetch();
  }, [settled, refetch]);
  if (items.data === undefined) {
    return (
      <Loading label={t('settings.parsing.loading')} className="flex flex-col gap-2">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </Loading>
    );
  }
  return (
    <>
      <ul aria-label={t('settings.parsing.list')} className="border-t border-line">
        {items.data.pages.flat().map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {items.hasNextPage ? (
        <Button
          className="mt-3"
          isDisabled={items.isFetchingNextPage}
          onPress={() => void items.fetchNextPage()}
        >
          {t('settings.parsing.more')}
        </Button>
      ) : null}
    </>
  );
}

function Item({ item }: { readonly item: ReparseItemView }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const name = item.candidateName || t('settings.parsing.no-name');
  const readAgain = (): void => void queries.invalidateQueries({ queryKey: api.reparse.key() });
  const apply = useMutation(
    api.reparse.apply.mutationOptions({
      onSuccess: ({ commitId }) => {
        readAgain();
        done(t('settings.parsing.done', { name }), commitId);
      },
    }),
  );
  const leave = useMutation(api.reparse.leave.mutationOptions({ onSuccess: readAgain }));
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex items-center gap-2">
        <Link
          to="/candidates/$id"
          params={{ id: item.candidateId }}
          className="min-w-0 truncate rounded-sm font-medium text-accent-ink hover:underline"
        >
          {name}
        </Link>
        {item.state === 'open' ? null : (
          <Badge tone={item.state === 'applied' ? 'good' : 'neutral'}>
            {t(STATE_NAMES[item.state])}
          </Badge>
        )}
        <span className="flex-1" />
        {item.state === 'applied' ? null : (
          <>
            <Button
              size="sm"
              aria-label={t('settings.parsing.accept-one', { name })}
              isDisabled={apply.isPending}
              onPress={() => apply.mutate({ itemId: item.id })}
            >
              {t('settings.parsing.accept')}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={t(
                item.state === 'left'
                  ? 'settings.parsing.reopen-one'
                  : 'settings.parsing.leave-one',
                { name },
              )}
              isDisabled={leave.isPending}
              onPress={() => leave.mutate({ itemId: item.id, left: item.state !== 'left' })}
            >
              {t(item.state === 'left' ? 'settings.parsing.reopen' : 'settings.parsing.leave')}
            </Button>
          </>
        )}
      </div>
      <ul className="mt-1 flex flex-col gap-0.5">
        {item.differences.map((difference, index) => (
          // The list of one look does not change.
          <Change key={index} difference={difference} />
        ))}
      </ul>
    </li>
  );
}

function Change({ difference }: { readonly difference: Difference }) {
  const t = useText();
  const { kind, of, before, after } = difference;
  return (
    <li className="grid grid-cols-[152px_minmax(0,1fr)] gap-2">
      <span className="text-ink-3">{t(KIND_NAMES[kind])}</span>
      <span className="min-w-0 break-words">
        {before === null ? (
          <span className="text-ink-3">{t('settings.parsing.nothing')}</span>
        ) : (
          <del className="decoration-ink-3">{before}</del>
        )}
        <span aria-hidden> → </span>
        {after === null ? (
          <span className="text-ink-3">{t('settings.parsing.nothing')}</span>
        ) : (
          <ins className="no-underline">{after}</ins>
        )}
        {of === null ? null : <span className="block text-sm text-ink-3">{of}</span>}
      </span>
    </li>
  );
}
