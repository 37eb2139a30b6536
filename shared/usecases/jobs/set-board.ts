import type { Board } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findJobOfDesk } from './job-detail';

/**
 * Gives a job's board columns of its own, or with null the usual ones. Who stands in a column that goes stays at its stage, in the first
 * column of it. Errors: NOT_FOUND, CONFLICT; FORBIDDEN for a guest.
 */
export async function setBoard(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly board: Board | null },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findJobOfDesk(deps, actor, input);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.edited',
    changes: [{ op: 'update', entity: 'job', id, version, patch: { board: input.board } }],
  });
  return { commitId };
}
