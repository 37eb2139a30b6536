import { type KeptSince, planUnmerge } from '@/shared/domain/duplicates/plan-unmerge';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

interface Unmerged extends KeptSince {
  readonly commitId: Id;
  readonly survivorId: Id;
  readonly mergedId: Id;
}

/**
 * Takes a merge apart, however long ago it was: both have again what they had, and what was done since stays with the one who was shown.
 * Errors: NOT_FOUND; FORBIDDEN for who may not change all of them; CONFLICT when it was taken apart already, or somebody changed one of them at the same moment.
 */
export async function unmerge(
  deps: Pick<Deps, 'store' | 'duplicates' | 'candidates'>,
  actor: Actor,
  { mergeId }: { readonly mergeId: Id },
): Promise<Unmerged> {
  const merge = await deps.duplicates.merge(actor, mergeId);
  if (merge === null) throw new AppError('NOT_FOUND', 'There is no such merge any more.');
  await requireRecords(deps, actor, 'candidate.edit', 'candidate', [
    merge.survivorId,
    merge.mergedId,
  ]);
  if (merge.state === 'unmerged') {
    throw new AppError('CONFLICT', 'These were taken apart already. Nothing was changed.');
  }
  const plan = planUnmerge(await deps.duplicates.unmergeState(merge), newId);
  // Who was kept may have been merged further since: then it is that one who gives back.
  await requireRecords(deps, actor, 'candidate.edit', 'candidate', [plan.survivorId]);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'candidate.unmerged',
    changes: plan.changes,
    restores: plan.restores,
  });
  return { commitId, survivorId: plan.survivorId, mergedId: merge.mergedId, ...plan.kept };
}
