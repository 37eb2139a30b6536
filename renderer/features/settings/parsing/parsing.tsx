import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileSearch } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useUndo } from '@/renderer/app/undo';
import { Differences } from '@/renderer/features/settings/parsing/differences';
import { DifferenceTable } from '@/renderer/features/settings/parsing/difference-table';
import { Fact } from '@/renderer/features/settings/setting';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { ReparseRun, ReparseStatus } from '@/shared/contract/api/reparse';

/** Which parser reads CVs, and what it would read differently in those an older one read. Nothing changes before it is accepted. */
export function Parsing() {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const status = useQuery(api.reparse.status.queryOptions());
  if (status.isError) {
    return (
      <ErrorState
        title={t('settings.parsing.failed')}
        details={failure(status.error).details}
        onRetry={() => void status.refetch()}
      >
        {failure(status.error).message}
      </ErrorState>
    );
  }
  if (status.data === undefined) {
    return (
      <Loading label={t('settings.parsing.loading')}>
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  const { run } = status.data;
  return (
    <>
      <dl className="mb-4">
        <Fact title={t('settings.parsing.version')}>{status.data.parserVersion}</Fact>
      </dl>
      {run === null ? <Offer status={status.data} /> : <Run status={status.data} run={run} />}
    </>
  );
}

/** There is nothing to look at, or something that was not looked at yet. */
function Offer({ status }: { readonly status: ReparseStatus }) {
  const t = useText();
  const { start } = useControls();
  if (status.outdated === 0)
    return <p className="text-ink-2">{t('settings.parsing.up-to-date')}</p>;
  return (
    <div className="rounded-lg border border-line bg-raised p-4">
      <h3 className="font-medium">{t('settings.parsing.updated')}</h3>
      <p className="mt-1 mb-3 text-ink-2">
        {t('settings.parsing.outdated', { count: status.outdated })}
      </p>
      <Button
        variant="primary"
        icon={<FileSearch size={14} aria-hidden />}
        isDisabled={start.isPending}
        onPress={() => start.mutate(undefined)}
      >
        {t('settings.parsing.preview')}
      </Button>
    </div>
  );
}

function Run({ status, run }: { readonly status: ReparseStatus; readonly run: ReparseRun }) {
  const { state, error } = run;
  return (
    <>
      {error === null ? null : (
        <p role="alert" className="mb-3 rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
          {error}
        </p>
      )}
      {state === 'ready' ? <Ready status={status} run={run} /> : <AtWork run={run} />}
    </>
  );
}

/** Looking, or applying: how far it is, and the way to stop. */
function AtWork({ run }: { readonly run: ReparseRun }) {
  const t = useText();
  const { start, stop, applyAll } = useControls();
  const isReading = run.state === 'reading';
  const done = isReading ? run.looked : run.counts.applied;
  const all = isReading ? run.total : run.counts.applied + run.counts.open + run.counts.same;
  const different = run.counts.open + run.counts.left + run.counts.applied;
  const counts = isReading
    ? t('settings.parsing.looked', { looked: done, total: all, different })
    : t('settings.parsing.applying', { done, total: all });
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar
        label={t(isReading ? 'settings.parsing.looking' : 'settings.parsing.applying-label')}
        value={all === 0 ? null : Math.min(1, done / all)}
        valueText={counts}
        tone={run.error === null ? 'accent' : 'bad'}
      />
      <p role="status" className="tabular text-ink-2">
        {counts}
      </p>
      <div className="flex gap-2">
        {run.error === null ? null : (
          <Button onPress={() => (isReading ? start : applyAll).mutate(undefined)}>
            {t('settings.parsing.go-on')}
          </Button>
        )}
        <Button isDisabled={stop.isPending} onPress={() => stop.mutate(undefined)}>
          {t(isReading ? 'settings.parsing.cancel' : 'settings.parsing.stop')}
        </Button>
      </div>
    </div>
  );
}

/** Everything was looked at: what would change, in figures and candidate by candidate. */
function Ready({ status, run }: { readonly status: ReparseStatus; readonly run: ReparseRun }) {
  const t = useText();
  const format = useFormat();
  const undo = useUndo();
  const { start, applyAll } = useControls();
  const { counts, failed } = run;
  const different = counts.open + counts.left + counts.applied;
  const toWrite = counts.open + counts.same;
  return (
    <>
      <p className="mb-1">
        {t('settings.parsing.found', { different, total: run.total, same: run.total - different })}
      </p>
      {counts.applied + counts.left === 0 ? null : (
        <p className="mb-1 text-ink-2">
          {t('settings.parsing.decided', { applied: counts.applied, left: counts.left })}
        </p>
      )}
      {failed === 0 ? null : (
        <p className="mb-1 text-warn-ink">{t('settings.parsing.not-looked', { count: failed })}</p>
      )}
      <p className="mb-3 text-sm text-ink-3">{t('settings.parsing.corrections')}</p>
      <div className="mb-5 flex flex-wrap gap-2">
        {status.outdated === 0 || toWrite === 0 ? null : (
          <Button
            variant="primary"
            isDisabled={applyAll.isPending}
            onPress={() => applyAll.mutate(undefined)}
          >
            {counts.open === 0
              ? t('settings.parsing.mark-read')
              : t('settings.parsing.accept-all', { count: format.number(counts.open) })}
          </Button>
        )}
        {run.undoCommitId === null ? null : (
          <Button onPress={() => undo(run.undoCommitId)}>{t('settings.parsing.undo-all')}</Button>
        )}
        {status.outdated === 0 ? null : (
          <Button isDisabled={start.isPending} onPress={() => start.mutate(undefined)}>
            {t('settings.parsing.again')}
          </Button>
        )}
      </div>
      {different === 0 ? null : (
        <>
          <DifferenceTable summary={run.summary} />
          <Differences run={run} />
        </>
      )}
    </>
  );
}

/** What can be done with the look; each answers with how it then stands. */
function useControls() {
  const api = useApi();
  const queries = useQueryClient();
  const onSuccess = (status: ReparseStatus): void => {
    queries.setQueryData(api.reparse.status.queryKey(), status);
  };
  return {
    start: useMutation(api.reparse.start.mutationOptions({ onSuccess })),
    stop: useMutation(api.reparse.stop.mutationOptions({ onSuccess })),
    applyAll: useMutation(api.reparse.applyAll.mutationOptions({ onSuccess })),
  };
}
