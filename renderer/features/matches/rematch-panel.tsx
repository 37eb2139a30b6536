import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { usePoints } from '@/renderer/app/match-words';
import { useAtDesk, useCan } from '@/renderer/app/session';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Drawer } from '@/renderer/ui/drawer';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import { RelativeTime } from '@/renderer/ui/time';
import type { MatchDiff, Moved } from '@/shared/domain/matching/views';

const SHOWN = 200;

/** Keeps the ranking as it stands and says who moved since the one kept before, and why. */
export function RematchPanel({
  jobId,
  onClose,
}: {
  readonly jobId: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const can = useCan();
  const mayKeep = useAtDesk() && can('job.edit');
  const runs = useQuery(api.matching.runs.queryOptions({ input: { jobId } }));
  const [before, setBefore] = useState<string | null>(null);
  const [newest, ...older] = runs.data ?? [];
  const keep = useMutation(
    api.matching.keep.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: () => {
        setBefore(null);
        void runs.refetch();
      },
      onError: (error) => showToast({ tone: 'bad', message: failure(error).message }),
    }),
  );
  const against = older.find(({ id }) => id === before) ?? older[0] ?? null;
  return (
    <Drawer
      label={t('matches.rematch')}
      title={t('matches.rematch')}
      onClose={onClose}
      takesFocus
      className="w-110"
    >
      <div className="flex flex-col gap-3 p-4">
        <p className="text-ink-2">{t('matches.rematch.hint')}</p>
        {mayKeep ? (
          <Button
            variant="primary"
            className="self-start"
            isDisabled={keep.isPending}
            onPress={() => keep.mutate({ jobId })}
          >
            {t('matches.rematch.keep')}
          </Button>
        ) : null}
        {runs.isError ? (
          <ErrorState
            title={t('matches.rematch.failed')}
            details={failure(runs.error).details}
            onRetry={() => void runs.refetch()}
          >
            {failure(runs.error).message}
          </ErrorState>
        ) : runs.data === undefined ? (
          <Loading label={t('matches.loading')}>
            <Skeleton className="h-20" />
          </Loading>
        ) : newest === undefined ? (
          <EmptyState title={t('matches.rematch.none')}>
            {t('matches.rematch.none-hint')}
          </EmptyState>
        ) : (
          <>
            <section aria-label={t('matches.rematch.kept')} className="flex flex-col gap-1">
              <h3 className="text-sm font-medium text-ink-3">{t('matches.rematch.kept')}</h3>
              <ul className="flex flex-col">
                {runs.data.slice(0, 8).map((run) => (
                  <li key={run.id} className="flex min-h-7 items-center gap-2">
                    <span className="min-w-0 flex-1 truncate">
                      <RelativeTime value={run.createdAt} />
                      <span className="text-ink-3">
                        {' '}
                        · {t('matches.rematch.compared', { count: run.compared })}
                      </span>
                    </span>
                    {run.id === newest.id ? (
                      <span className="text-sm text-ink-3">{t('matches.rematch.newest')}</span>
                    ) : (
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-pressed={run.id === against?.id}
                        onPress={() => setBefore(run.id)}
                      >
                        {t(
                          run.id === against?.id
                            ? 'matches.rematch.compared-with'
                            : 'matches.rematch.compare-with',
                        )}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
            {against === null ? (
              <p className="text-ink-2">{t('matches.rematch.first')}</p>
            ) : (
              <Diff before={against.id} after={newest.id} />
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}

function Diff({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const diff = useQuery(api.matching.diff.queryOptions({ input: { before, after, limit: SHOWN } }));
  if (diff.isError) {
    return (
      <ErrorState
        title={t('matches.rematch.failed')}
        details={failure(diff.error).details}
        onRetry={() => void diff.refetch()}
      >
        {failure(diff.error).message}
      </ErrorState>
    );
  }
  if (diff.data === undefined) {
    return (
      <Loading label={t('matches.loading')}>
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  return <DiffShown diff={diff.data} />;
}

function DiffShown({ diff }: { readonly diff: MatchDiff }) {
  const t = useText();
  const format = useFormat();
  const changed = (['criteria', 'weights', 'scorer'] as const).filter((one) => diff.changed[one]);
  return (
    <section aria-label={t('matches.diff')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-ink-3">{t('matches.diff')}</h3>
      <p>
        {t('matches.diff.counts', {
          entered: diff.entered,
          left: diff.left,
          moved: diff.moved,
          same: diff.same,
        })}
      </p>
      {changed.length === 0 ? null : (
        <p className="text-ink-2">{format.list(changed.map((one) => t(REASONS[one])))}</p>
      )}
      <ul className="flex flex-col">
        {diff.people.map((one) => (
          <MovedLine key={one.candidateId} moved={one} />
        ))}
      </ul>
    </section>
  );
}

function MovedLine({ moved }: { readonly moved: Moved }) {
  const t = useText();
  const format = useFormat();
  const score = usePoints();
  const { before, after, candidateId, name, reasons } = moved;
  const isThere = name !== '';
  return (
    <li className="flex flex-col border-t border-line py-1">
      <span className="flex items-baseline gap-2">
        {isThere ? (
          <Link
            to="/candidates/$id"
            params={{ id: candidateId }}
            className="min-w-0 flex-1 truncate rounded-sm font-medium hover:underline"
          >
            {name}
          </Link>
        ) : (
          <span className="min-w-0 flex-1 truncate text-ink-2">{t('matches.diff.gone')}</span>
        )}
        <span className="tabular shrink-0 text-sm text-ink-2">
          {before === null || after === null
            ? t(MOVES[moved.move], { place: (after ?? before)?.place ?? 0 })
            : t(MOVES[moved.move], {
                from: before.place,
                to: after.place,
                place: after.place,
              })}
        </span>
      </span>
      <span className="text-sm text-ink-2">
        {before !== null && after !== null && before.score !== after.score
          ? `${t('matches.diff.score', { from: score(before.score), to: score(after.score) })} · `
          : ''}
        {format.list(reasons.map((reason) => t(REASONS[reason])))}
      </span>
    </li>
  );
}

const MOVES: Readonly<Record<Moved['move'], MessageId>> = {
  entered: 'matches.diff.entered',
  left: 'matches.diff.left',
  up: 'matches.diff.up',
  down: 'matches.diff.down',
  score: 'matches.diff.same-place',
};

const REASONS: Readonly<Record<Moved['reasons'][number], MessageId>> = {
  criteria: 'matches.reason.criteria',
  weights: 'matches.reason.weights',
  candidate: 'matches.reason.candidate',
  new: 'matches.reason.new',
  gone: 'matches.reason.gone',
  scorer: 'matches.reason.scorer',
  time: 'matches.reason.time',
  others: 'matches.reason.others',
};
