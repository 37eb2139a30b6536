import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { requireToChange } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** Keeps for good that people are not the same person: the pairs are not shown again. All of them or none. Errors: NOT_FOUND. */
export async function dismissPairs(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly pairIds: readonly Id[] },
): Promise<{ readonly commitId: Id }> {
  const changes: Change[] = [];
  for (const pairId of new Set(input.pairIds)) {
    const pair = await findRecord(deps, actor, 'duplicatePair', pairId);
    await requireToChange(deps, actor, 'duplicatePair', pair);
    const { id, version } = pair;
    const patch = { state: 'not-the-same' } as const;
    changes.push({ op: 'update', entity: 'duplicatePair', id, version, patch });
  }
  const { commitId } = await deps.store.commit({ actor, action: 'duplicate.dismissed', changes });
  return { commitId };
}
