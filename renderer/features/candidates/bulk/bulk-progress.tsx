import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import {
  type BulkDeed,
  isOver,
  useBulkWork,
  useTellEnd,
} from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { ASKS, wordOf } from '@/renderer/features/candidates/bulk/bulk-words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { BulkRun } from '@/shared/contract/api/bulk';

/** How often a run at work is asked for, in ms. */
const EVERY = 250;

/** What is being done to many candidates just now, on every screen: how far it is, and a way to end it. */
export function BulkProgress() {
  const t = useText();
  const api = useApi();
  const tell = useTellEnd();
  const followed = useBulkWork((work) => work.followed);
  const isFollowing = Object.keys(followed).length > 0;
  const { data: runs } = useQuery({
    ...api.bulk.runs.queryOptions(),
    enabled: isFollowing,
    refetchInterval: isFollowing ? EVERY : false,
  });
  useEffect(() => {
    for (const run of runs ?? []) {
      const deed = followed[run.id];
      if (deed === undefined || !isOver(run)) continue;
      const { [run.id]: _, ...rest } = useBulkWork.getState().followed;
      useBulkWork.setState({ followed: rest });
      tell(run, deed);
    }
  }, [runs, followed, tell]);

  const atWork = (runs ?? []).flatMap((run) => {
    const deed = followed[run.id];
    return deed === undefined || isOver(run) ? [] : [{ run, deed }];
  });
  if (atWork.length === 0) return null;
  return (
    <section
      aria-label={t('bulk.started')}
      className="fixed right-4 bottom-4 z-40 flex w-80 flex-col gap-3 rounded-lg bg-raised p-3 shadow-popover"
    >
      {atWork.toReversed().map(({ run, deed }) => (
        <Run key={run.id} run={run} deed={deed} />
      ))}
    </section>
  );
}

function Run({ run, deed }: { readonly run: BulkRun; readonly deed: BulkDeed }) {
  const t = useText();
  const api = useApi();
  const { mutate: stop, isPending } = useMutation(api.bulk.stop.mutationOptions());
  const { changed, already, gone, refused } = run.counts;
  const done = changed + already + gone + refused;
  const label = t(ASKS[wordOf(run.action)], { count: run.total ?? 0, name: deed.name });
  const progress =
    run.total === null ? t('bulk.waiting') : t('bulk.progress', { done, total: run.total });
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{label}</p>
        <ProgressBar
          label={label}
          value={run.total === null ? null : done / Math.max(run.total, 1)}
          valueText={progress}
          className="my-1.5"
        />
        <p className="tabular text-sm text-ink-2">{progress}</p>
      </div>
      <Button size="sm" isDisabled={isPending} onPress={() => stop({ id: run.id })}>
        {t('bulk.stop')}
      </Button>
    </div>
  );
}
