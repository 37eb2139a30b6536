import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findHeld } from './erase-candidate';

/** Keeps somebody from being erased, whatever a rule says. Errors: NOT_FOUND; CONFLICT when a hold is there already. */
export async function placeHold(
  deps: Pick<Deps, 'store' | 'privacy'>,
  actor: Actor,
  { candidateId, reason }: { readonly candidateId: Id; readonly reason: string },
): Promise<{ readonly commitId: Id }> {
  const held = await findHeld(deps, actor, candidateId);
  if (held.hold !== null) throw new AppError('CONFLICT', 'A legal hold keeps them already.');
  return deps.store.commit({
    actor,
    action: 'hold.placed',
    changes: [
      {
        op: 'insert',
        entity: 'legalHold',
        row: {
          id: newId(),
          candidateId: held.candidateId,
          reason,
          placedBy: actor.id,
          releasedAt: null,
        },
      },
    ],
  });
}

/** Ends a hold; rules count again. Errors: NOT_FOUND also where there is none. */
export async function releaseHold(
  deps: Pick<Deps, 'store' | 'privacy' | 'clock'>,
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
): Promise<{ readonly commitId: Id }> {
  const { hold } = await findHeld(deps, actor, candidateId);
  if (hold === null) throw new AppError('NOT_FOUND', 'No legal hold keeps this candidate.');
  return deps.store.commit({
    actor,
    action: 'hold.released',
    changes: [
      {
        op: 'update',
        entity: 'legalHold',
        id: hold.id,
        version: hold.version,
        patch: { releasedAt: nowIso(deps.clock) },
      },
    ],
  });
}
