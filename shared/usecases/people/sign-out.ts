import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';

/** Keeps that somebody went, and when. Who is at the desk is the caller's to forget. */
export async function signOut(
  deps: Pick<Deps, 'store' | 'people' | 'clock'>,
  actor: Actor,
): Promise<void> {
  const credential = await deps.people.credential(actor.id);
  if (credential === null) return;
  const { id, version } = credential;
  await deps.store.commit({
    actor,
    action: 'credential.used',
    changes: [
      {
        op: 'update',
        entity: 'credential',
        id,
        version,
        patch: { lastSeenAt: nowIso(deps.clock) },
      },
    ],
    audit: [{ action: 'auth.signed-out', entityType: 'user', entityId: actor.id }],
  });
}
