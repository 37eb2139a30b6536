import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { ChoicesBar } from '@/renderer/features/tables/choices-bar';
import { Fates } from '@/renderer/features/tables/fates';
import { MappingTable } from '@/renderer/features/tables/mapping-table';
import { FORMAT_NAMES } from '@/renderer/features/tables/words';
import { Progress } from '@/renderer/features/tables/progress';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { TableDraft } from '@/shared/contract/api/tables';

const route = getRouteApi('/import/table');
/** A look at the rows that is under way is asked after this often, in ms. */
const ASK_EVERY = 400;

/** A table that is open: its columns, then what would become of its rows. */
export function DraftView({ id }: { readonly id: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const draft = useQuery(
    api.tables.draft.queryOptions({
      input: { id },
      retry: false,
      refetchInterval: ({ state }) => (state.data?.check.state === 'running' ? ASK_EVERY : false),
    }),
  );
  if (draft.isError) {
    return (
      <div className="flex flex-1 flex-col items-center justify-center">
        <ErrorState title={t('tables.draft.failed')} details={failure(draft.error).details}>
          {failure(draft.error).message}
        </ErrorState>
        <Link to="/import/table" className="font-medium text-accent-ink hover:underline">
          {t('tables.again')}
        </Link>
      </div>
    );
  }
  if (draft.data === undefined) {
    return (
      <Loading label={t('tables.loading')} className="flex flex-col gap-2 p-5">
        <Skeleton className="h-8 w-80" />
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  return <OpenDraft draft={draft.data} />;
}

function OpenDraft({ draft }: { readonly draft: TableDraft }) {
  const t = useText();
  const api = useApi();
  const format = useFormat();
  const failure = useFailure();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { id, check } = draft;
  const [changed, setChanged] = useState<Readonly<Record<number, string>>>({});
  const targets = draft.columns.map(({ target }, index) => changed[index] ?? target);
  const show = (view: TableDraft): void => {
    queries.setQueryData(api.tables.draft.queryKey({ input: { id } }), view);
  };
  const choose = useMutation(
    api.tables.choose.mutationOptions({
      onSuccess: (view) => {
        setChanged({});
        show(view);
      },
    }),
  );
  const look = useMutation(
    api.tables.check.mutationOptions({
      onSuccess: (view) => {
        queries.removeQueries({ queryKey: api.tables.fates.key() });
        show(view);
      },
    }),
  );
  const stop = useMutation(api.tables.stopCheck.mutationOptions({ onSuccess: show }));
  const start = useMutation(
    api.tables.start.mutationOptions({
      onSuccess: (view) => {
        // What would have become of the rows; what did is read anew.
        queries.removeQueries({ queryKey: api.tables.fates.key() });
        queries.setQueryData(api.tables.get.queryKey({ input: { id: view.id } }), view);
        void navigate({ search: { id: view.id }, replace: true });
      },
    }),
  );
  const discard = useMutation(
    api.tables.discard.mutationOptions({ onSuccess: () => void navigate({ search: {} }) }),
  );
  const isPeople = draft.columns.length === 0;
  const goesNowhere = !isPeople && targets.every((target) => target === 'skip');
  const { created, updated } = check.counts;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pt-4 pb-3">
        <h2 className="min-w-0 truncate text-md font-semibold">{draft.fileName}</h2>
        <Badge>{t(FORMAT_NAMES[draft.format])}</Badge>
        <span className="flex-1 text-sm text-ink-3">{format.bytes(draft.bytes)}</span>
        <Button variant="ghost" onPress={() => discard.mutate({ id })}>
          {t('tables.again')}
        </Button>
        {check.state === 'none' ? (
          <Button
            variant="primary"
            isDisabled={look.isPending || choose.isPending || goesNowhere}
            onPress={() => look.mutate({ id, targets })}
          >
            {t('tables.check')}
          </Button>
        ) : check.state === 'running' ? (
          <Button onPress={() => stop.mutate({ id })}>{t('tables.stop')}</Button>
        ) : (
          <>
            <Button onPress={() => stop.mutate({ id })}>{t('tables.back')}</Button>
            <Button
              variant="primary"
              isDisabled={start.isPending || created + updated === 0 || check.state === 'failed'}
              onPress={() => start.mutate({ id, targets })}
            >
              {t('tables.import', { count: created + updated })}
            </Button>
          </>
        )}
      </div>
      {check.error === null ? null : (
        <p role="alert" className="mx-5 mb-3 rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
          {check.error}
        </p>
      )}
      {start.isError || choose.isError || look.isError ? (
        <p role="alert" className="mx-5 mb-3 rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
          {failure(start.error ?? choose.error ?? look.error).message}
        </p>
      ) : null}
      {check.state === 'none' ? (
        <div
          // A scrolling region must be reachable by keyboard.
          tabIndex={0}
          role="region"
          aria-label={t('tables.mapping')}
          className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 pb-6 -outline-offset-2"
        >
          <ChoicesBar
            draft={draft}
            isDisabled={choose.isPending}
            onChoose={(choices) => choose.mutate({ id, choices })}
          />
          {goesNowhere ? <p role="status">{t('tables.nothing')}</p> : null}
          <MappingTable
            draft={draft}
            targets={targets}
            onChange={(index, target) => setChanged({ ...changed, [index]: target })}
          />
        </div>
      ) : check.state === 'running' ? (
        <Progress
          label={t('tables.check')}
          counts={`${t('tables.checking', { rows: check.rows })} · ${t('tables.counts', check.counts)}`}
          progress={check.progress}
        />
      ) : (
        <Fates id={id} counts={check.counts} leftOut={check.leftOut} isDone={false} />
      )}
    </>
  );
}
