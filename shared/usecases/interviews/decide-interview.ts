import { moved } from '@/shared/domain/interviews/moves';
import {
  ACTION_OF,
  type Decided,
  planDecision,
  stepsOf,
} from '@/shared/domain/interviews/plan-move';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findApplications } from '@/shared/usecases/pipeline/take-step';
import {
  findInterview,
  type InterviewDeps,
  refuseMove,
  type SeenInterview,
} from './find-interview';

/**
 * Says what came of an interview: its application moves with it, in the same commit. Errors: NOT_FOUND, FORBIDDEN, CONFLICT; ILLEGAL_MOVE
 * where the interview or its application may not go there.
 */
export async function decideInterview(
  deps: InterviewDeps & Pick<Deps, 'applications'>,
  actor: Actor,
  { decided, ...seen }: SeenInterview & { readonly decided: Decided },
): Promise<{ readonly commitId: Id }> {
  const interview = await findInterview(deps, actor, seen, 'application.decide');
  const { action } = decided;
  const move = moved(interview.status, action, interview.start !== null);
  if (!move.ok) refuseMove(interview, action, move.refusal);
  const [application] = await findApplications(
    deps,
    actor,
    [interview.applicationId],
    'application.decide',
  );
  if (application === undefined) {
    throw new AppError('NOT_FOUND', 'This application is not there any more.');
  }
  const steps = stepsOf(application.stage, decided);
  if (steps === null) {
    throw new AppError(
      'ILLEGAL_MOVE',
      'The candidate is out of the running on this job. Reopen the application first; nothing was changed.',
      { applicationId: application.id, from: application.stage, to: action },
    );
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: ACTION_OF[action],
    changes: planDecision({ interview, application }, decided, steps, {
      now: nowIso(deps.clock),
      byName: actor.name,
      newId,
    }),
  });
  return { commitId };
}
