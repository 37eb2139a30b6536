import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileDown, Undo2, X } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useShell } from '@/renderer/app/shell';
import { useUndo } from '@/renderer/app/undo';
import { Fates } from '@/renderer/features/tables/fates';
import { Progress } from '@/renderer/features/tables/progress';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge, type Tone } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import type { TableImportView } from '@/shared/contract/api/tables';

/** An import under way is asked after this often, in ms. */
const ASK_EVERY = 500;

const STATES: Readonly<
  Record<Exclude<TableImportView['state'], 'running'>, { name: MessageId; tone: Tone }>
> = {
  done: { name: 'tables.done', tone: 'good' },
  cancelled: { name: 'tables.done.cancelled', tone: 'neutral' },
  failed: { name: 'tables.done.failed', tone: 'bad' },
};

/** A table that is, or was, imported: how far it is, then what became of its rows. */
export function ImportView({ id }: { readonly id: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const query = useQuery(
    api.tables.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_EVERY : false),
    }),
  );
  if (query.isError) {
    return (
      <ErrorState
        className="flex-1"
        title={t('tables.failed')}
        details={failure(query.error).details}
        onRetry={() => void query.refetch()}
      >
        {failure(query.error).message}
      </ErrorState>
    );
  }
  if (query.data === undefined) {
    return (
      <Loading label={t('tables.loading')} className="flex flex-col gap-2 p-5">
        <Skeleton className="h-8 w-80" />
      </Loading>
    );
  }
  const view = query.data;
  const { counts } = view;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pt-4 pb-2">
        <h2 className="min-w-0 truncate text-md font-semibold">{view.fileName}</h2>
        {view.state === 'running' ? null : view.undoCommitId === null &&
          counts.created + counts.updated > 0 ? (
          <Badge>{t('tables.undone')}</Badge>
        ) : (
          <Badge tone={STATES[view.state].tone}>{t(STATES[view.state].name)}</Badge>
        )}
        <span className="flex-1" />
        <Actions view={view} />
      </div>
      {view.state === 'running' ? (
        <Progress
          label={view.fileName}
          counts={`${t('tables.running', { rows: counts.created + counts.updated + counts.skipped })} · ${t('tables.counts', counts)}`}
          progress={view.progress}
        />
      ) : (
        <p role="status" className="tabular px-5 pb-3 text-ink-2">
          {t('tables.counts', counts)}
        </p>
      )}
      {view.error === null ? null : (
        <p role="alert" className="mx-5 mb-3 rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
          {view.error}
        </p>
      )}
      {view.state === 'running' || view.leftOut === null ? null : (
        <Fates id={id} counts={counts} leftOut={view.leftOut} isDone />
      )}
    </>
  );
}

function Actions({ view }: { readonly view: TableImportView }) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { shell } = useShell();
  const undo = useUndo();
  const { id } = view;
  const cancel = useMutation(
    api.tables.cancel.mutationOptions({
      onSuccess: (after) => queries.setQueryData(api.tables.get.queryKey({ input: { id } }), after),
    }),
  );
  const save = useMutation({
    mutationFn: async () => {
      const chosen = await shell('chooseSave', { suggestedName: `left-out-${view.fileName}.csv` });
      return chosen && api.tables.saveLeftOut.call({ id, handle: chosen.handle });
    },
    onSuccess: (saved) => {
      if (saved) showToast({ message: t('tables.saved-left-out', saved) });
    },
  });
  if (view.state === 'running') {
    return (
      <Button
        icon={<X size={14} aria-hidden />}
        isDisabled={cancel.isPending}
        onPress={() => cancel.mutate({ id })}
      >
        {t('tables.cancel')}
      </Button>
    );
  }
  return (
    <>
      {(view.leftOut ?? 0) > 0 ? (
        <Button
          icon={<FileDown size={14} aria-hidden />}
          isDisabled={save.isPending}
          onPress={() => save.mutate()}
        >
          {t('tables.save-left-out')}
        </Button>
      ) : null}
      {view.undoCommitId === null ? null : (
        <Button icon={<Undo2 size={14} aria-hidden />} onPress={() => undo(view.undoCommitId)}>
          {t('tables.undo')}
        </Button>
      )}
      <Link
        to="/import/table"
        className="flex h-control items-center rounded-md px-2.5 font-medium text-accent-ink hover:bg-hover"
      >
        {t('tables.again')}
      </Link>
    </>
  );
}
