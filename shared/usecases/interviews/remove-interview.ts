import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import {
  findInterview,
  type InterviewDeps,
  refuseMove,
  type SeenInterview,
} from './find-interview';

/** Takes a draft away, of which nobody was told. What others know of is cancelled. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_MOVE. */
export async function removeInterview(
  deps: InterviewDeps,
  actor: Actor,
  seen: SeenInterview,
): Promise<{ readonly commitId: Id }> {
  const interview = await findInterview(deps, actor, seen);
  if (interview.status !== 'draft') refuseMove(interview, 'remove', 'not-in-the-table');
  const { id, version } = interview;
  const { commitId } = await deps.store.commit({
    actor,
    action: 'interview.removed',
    changes: [{ op: 'delete', entity: 'interview', id, version }],
  });
  return { commitId };
}
