import type { Deps } from '@/shared/usecases/deps';
import { tell } from './notify';

/** Jobs looked at after a change. */
const MOST_JOBS = 200;

/**
 * Tells the recruiters of open jobs of people who came to reach the threshold of the job: because they came in, were edited or got a new CV,
 * or because the job asks for something else. One notification a job until it is read. Who was there when the last one was read is not told
 * again. `isOver` ends it between two jobs.
 */
export async function notifyOfNewMatches(
  deps: Pick<Deps, 'store' | 'notifications' | 'matching' | 'matches'> & {
    /** Looks who reaches the thresholds of open jobs now: what `news` counts. */
    readonly lookForMatches: () => Promise<void>;
  },
  isOver: () => boolean = () => false,
): Promise<void> {
  const watched = await deps.matches.watched(MOST_JOBS);
  if (watched.length === 0) return;
  await deps.lookForMatches();
  for (const { jobId, title, since, recruiters } of watched) {
    for (const recruiter of recruiters) {
      if (isOver()) return;
      const latest = await deps.notifications.latest(recruiter, 'new-matches', jobId);
      const told = latest?.readAt ?? null;
      const count = await deps.matching.news(recruiter, {
        jobId,
        since: told !== null && told > since ? told : since,
      });
      await tell(deps, recruiter, latest, {
        kind: 'new-matches',
        subjectId: jobId,
        subjectName: title,
        count,
      });
    }
  }
}
