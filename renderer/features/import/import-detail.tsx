import {
  type MutationObserverOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pause, Play, RotateCcw, Users, X } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { finishedOf } from '@/renderer/features/import/counts';
import { ImportItems } from '@/renderer/features/import/import-items';
import { Progress } from '@/renderer/features/import/progress';
import { TASK_STATES } from '@/renderer/features/import/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import { showToast } from '@/renderer/ui/toast';
import type { ImportView } from '@/shared/contract/api/imports';

/** One import: how far it is, what can be done about it, and its files by outcome. */
export function ImportDetail({ id }: { readonly id: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const query = useQuery(api.imports.get.queryOptions({ input: { id } }));
  if (query.isPending) return <ImportDetailSkeleton />;
  if (query.isError) {
    return (
      <ErrorState
        className="flex-1"
        title={t('import.detail.failed')}
        details={failure(query.error).details}
        onRetry={() => void query.refetch()}
      >
        {failure(query.error).message}
      </ErrorState>
    );
  }
  const view = query.data;
  return (
    <>
      <header className="flex flex-col gap-3 px-5 pt-4 pb-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 className="min-w-0 truncate text-lg font-semibold" title={view.label}>
            {view.label}
          </h2>
          <Badge tone={TASK_STATES[view.state].tone}>{t(TASK_STATES[view.state].name)}</Badge>
          <span className="flex-1 text-sm text-ink-3">
            <RelativeTime value={view.startedAt} />
          </span>
          <Actions view={view} />
        </div>
        <Progress view={view} />
        {view.error === null ? null : (
          <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
            {view.error}
          </p>
        )}
      </header>
      <ImportItems view={view} />
    </>
  );
}

function Actions({ view }: { readonly view: ImportView }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const shows = {
    onSuccess: (changed: ImportView) =>
      queries.setQueryData(api.imports.get.queryKey({ input: { id: changed.id } }), changed),
  } satisfies MutationObserverOptions<ImportView, Error, never>;
  const pause = useMutation(api.imports.pause.mutationOptions(shows));
  const resume = useMutation(api.imports.resume.mutationOptions(shows));
  const cancel = useMutation(
    api.imports.cancel.mutationOptions({
      onSuccess: (changed) => {
        shows.onSuccess(changed);
        showToast({ message: t('import.cancelled', { count: finishedOf(changed.counts) }) });
      },
    }),
  );
  const retry = useMutation(api.imports.retry.mutationOptions(shows));
  const isOpen = view.state === 'running' || view.state === 'paused';
  return (
    <div className="flex shrink-0 items-center gap-2">
      {finishedOf(view.counts) > view.counts.failed ? (
        <Link
          to="/candidates"
          search={{ taskId: view.id }}
          className="flex h-control items-center gap-1.5 rounded-md px-2.5 font-medium text-accent-ink hover:bg-hover"
        >
          <Users size={14} aria-hidden />
          {t('import.show-candidates')}
        </Link>
      ) : null}
      {view.counts.failed > 0 && !isOpen ? (
        <Button
          icon={<RotateCcw size={14} aria-hidden />}
          isDisabled={retry.isPending}
          onPress={() => retry.mutate({ id: view.id })}
        >
          {t('import.retry-failed', { count: view.counts.failed })}
        </Button>
      ) : null}
      {view.state === 'running' ? (
        <Button
          icon={<Pause size={14} aria-hidden />}
          isDisabled={pause.isPending}
          onPress={() => pause.mutate({ id: view.id })}
        >
          {t('import.pause')}
        </Button>
      ) : null}
      {view.state === 'paused' ? (
        <Button
          variant="primary"
          icon={<Play size={14} aria-hidden />}
          isDisabled={resume.isPending}
          onPress={() => resume.mutate({ id: view.id })}
        >
          {t('import.resume')}
        </Button>
      ) : null}
      {isOpen ? (
        <Button
          icon={<X size={14} aria-hidden />}
          isDisabled={cancel.isPending}
          onPress={() => cancel.mutate({ id: view.id })}
        >
          {t('import.cancel')}
        </Button>
      ) : null}
    </div>
  );
}

export function ImportDetailSkeleton() {
  const t = useText();
  return (
    <Loading label={t('import.detail.loading')} className="flex flex-col gap-3 px-5 pt-4">
      <Skeleton className="h-7 w-60" />
      <Skeleton className="h-1 w-full" />
      <Skeleton className="h-5 w-80" />
      <Skeleton className="mt-3 h-9 w-full" />
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
    </Loading>
  );
}
