import { actionNameOf, type BulkAction, bulkChange, mayDo } from '@/shared/domain/candidates/bulk';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { bulkTarget, standingsFor } from '@/shared/usecases/bulk/bulk-target';
import type { Deps } from '@/shared/usecases/deps';

/**
 * Does to a few candidates, in one commit, what a bulk action does to many. All of them or none; who is as it would make them is passed over.
 * Errors: NOT_FOUND for a candidate, tag or list that is not there; INVALID when there is nothing to change.
 */
export async function changeAtOnce(
  deps: Pick<
    Deps,
    'store' | 'candidates' | 'workspace' | 'lists' | 'applications' | 'shares' | 'clock'
  >,
  actor: Actor,
  { action, ids }: { readonly action: BulkAction; readonly ids: readonly Id[] },
): Promise<{ readonly commitId: Id }> {
  const each = [...new Set(ids)];
  const target = await bulkTarget(deps, actor, action);
  const standings = await standingsFor(deps, actor, { action, target }, each);
  if (standings.length < each.length) {
    throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  }
  if (!standings.every((standing) => mayDo(action, standing))) {
    throw new AppError(
      'FORBIDDEN',
      'One of these was shared with you without the right to change anything. Nothing was changed.',
    );
  }
  const context = { tie: target.tie, now: nowIso(deps.clock), newId, actorId: actor.id };
  const changes = standings.flatMap((standing): readonly Change[] => {
    const change = bulkChange(action, standing, context);
    return change === null ? [] : [change];
  });
  if (changes.length === 0) {
    throw new AppError('INVALID', 'It is so already. Nothing was changed.');
  }
  return deps.store.commit({
    actor,
    action: actionNameOf(action),
    changes: [...target.first, ...changes],
  });
}
