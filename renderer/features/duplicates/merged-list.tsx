import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import type { z } from 'zod';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { FIELD_NAMES } from '@/renderer/features/candidates';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { showToast } from '@/renderer/ui/toast';
import type { mergeViewSchema } from '@/shared/contract/api/duplicates';

const PAGE = 50;

/** Every merge that is in force, newest first, each to take apart. */
export function MergedList() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const merges = useInfiniteQuery(
    api.duplicates.merges.infiniteOptions({
      input: (beforeId: string | null) => ({ beforeId, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    }),
  );
  if (merges.isError) {
    return (
      <ErrorState
        className="flex-1"
        title={t('duplicates.merged.failed')}
        details={failure(merges.error).details}
        onRetry={() => void merges.refetch()}
      >
        {failure(merges.error).message}
      </ErrorState>
    );
  }
  if (merges.data === undefined) {
    return (
      <Loading label={t('duplicates.loading')} className="flex flex-col gap-2 p-4">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </Loading>
    );
  }
  const all = merges.data.pages.flat();
  if (all.length === 0) {
    return (
      <EmptyState
        className="flex-1"
        icon={<Merge size={28} />}
        title={t('duplicates.merged.empty')}
      >
        {t('duplicates.merged.empty-text')}
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
      <ul aria-label={t('duplicates.merged.list')} className="max-w-200">
        {all.map((merge) => (
          <MergeLine key={merge.id} merge={merge} />
        ))}
      </ul>
      {merges.hasNextPage ? (
        <Button
          className="mt-3"
          isDisabled={merges.isFetchingNextPage}
          onPress={() => void merges.fetchNextPage()}
        >
          {t('duplicates.more')}
        </Button>
      ) : null}
    </div>
  );
}

function MergeLine({ merge }: { readonly merge: z.infer<typeof mergeViewSchema> }) {
  const t = useText();
  const takeApart = useTakeApart();
  const survivor = merge.survivorName || t('candidates.no-name');
  const merged = merge.mergedName || t('candidates.no-name');
  return (
    <li className="flex items-center gap-3 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {t('duplicates.merged.into', {
            merged,
            was: merge.survivorWas || t('candidates.no-name'),
          })}{' '}
          <Link
            to="/candidates/$id"
            params={{ id: merge.survivorId }}
            className="rounded-sm font-medium text-accent-ink hover:underline"
          >
            {survivor}
          </Link>
        </span>
        <span className="block text-sm text-ink-2">
          {t('duplicates.merged.by', { name: merge.byName })} · <RelativeTime value={merge.at} />
        </span>
      </span>
      <Button
        size="sm"
        aria-label={t('duplicates.take-apart.one', { merged, survivor })}
        isDisabled={takeApart.isPending}
        onPress={() => takeApart.mutate({ mergeId: merge.id })}
      >
        {t('duplicates.take-apart')}
      </Button>
    </li>
  );
}

/** Takes a merge apart and says what stays with the survivor. */
function useTakeApart() {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const done = useDoneToast();
  return useMutation(
    api.duplicates.unmerge.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ commitId, fields, changed, added }) => {
        const kept = [
          ...fields.map((field) => t(FIELD_NAMES[field])),
          ...(changed === 0 ? [] : [t('duplicates.kept.changed', { count: changed })]),
          ...(added === 0 ? [] : [t('duplicates.kept.added', { count: added })]),
        ];
        done(
          kept.length === 0
            ? t('duplicates.taken-apart')
            : t('duplicates.taken-apart-kept', { kept: format.list(kept) }),
          commitId,
        );
      },
      onError: (error) => showToast({ tone: 'bad', message: failure(error).message }),
    }),
  );
}
