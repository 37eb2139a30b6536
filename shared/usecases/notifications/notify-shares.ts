import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { tell } from './notify';

/**
 * Tells people that candidates were shared with them: one notification for whoever shared them until it is read, which counts what comes
 * after. `isOver` ends it between two people.
 */
export async function notifyOfShares(
  deps: Pick<Deps, 'store' | 'notifications' | 'shares'>,
  commitIds: readonly Id[],
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const { to, fromId, fromName, candidates } of await deps.shares.news(commitIds)) {
    if (isOver()) return;
    const latest = await deps.notifications.latest(to, 'candidate-shared', fromId);
    const open = latest !== null && latest.readAt === null ? latest.count : 0;
    await tell(deps, to, latest, {
      kind: 'candidate-shared',
      subjectId: fromId,
      subjectName: fromName,
      count: open + candidates,
    });
  }
}
