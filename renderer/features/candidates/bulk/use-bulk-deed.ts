import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { create } from 'zustand';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { DONE, wordOf } from '@/renderer/features/candidates/bulk/bulk-words';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { BulkRun } from '@/shared/contract/api/bulk';
import type { BulkAction } from '@/shared/domain/candidates/bulk';
import type { CandidateSelection } from '@/shared/domain/candidates/selection';

/** Something to do to many, with the name of the tag, list or person it is about as it was chosen. */
export interface BulkDeed {
  readonly action: BulkAction;
  readonly name: string;
}

interface BulkWork {
  /** The deeds begun in this window whose end nobody has been told of yet, by the id of their run. */
  readonly followed: Readonly<Record<string, BulkDeed>>;
}

export const useBulkWork = create<BulkWork>(() => ({ followed: {} }));

/** Whether a run has come to its end, well or not. */
export const isOver = ({ state }: BulkRun): boolean => state !== 'waiting' && state !== 'running';

/** Does something to a selection, and says so when it is done; what takes longer than a moment is followed by `BulkProgress`. */
export function useBulkDeed(): (selection: CandidateSelection, deed: BulkDeed) => void {
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellEnd();
  const { mutateAsync } = useMutation(api.bulk.run.mutationOptions());
  return useCallback(
    (selection, deed) => {
      // A failure is shown by the mutation's own toast.
      void mutateAsync({ selection, action: deed.action }).then(
        (run) => {
          if (isOver(run)) tell(run, deed);
          else {
            useBulkWork.setState(({ followed }) => ({ followed: { ...followed, [run.id]: deed } }));
          }
          void queries.invalidateQueries({ queryKey: api.bulk.runs.key() });
          void queries.invalidateQueries({ queryKey: api.candidates.key() });
        },
        () => undefined,
      );
    },
    [api, queries, mutateAsync, tell],
  );
}

/** Says how a run ended, and offers to take back what it did. */
export function useTellEnd(): (run: BulkRun, deed: BulkDeed) => void {
  const t = useText();
  const done = useDoneToast();
  return useCallback(
    ({ state, counts, commitId, error }, { action, name }) => {
      const { changed: count, already, gone, refused } = counts;
      if (state === 'failed') {
        const message = t('bulk.failed', { count, message: error ?? '' });
        if (commitId === null) showToast({ tone: 'bad', message });
        else done(message, commitId, 'bad');
      } else if (commitId === null) {
        showToast({
          message:
            state === 'stopped'
              ? t('bulk.stopped', { count: 0 })
              : t('bulk.nothing', { count: already + gone + refused }),
        });
      } else {
        done(
          state === 'stopped'
            ? t('bulk.stopped', { count })
            : t(DONE[wordOf(action)], { count, name }),
          commitId,
        );
      }
    },
    [t, done],
  );
}
