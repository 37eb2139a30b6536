import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf } from '@/renderer/features/candidates/page/past-moment';
import { useApi } from '@/renderer/app/api';
import { DeedTold } from '@/renderer/app/deed-told';
import { useFailure } from '@/renderer/app/failure';
import { useToldFields } from '@/renderer/features/candidates/page/told-fields';
import { useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { TimelineEntry } from '@/shared/contract/api/candidates';

const AT_ONCE = 50;

/** What happened to the candidate, newest first: who, when, and what changed. */
export function TimelineTab({ id }: { readonly id: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const today = dayOf(useNow());
  const timeline = useInfiniteQuery(
    api.candidates.timeline.infiniteOptions({
      input: (beforeCommitId: string | null) => ({ id, beforeCommitId, limit: AT_ONCE }),
      initialPageParam: null,
      getNextPageParam: (page) => (page.length < AT_ONCE ? null : (page.at(-1)?.commitId ?? null)),
    }),
  );
  if (timeline.isError) {
    const { message, details } = failure(timeline.error);
    return (
      <ErrorState
        title={t('candidates.timeline.failed')}
        details={details}
        onRetry={() => void timeline.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (timeline.data === undefined) {
    return (
      <Loading label={t('candidates.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-4 w-64" />
        <Skeleton className="h-4 w-52" />
        <Skeleton className="h-4 w-60" />
      </Loading>
    );
  }
  const entries = timeline.data.pages.flat();
  if (entries.length === 0)
    return <p className="p-5 text-ink-3">{t('candidates.timeline.none')}</p>;
  return (
    <div className="flex flex-col px-5 py-4">
      <p className="mb-3 self-end">
        <SeeThen id={id} asOf={today}>
          {t('past.see-day')}
        </SeeThen>
      </p>
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <Entry key={entry.commitId} id={id} entry={entry} />
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button
          size="sm"
          className="mt-3"
          isDisabled={timeline.isFetchingNextPage}
          onPress={() => void timeline.fetchNextPage()}
        >
          {t('candidates.timeline.more')}
        </Button>
      ) : null}
    </div>
  );
}

function Entry({ id, entry }: { readonly id: string; readonly entry: TimelineEntry }) {
  const t = useText();
  const told = useToldFields();
  return (
    <li className="relative border-l border-line pl-4 before:absolute before:top-1.5 before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-line-strong">
      <DeedTold deed={entry} fields={told(entry.fields)}>
        <span className="ml-auto">
          <SeeThen id={id} asOf={entry.commitId}>
            {t('past.see')}
          </SeeThen>
        </span>
      </DeedTold>
    </li>
  );
}

interface SeeThenProps {
  readonly id: string;
  readonly asOf: string;
  readonly children: string;
}

/** Leads to the candidate as they were. */
function SeeThen({ id, asOf, children }: SeeThenProps) {
  return (
    <Link
      to="/candidates/$id"
      params={{ id }}
      search={(before) => ({ ...before, asOf })}
      className="rounded-sm text-sm text-accent-ink hover:underline"
    >
      {children}
    </Link>
  );
}
