import type { Change } from '@/shared/domain/history/change';
import type { Erasure } from '@/shared/domain/privacy/records';
import { quarantineEnd } from '@/shared/domain/privacy/retention';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { HeldPerson } from '@/shared/usecases/ports/privacy-reader';
import { findHeld } from './erase-candidate';

/** Takes somebody out of all working lists until they are erased in 30 days, or released. Errors: NOT_FOUND; CONFLICT when they are there or held. */
export async function putInQuarantine(
  deps: Pick<Deps, 'store' | 'privacy' | 'clock'>,
  actor: Actor,
  input: { readonly candidateId: Id; readonly reason: string; readonly end: Erasure['kind'] },
): Promise<{ readonly commitId: Id }> {
  const held = await findHeld(deps, actor, input.candidateId);
  if (held.hold !== null) throw new AppError('CONFLICT', 'A legal hold keeps this candidate.');
  if (held.quarantine !== null) throw new AppError('CONFLICT', 'They are in quarantine already.');
  return deps.store.commit({
    actor,
    action: 'candidate.quarantined',
    changes: quarantineChanges(held, { ...input, ruleId: null }, deps.clock.now()),
  });
}

/** Brings somebody back exactly as they were. Errors: NOT_FOUND also where they are in none. */
export async function releaseQuarantine(
  deps: Pick<Deps, 'store' | 'privacy' | 'clock'>,
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
): Promise<{ readonly commitId: Id }> {
  const {
    quarantine,
    archivedAt,
    version,
    candidateId: id,
  } = await findHeld(deps, actor, candidateId);
  if (quarantine === null) throw new AppError('NOT_FOUND', 'They are in no quarantine.');
  // Who was archived before, or was archived by hand since, stays so.
  const back: readonly Change[] =
    archivedAt === quarantine.since
      ? [{ op: 'update', entity: 'candidate', id, version, patch: { archivedAt: null } }]
      : [];
  return deps.store.commit({
    actor,
    action: 'candidate.released',
    changes: [
      {
        op: 'update',
        entity: 'quarantine',
        id: quarantine.id,
        version: quarantine.version,
        patch: { releasedAt: nowIso(deps.clock) },
      },
      ...back,
    ],
  });
}

/** The rows of it. Who is archived already keeps the time of that, so that a release leaves them archived. */
export function quarantineChanges(
  { candidateId, version, archivedAt }: Pick<HeldPerson, 'candidateId' | 'version' | 'archivedAt'>,
  why: { readonly reason: string; readonly end: Erasure['kind']; readonly ruleId: Id | null },
  now: Date,
): readonly Change[] {
  const since = now.toISOString();
  const away: readonly Change[] =
    archivedAt === null
      ? [
          {
            op: 'update',
            entity: 'candidate',
            id: candidateId,
            version,
            patch: { archivedAt: since },
          },
        ]
      : [];
  return [
    ...away,
    {
      op: 'insert',
      entity: 'quarantine',
      row: {
        id: newId(),
        candidateId,
        ruleId: why.ruleId,
        reason: why.reason,
        since,
        until: quarantineEnd(now),
        end: why.end,
        releasedAt: null,
      },
    },
  ];
}
