import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Radar } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import { showToast } from '@/renderer/ui/toast';

/** Searches the whole database for people who are here twice, says how far it is, and what it found. */
export function LookForDuplicates() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const search = useQuery(api.duplicates.search.queryOptions());
  const settled = {
    meta: { showsFailure: true },
    onSettled: () => void queries.invalidateQueries({ queryKey: api.duplicates.search.key() }),
    onError: (error: unknown) => showToast({ tone: 'bad', message: failure(error).message }),
  } as const;
  const start = useMutation(api.duplicates.startSearch.mutationOptions(settled));
  const stop = useMutation(api.duplicates.stopSearch.mutationOptions(settled));
  const view = search.data;
  if (view?.state === 'running') {
    return (
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <ProgressBar
            label={t('duplicates.search.running')}
            value={view.done}
            valueText={t('duplicates.search.progress', { done: view.done, count: view.found })}
          />
          <span className="tabular text-sm text-ink-2">
            {t('duplicates.search.progress', { done: view.done, count: view.found })}
          </span>
        </span>
        <Button size="sm" isDisabled={stop.isPending} onPress={() => stop.mutate(undefined)}>
          {t('duplicates.search.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <Button
        size="sm"
        icon={<Radar size={14} aria-hidden />}
        isDisabled={start.isPending}
        onPress={() => start.mutate(undefined)}
      >
        {t('duplicates.search.start')}
      </Button>
      <p role="status" className="text-sm text-ink-2 empty:hidden">
        {view?.state === 'done' && view.whole
          ? t('duplicates.search.found', { count: view.found })
          : view?.state === 'failed'
            ? t('duplicates.search.failed', { error: view.error ?? '' })
            : null}
      </p>
    </div>
  );
}
