import type { ActionName, Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/**
 * Takes back one commit, or the actor's last one that can be. It is a commit of its own, so it stands in the timeline.
 * Errors: NOTHING_TO_UNDO, CONFLICT when later work built on it, NOT_FOUND for an unknown commit.
 */
export async function undo(
  deps: Pick<Deps, 'store' | 'history'>,
  actor: Actor,
  input: { readonly commitId: Id | null },
): Promise<{ readonly commitId: Id; readonly undid: ActionName; readonly candidates: number }> {
  const last = await deps.history.lastUndoable(actor);
  const target = input.commitId ?? last?.commitId ?? null;
  if (target === null) {
    throw new AppError('NOTHING_TO_UNDO', 'There is nothing to undo.');
  }
  const changes = await deps.history.inverse(actor, target);
  if (changes.length === 0) {
    throw new AppError('NOTHING_TO_UNDO', 'This was taken back already.');
  }
  const entry = last?.commitId === target ? last : await deps.history.entry(actor, target);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'undone',
    changes,
    undoes: target,
  });
  return { commitId, undid: entry?.action ?? 'undone', candidates: candidatesOf(changes).size };
}

const candidatesOf = (changes: readonly Change[]): ReadonlySet<Id> =>
  new Set(changes.map(candidateOf).filter((id) => id !== null));

function candidateOf(change: Change): Id | null {
  if (change.entity === 'candidate') return change.op === 'insert' ? change.row.id : change.id;
  if (change.op === 'insert' && 'candidateId' in change.row) return change.row.candidateId;
  return null;
}
