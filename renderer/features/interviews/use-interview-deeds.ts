import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { STEP_DONE } from '@/renderer/features/interviews/words';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { Arrangement, Decision } from '@/shared/domain/interviews/moves';
import type { Interview } from '@/shared/domain/interviews/records';
import type { WallTime } from '@/shared/domain/interviews/when';
import type { Application } from '@/shared/domain/pipeline/records';

/** A step with what is said of it. */
export interface StepSaid {
  readonly action: Arrangement | Decision;
  readonly note?: string;
  readonly reason?: NonNullable<Application['rejectedReason']>;
  readonly time?: { readonly when: WallTime; readonly durationMinutes: number };
}

/** Takes an interview a step on, or its draft away, and says what was done or why it was not. */
export function useInterviewDeeds({ id, version }: Pick<Interview, 'id' | 'version'>) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const told = {
    meta: { showsFailure: true },
    onError: (error: unknown) => {
      showToast({ tone: 'bad', message: failure(error).message });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.interviews.key() }),
  } as const;
  const step = useMutation({
    ...told,
    mutationFn: ({ action, note = '', reason, time }: StepSaid) => {
      switch (action) {
        case 'pass':
        case 'start_hiring':
          return api.interviews.decide.call({ id, version, decided: { action } });
        case 'reject':
          return api.interviews.decide.call({
            id,
            version,
            decided: {
              action,
              reason: reason ?? 'other',
              note: note.trim() === '' ? null : note.trim(),
            },
          });
        default:
          return api.interviews.arrange.call({ id, version, action, note, time: time ?? null });
      }
    },
    onSuccess: ({ commitId }, { action }) => done(t(STEP_DONE[action]), commitId),
  });
  const remove = useMutation({
    ...told,
    mutationFn: () => api.interviews.remove.call({ id, version }),
    onSuccess: ({ commitId }) => done(t('interviews.done.remove'), commitId),
  });
  return {
    isPending: step.isPending || remove.isPending,
    run: (said: StepSaid, onDone?: () => void) =>
      step.mutate(said, { ...(onDone && { onSuccess: onDone }) }),
    remove: () => remove.mutate(),
  };
}
