import type { ActionName, Change, CommitHead } from '@/shared/domain/history/change';
import { NEVER_TAKEN_BACK } from '@/shared/domain/history/deeds';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

type UndoDeps = Pick<Deps, 'store' | 'history' | 'nextTurn'> & {
  /** Ends a bulk deed that is still at work; resolves when it has ended. */
  readonly endDeed: (bulkId: Id) => Promise<void>;
};

interface Undone {
  /** The last commit that took something back. */
  readonly commitId: Id;
  readonly undid: ActionName;
  /** Whether it puts a deed in force again that was taken back before. */
  readonly again: boolean;
  readonly candidates: number;
  /** How many candidates of a bulk deed stay as they are, because later work built on it. */
  readonly kept: number;
}

/**
 * Takes back one commit, or the actor's last one that can be. It is a commit of its own, so it stands in the timeline. A
 * commit of a bulk deed is taken back with all the others of it; candidates that somebody has worked on since stay as they are.
 * Errors: NOTHING_TO_UNDO, CONFLICT when later work built on it, NOT_FOUND for an unknown commit.
 */
export async function undo(
  deps: UndoDeps,
  actor: Actor,
  input: { readonly commitId: Id | null },
): Promise<Undone> {
  if (input.commitId === null) {
    const last = await deps.history.lastUndoable(actor);
    if (last === null) throw new AppError('NOTHING_TO_UNDO', 'There is nothing to undo.');
    return takeBack(deps, actor, last);
  }
  const commit = await deps.history.commit(actor, input.commitId);
  if (commit === null) {
    throw new AppError('NOT_FOUND', 'There is no such entry in the history.');
  }
  return takeBack(deps, actor, commit);
}

/** Puts in force again what the actor took back last, if they did nothing else since. Errors: as `undo`. */
export async function redo(deps: UndoDeps, actor: Actor): Promise<Undone> {
  const last = await deps.history.lastUndone(actor);
  if (last === null) throw new AppError('NOTHING_TO_UNDO', 'There is nothing to redo.');
  return takeBack(deps, actor, last);
}

async function takeBack(deps: UndoDeps, actor: Actor, commit: CommitHead): Promise<Undone> {
  if (NEVER_TAKEN_BACK.has(commit.action)) {
    throw new AppError('INVALID', 'This is not taken back here: change it where it was done.');
  }
  const first = commit.undoes === null ? null : await deps.history.commit(actor, commit.undoes);
  const said = { undid: first?.action ?? commit.action, again: first !== null };
  if (commit.partOf === null) {
    return { ...(await takeBackOne(deps, actor, commit.commitId)), ...said };
  }
  await deps.endDeed(commit.partOf);
  return { ...(await takeBackDeed(deps, actor, commit.partOf)), ...said };
}

async function takeBackOne(
  deps: UndoDeps,
  actor: Actor,
  target: Id,
): Promise<Pick<Undone, 'commitId' | 'candidates' | 'kept'>> {
  const changes = await deps.history.inverse(actor, target);
  if (changes.length === 0) throw alreadyBack();
  const { commitId } = await deps.store.commit({
    actor,
    action: 'undone',
    changes,
    undoes: target,
  });
  return { commitId, candidates: candidatesOf(changes).size, kept: 0 };
}

/** Newest first. Ended half way (by a crash, by closing) it is half taken back, and goes on when it is asked again. */
async function takeBackDeed(
  deps: UndoDeps,
  actor: Actor,
  bulkId: Id,
): Promise<Pick<Undone, 'commitId' | 'candidates' | 'kept'>> {
  // The taking back is a bulk deed too: it is taken back, which is redoing, as one.
  const partOf = newId();
  let commitId: Id | null = null;
  let candidates = 0;
  let kept = 0;
  const targets = await deps.history.partsOf(bulkId);
  if (targets.length === 0) throw alreadyBack();
  for (const target of targets) {
    const part = await deps.history.partlyInverse(actor, target);
    kept += part.kept;
    if (part.changes.length > 0) {
      const { changes } = part;
      const request = { actor, action: 'undone', changes, undoes: target, partOf } as const;
      ({ commitId } = await deps.store.commit(request));
      candidates += part.candidates;
    }
    // Commits are synchronous underneath: whoever waits gets their turn between two of them.
    await deps.nextTurn();
  }
  if (commitId === null) {
    throw new AppError(
      'CONFLICT',
      'This can no longer be taken back. All of it was changed since.',
    );
  }
  return { commitId, candidates, kept };
}

const alreadyBack = (): AppError => new AppError('NOTHING_TO_UNDO', 'This was taken back already.');

const candidatesOf = (changes: readonly Change[]): ReadonlySet<Id> =>
  new Set(changes.map(candidateOf).filter((id) => id !== null));

function candidateOf(change: Change): Id | null {
  if (change.entity === 'candidate') return change.op === 'insert' ? change.row.id : change.id;
  if (change.op === 'insert' && 'candidateId' in change.row) return change.row.candidateId;
  return null;
}
