import type { ActionName, Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

interface Undone {
  /** The last commit that took something back. */
  readonly commitId: Id;
  readonly undid: ActionName;
  readonly candidates: number;
  /** How many candidates of a bulk deed stay as they are, because later work built on it. */
  readonly kept: number;
}

/**
 * Takes back one commit, or the actor's last one that can be. It is a commit of its own, so it stands in the timeline. A
 * commit of a bulk deed is taken back with all the others of it, each by itself: what somebody has built on stays.
 * Errors: NOTHING_TO_UNDO, CONFLICT when later work built on it, NOT_FOUND for an unknown commit.
 */
export async function undo(
  deps: Pick<Deps, 'store' | 'history'>,
  actor: Actor,
  input: { readonly commitId: Id | null },
): Promise<Undone> {
  const last = await deps.history.lastUndoable(actor);
  const target = input.commitId ?? last?.commitId ?? null;
  if (target === null) {
    throw new AppError('NOTHING_TO_UNDO', 'There is nothing to undo.');
  }
  const entry = last?.commitId === target ? last : await deps.history.entry(actor, target);
  const undid = entry?.action ?? 'undone';
  if (entry?.partOf != null) return { ...(await undoBulk(deps, actor, entry.partOf)), undid };
  const { commitId, candidates } = await undoOne(deps, actor, target);
  return { commitId, undid, candidates, kept: 0 };
}

async function undoOne(
  deps: Pick<Deps, 'store' | 'history'>,
  actor: Actor,
  target: Id,
): Promise<Pick<Undone, 'commitId' | 'candidates'>> {
  const changes = await deps.history.inverse(actor, target);
  if (changes.length === 0) {
    throw new AppError('NOTHING_TO_UNDO', 'This was taken back already.');
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: 'undone',
    changes,
    undoes: target,
  });
  return { commitId, candidates: candidatesOf(changes).size };
}

/** Newest first. Ended half way (by a crash, by closing) it is half taken back, and goes on when it is asked again. */
async function undoBulk(
  deps: Pick<Deps, 'store' | 'history'>,
  actor: Actor,
  bulkId: Id,
): Promise<Omit<Undone, 'undid'>> {
  const commits = await deps.history.partsOf(actor, bulkId);
  let commitId: Id | null = null;
  let candidates = 0;
  let kept = 0;
  let conflict: unknown = new AppError('NOTHING_TO_UNDO', 'This was taken back already.');
  for (const part of commits) {
    try {
      commitId = (await undoOne(deps, actor, part)).commitId;
      // Each commit of a bulk deed is about one candidate.
      candidates += 1;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'CONFLICT') throw error;
      kept += 1;
      conflict = error;
    }
  }
  if (commitId === null) throw conflict;
  return { commitId, candidates, kept };
}

const candidatesOf = (changes: readonly Change[]): ReadonlySet<Id> =>
  new Set(changes.map(candidateOf).filter((id) => id !== null));

function candidateOf(change: Change): Id | null {
  if (change.entity === 'candidate') return change.op === 'insert' ? change.row.id : change.id;
  if (change.op === 'insert' && 'candidateId' in change.row) return change.row.candidateId;
  return null;
}
