import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** As many as anybody lets gather. */
const EVERY = 10_000;

/** Marks one notification as read, or with null all of them. What is read already stays as it is. */
export async function readNotifications(
  deps: Pick<Deps, 'store' | 'notifications' | 'clock'>,
  actor: Actor,
  input: { readonly id: Id | null },
): Promise<{ readonly read: number }> {
  const readAt = nowIso(deps.clock);
  const unread = await deps.notifications.unread(actor, EVERY);
  const changes = unread
    .filter(({ id }) => input.id === null || id === input.id)
    .map(
      ({ id, version }): Change => ({
        op: 'update',
        entity: 'notification',
        id,
        version,
        patch: { readAt },
      }),
    );
  if (changes.length > 0) await deps.store.commit({ actor, action: 'notification.read', changes });
  return { read: changes.length };
}
