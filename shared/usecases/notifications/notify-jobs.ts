import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { tell } from './notify';

/**
 * Tells administrators and a job's recruiters that it was made and that its candidates took a step, but not who did it: one notification a
 * job until it is read, which counts what comes after. `isOver` ends it between two jobs.
 */
export async function notifyOfJobs(
  deps: Pick<Deps, 'store' | 'notifications'>,
  commitIds: readonly Id[],
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const { kind, jobId, title, count, audience } of await deps.notifications.jobNews(
    commitIds,
  )) {
    for (const one of audience) {
      if (isOver()) return;
      const latest = await deps.notifications.latest(one, kind, jobId);
      const open = latest !== null && latest.readAt === null ? latest.count : 0;
      await tell(deps, one, latest, {
        kind,
        subjectId: jobId,
        subjectName: title,
        count: open + count,
      });
    }
  }
}
