import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { REASON_NAMES, ResumePane } from '@/renderer/features/candidates';
import { ComparedPeople } from '@/renderer/features/duplicates/compared-people';
import { ComparedValues } from '@/renderer/features/duplicates/compared-values';
import { useMergeChoice } from '@/renderer/features/duplicates/use-merge-choice';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { useCurrent } from '@/renderer/lib/use-current';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Drawer } from '@/renderer/ui/drawer';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import type { DuplicateGroupView, MergePreview } from '@/shared/contract/api/duplicates';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly group: DuplicateGroupView;
  /** The group was decided. */
  readonly onDone: () => void;
}

/** The people of a group side by side: what to keep of each, or that they are different people. */
export function Compare({ group, onDone }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const [leftOut, setLeftOut] = useState<ReadonlySet<Id>>(new Set());
  const everybody = group.people.map(({ id }) => id);
  const candidateIds = everybody.filter((id) => !leftOut.has(id));
  const preview = useQuery(api.duplicates.preview.queryOptions({ input: { candidateIds } }));
  if (preview.isError) {
    const { message, details } = failure(preview.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('duplicates.preview.failed')}
        details={details}
        onRetry={() => void preview.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (preview.data === undefined) {
    return (
      <Loading label={t('duplicates.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-6 w-60" />
        <Skeleton className="h-40" />
        <Skeleton className="h-60" />
      </Loading>
    );
  }
  return (
    <Comparison
      preview={preview.data}
      others={group.people.filter(({ id }) => leftOut.has(id))}
      onLeaveOut={
        candidateIds.length > 2 ? (id) => setLeftOut((before) => new Set([...before, id])) : null
      }
      onTakeIn={(id) => setLeftOut((before) => new Set([...before].filter((each) => each !== id)))}
      onDone={onDone}
    />
  );
}

interface ComparisonProps {
  readonly preview: MergePreview;
  /** People of the group who are not to be merged with these. */
  readonly others: DuplicateGroupView['people'];
  readonly onLeaveOut: ((id: Id) => void) | null;
  readonly onTakeIn: (id: Id) => void;
  readonly onDone: () => void;
}

function Comparison({ preview, others, onLeaveOut, onTakeIn, onDone }: ComparisonProps) {
  const t = useText();
  const format = useFormat();
  const choice = useMergeChoice(preview);
  const [shownResume, setShownResume] = useState<Id | null>(null);
  const { merge, dismiss, isPending } = useDecisions(preview, choice.choice, onDone);
  // Whom somebody is only shown is compared, and merged by who may change them.
  const mayDecide = preview.people.every(({ detail }) => detail.level === 'edit');
  const decide = mayDecide ? merge : null;
  useDecisionCommands(decide, mayDecide && preview.pairs.length > 0 ? dismiss : null);
  const reasons = [...new Set(preview.pairs.flatMap((pair) => pair.reasons))];
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
            {reasons.length === 0 ? (
              <span className="text-ink-2">{t('duplicates.no-pair')}</span>
            ) : (
              reasons.map((reason) => (
                <Badge key={reason} tone="accent">
                  {t(REASON_NAMES[reason])}
                </Badge>
              ))
            )}
          </span>
          {mayDecide ? (
            <Allowed to="candidate.edit">
              <Button isDisabled={isPending || preview.pairs.length === 0} onPress={dismiss}>
                {t('duplicates.dismiss')}
              </Button>
              <Button variant="primary" isDisabled={isPending} onPress={merge}>
                {t('duplicates.merge', { count: preview.people.length })}
              </Button>
            </Allowed>
          ) : (
            <span className="text-ink-2">{t('duplicates.only-shown')}</span>
          )}
        </div>
        {others.length === 0 ? null : (
          <p className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 text-ink-2">
            {t('duplicates.left-out', {
              names: format.list(others.map(({ name }) => name || t('candidates.no-name'))),
            })}
            {others.map(({ id, name }) => (
              <Button key={id} size="sm" variant="ghost" onPress={() => onTakeIn(id)}>
                {t('duplicates.take-in', { name: name || t('candidates.no-name') })}
              </Button>
            ))}
          </p>
        )}
        <div className="min-h-0 flex-1 overflow-auto">
          <ComparedValues preview={preview} choice={choice} onEnter={() => decide?.()}>
            <ComparedPeople
              people={preview.people}
              choice={choice}
              onShowResume={setShownResume}
              onLeaveOut={onLeaveOut}
            />
          </ComparedValues>
        </div>
      </div>
      {shownResume === null ? null : (
        <Drawer
          label={t('duplicates.cv')}
          title={t('duplicates.cv')}
          onClose={() => setShownResume(null)}
          takesFocus
          className="w-[45%]"
        >
          <div className="flex h-full min-h-0 flex-col">
            <ResumePane resumeId={shownResume} queryText="" target={null} />
          </div>
        </Drawer>
      )}
    </div>
  );
}

/** Merging and saying that they are different people; both can be undone. */
function useDecisions(preview: MergePreview, choice: MergePreview['choice'], onDone: () => void) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const onError = (error: unknown): void => {
    // Somebody was faster: what they changed is shown, and nothing is merged unseen.
    const wasChanged = failureCode(error) === 'CONFLICT' || failureCode(error) === 'NOT_FOUND';
    if (wasChanged) void queries.invalidateQueries({ queryKey: api.duplicates.key() });
    showToast({ tone: 'bad', message: failure(error).message });
  };
  const candidateIds = preview.people.map(({ detail }) => detail.candidate.id);
  const merging = useMutation(
    api.duplicates.merge.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ commitId }) => {
        const { detail } =
          preview.people.find(
            (each) => each.detail.candidate.id === (choice.fields.name ?? choice.survivorId),
          ) ?? {};
        done(
          t('duplicates.done.merged', {
            count: candidateIds.length,
            name: detail?.candidate.name || t('candidates.no-name'),
          }),
          commitId,
        );
        onDone();
      },
      onError,
    }),
  );
  const dismissing = useMutation(
    api.duplicates.dismiss.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ commitId }) => {
        done(t('duplicates.done.dismissed'), commitId);
        onDone();
      },
      onError,
    }),
  );
  const isPending = merging.isPending || dismissing.isPending;
  return {
    isPending,
    merge: (): void => {
      if (isPending) return;
      merging.mutate({ candidateIds, choice, stamp: preview.stamp });
    },
    dismiss: (): void => {
      if (isPending || preview.pairs.length === 0) return;
      dismissing.mutate({ pairIds: preview.pairs.map(({ id }) => id) });
    },
  };
}

function useDecisionCommands(merge: (() => void) | null, dismiss: (() => void) | null): void {
  const t = useText();
  const now = useCurrent({ merge, dismiss });
  const commands = useMemo((): readonly Command[] => {
    const group = t('duplicates.title');
    return [
      {
        id: 'duplicates.merge',
        permission: 'candidate.edit' as const,
        title: t('duplicates.command.merge'),
        group,
        keys: 'enter',
        run: () => now().merge?.(),
      },
      {
        id: 'duplicates.dismiss',
        permission: 'candidate.edit' as const,
        title: t('duplicates.dismiss'),
        group,
        keys: 'n',
        run: () => now().dismiss?.(),
      },
    ];
  }, [t, now]);
  useCommands(commands);
}
