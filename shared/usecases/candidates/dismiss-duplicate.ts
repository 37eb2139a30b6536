import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** Keeps for good that two candidates are two people: the pair is not shown again. Errors: NOT_FOUND. */
export async function dismissDuplicate(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly pairId: Id },
): Promise<{ readonly commitId: Id }> {
  const pair = await findRecord(deps, actor, 'duplicatePair', input.pairId);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'duplicate.dismissed',
    changes: [
      {
        op: 'update',
        entity: 'duplicatePair',
        id: pair.id,
        version: pair.version,
        patch: { state: 'not-the-same' },
      },
    ],
  });
  return { commitId };
}
