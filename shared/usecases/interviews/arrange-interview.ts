import { type Arrangement, moved } from '@/shared/domain/interviews/moves';
import { ACTION_OF, planArrangement } from '@/shared/domain/interviews/plan-move';
import type { WallTime } from '@/shared/domain/interviews/when';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import {
  findInterview,
  fixedTime,
  type InterviewDeps,
  refuseMove,
  type SeenInterview,
} from './find-interview';

export interface ArrangeInput extends SeenInterview {
  readonly action: Arrangement;
  readonly note: string;
  /** The time that was agreed on, of a booking alone. */
  readonly time: { readonly when: WallTime; readonly durationMinutes: number } | null;
}

/**
 * Takes an interview a step on its way to taking place, or off it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT; ILLEGAL_MOVE, with where it stands
 * and what was asked in `details`; INVALID for a time that there is not, or given with anything but a booking.
 */
export async function arrangeInterview(
  deps: InterviewDeps,
  actor: Actor,
  { action, note, time, ...seen }: ArrangeInput,
): Promise<{ readonly commitId: Id }> {
  const interview = await findInterview(deps, actor, seen);
  if (time !== null && action !== 'book_slot') {
    throw new AppError('INVALID', 'A time is given with a booking alone. Nothing was changed.');
  }
  const move = moved(interview.status, action, interview.start !== null || time !== null);
  if (!move.ok) refuseMove(interview, action, move.refusal);
  const fixed = time === null ? null : fixedTime(time.when, time.durationMinutes);
  const { commitId } = await deps.store.commit({
    actor,
    action: ACTION_OF[action],
    changes: planArrangement(
      interview,
      action,
      { to: move.to, note, time: fixed },
      { id: actor.id, now: nowIso(deps.clock) },
    ),
  });
  return { commitId };
}
