import type { Board } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

/**
 * Gives a job's board columns of its own, or the usual ones again. Who stood in a column that goes stands in the first of their stage.
 * Errors: NOT_FOUND, CONFLICT; INVALID when two columns have one name.
 */
export async function nameColumns(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly jobId: Id; readonly version: number; readonly columns: Board | null },
): Promise<{ readonly commitId: Id }> {
  const { jobId: id, version, columns } = input;
  await findVersion(deps, actor, 'job', { id, version });
  const names = columns?.map(({ name }) => name.toLowerCase()) ?? [];
  if (new Set(names).size < names.length) {
    throw new AppError('INVALID', 'Two columns have one name. Nothing was changed.');
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.edited',
    changes: [{ op: 'update', entity: 'job', id, version, patch: { board: columns } }],
  });
  return { commitId };
}
