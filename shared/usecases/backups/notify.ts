import { can } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { tell } from '@/shared/usecases/notifications/notify';

/** Tells those who look after backups that so many tries in a row failed; with 0, that the last one did not: then nobody is told anew. */
export async function notifyOfBackups(
  deps: Pick<Deps, 'store' | 'notifications' | 'workspace'>,
  failures: number,
): Promise<void> {
  for (const { id, name, role, clientId } of await deps.workspace.owners()) {
    const keeper: Actor = { id, name, role, clientId };
    if (!can(keeper, 'backup.manage')) continue;
    const latest = await deps.notifications.latest(keeper, 'backup-failed', id);
    await tell(deps, keeper, latest, {
      kind: 'backup-failed',
      subjectId: id,
      subjectName: '',
      count: failures,
    });
  }
}
