import type { NotificationKind } from '@/shared/domain/notifications/records';
import { can } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { tell } from '@/shared/usecases/notifications/notify';

type NotifyDeps = Pick<Deps, 'store' | 'notifications' | 'workspace'>;

/** Tells those who look after privacy that people went into quarantine or wait there for a decision. */
export const notifyOfRetention = (
  deps: NotifyDeps,
  { quarantined, due }: { readonly quarantined: number; readonly due: number },
): Promise<void> => tellKeepers(deps, 'retention-due', quarantined + due);

/** Tells them that a file would bring back somebody who was erased. */
export const notifyOfReturned = (deps: NotifyDeps, count: number): Promise<void> =>
  tellKeepers(deps, 'erased-person-returned', count);

async function tellKeepers(
  deps: NotifyDeps,
  kind: Extract<NotificationKind, 'retention-due' | 'erased-person-returned'>,
  count: number,
): Promise<void> {
  for (const { id, name, role, clientId } of await deps.workspace.owners()) {
    const keeper: Actor = { id, name, role, clientId };
    if (!can(keeper, 'privacy.manage')) continue;
    // One at a time for each of them, whoever it is about: there is nobody whose name it might give.
    const latest = await deps.notifications.latest(keeper, kind, id);
    await tell(deps, keeper, latest, { kind, subjectId: id, subjectName: '', count });
  }
}
