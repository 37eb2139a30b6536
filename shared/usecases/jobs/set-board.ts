import type { Board } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

/**
 * Gives a job's board columns of its own, or with null the usual ones. Who stands in a column that goes stays at its stage, in the first
 * column of it. Errors: NOT_FOUND, CONFLICT.
 */
export async function setBoard(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly board: Board | null },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findVersion(deps, actor, 'job', input);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.edited',
    changes: [{ op: 'update', entity: 'job', id, version, patch: { board: input.board } }],
  });
  return { commitId };
}
