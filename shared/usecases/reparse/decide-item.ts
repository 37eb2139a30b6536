import type { ReparseItem } from '@/shared/domain/reparse/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { requireCandidate } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import { applyReadings } from '@/shared/usecases/reparse/apply-readings';

type ItemDeps = Pick<Deps, 'store' | 'candidates' | 'imports' | 'reparse'>;

/** Takes what the newer parser reads for one candidate. Errors: NOT_FOUND, CONFLICT. */
export async function applyItem(
  deps: ItemDeps,
  actor: Actor,
  input: { readonly itemId: Id },
): Promise<{ readonly commitId: Id }> {
  const item = await findItem(deps, actor, input.itemId);
  const { candidateId, readings } = item;
  return applyReadings(deps, actor, {
    candidateId,
    readings,
    also: (commitId) => [applied(item, commitId)],
  });
}

/** Leaves a candidate as they are when everything is applied, or (`left` false) takes that back. Errors: NOT_FOUND, CONFLICT. */
export async function leaveItem(
  deps: ItemDeps,
  actor: Actor,
  input: { readonly itemId: Id; readonly left: boolean },
): Promise<{ readonly left: boolean }> {
  const item = await findItem(deps, actor, input.itemId);
  const { left } = input;
  await deps.store.commit({
    actor,
    action: 'resume.reparsed',
    changes: [
      {
        op: 'update',
        entity: 'reparseItem',
        id: item.id,
        version: item.version,
        patch: { state: left ? 'left' : 'open' },
      },
    ],
  });
  return { left };
}

/** The item with the commit that applied it. */
export const applied = (
  { id, version }: Pick<ReparseItem, 'id' | 'version'>,
  commitId: Id,
): Change => ({ op: 'update', entity: 'reparseItem', id, version, patch: { commitId } });

/** The item of a candidate the actor reaches. */
async function findItem(deps: ItemDeps, actor: Actor, itemId: Id): Promise<ReparseItem> {
  const item = await deps.reparse.item(itemId);
  if (item === null || item.state === 'same') {
    throw new AppError('NOT_FOUND', 'This entry is not there any more.');
  }
  await findRecord(deps, actor, 'candidate', item.candidateId);
  await requireCandidate(deps, actor, item.candidateId, 'edit');
  return item;
}
