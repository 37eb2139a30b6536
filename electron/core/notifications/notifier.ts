import type { Log } from '@/electron/core/log';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { notifyOfImport, notifyOfNewPeople } from '@/shared/usecases/notifications/notify';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { notifyOfNewMatches } from '@/shared/usecases/notifications/notify-matches';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';

export interface NotifierTiming {
  /** How long candidates must have rested before saved searches are looked at again, in ms. */
  readonly settleMs: number;
  /** The longest they are put off while candidates keep coming in, in ms. */
  readonly atMostMs: number;
  /** How long jobs and their boards must have rested before people are told of them, in ms. */
  readonly jobsMs: number;
}

const TIMING: NotifierTiming = { settleMs: 4000, atMostMs: 60_000, jobsMs: 1000 };
/** Told of at once, however much goes on. */
const MOST_COMMITS = 500;

export interface Notifier {
  readonly close: () => Promise<void>;
}

type NotifierDeps = Pick<
  Deps,
  'store' | 'notifications' | 'search' | 'searches' | 'matching' | 'matches'
> & {
  readonly imports: {
    readonly onProgress: (listener: (progress: ImportProgress) => void) => () => void;
  };
  readonly actor: () => Actor;
  readonly log: Log;
  readonly timing?: Partial<NotifierTiming>;
};

/**
 * Tells people what happened while they looked elsewhere: an import that ended, new people a saved search finds or who fit a job,
 * a job that was made or whose candidates moved. Searches
 * and jobs are looked at once after a whole batch of commits, on the query threads, one at a time.
 */
export function createNotifier(deps: NotifierDeps): Notifier {
  const { settleMs, atMostMs, jobsMs } = { ...TIMING, ...deps.timing };
  const told = new Set<string>();
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let firstAt: number | null = null;
  /** What is being written: one thing after the other, as both look for an open notification first. */
  let work: Promise<void> = Promise.resolve();

  const then = (task: () => Promise<void>): void => {
    work = work.then(async () => {
      if (closed) return;
      try {
        await task();
      } catch (error) {
        if (!closed) deps.log.error('notifications.failed', error);
      }
    });
  };
  const look = (): void => {
    timer = undefined;
    firstAt = null;
    then(() => notifyOfNewPeople(deps, () => closed));
    then(() => notifyOfNewMatches(deps, () => closed));
  };
  const soon = (): void => {
    const now = Date.now();
    firstAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(settleMs, firstAt + atMostMs - now)));
    timer.unref();
  };

  /** Commits that nobody was told of yet; a bulk deed's come one after the other and are told once. */
  let ofJobs: Id[] = [];
  let jobTimer: NodeJS.Timeout | undefined;
  const tellOfJobs = (): void => {
    const commitIds = ofJobs;
    ofJobs = [];
    then(() => notifyOfJobs(deps, commitIds, () => closed));
  };

  const stopCommits = deps.store.onCommit(({ commitId, topics }) => {
    if (closed) return;
    if (topics.includes('candidates')) soon();
    if (!topics.includes('applications') && !topics.includes('jobs')) return;
    ofJobs.push(commitId);
    clearTimeout(jobTimer);
    if (ofJobs.length >= MOST_COMMITS) tellOfJobs();
    else jobTimer = setTimeout(tellOfJobs, jobsMs).unref();
  });
  const stopImports = deps.imports.onProgress((progress) => {
    const { id, state, finishedAt } = progress.task;
    // The last state of an import may be announced more than once.
    const ending = `${id}:${finishedAt}`;
    if (closed || state !== 'done' || told.has(ending)) return;
    told.add(ending);
    then(() => notifyOfImport(deps, deps.actor(), progress));
  });

  return {
    close: async () => {
      closed = true;
      stopCommits();
      stopImports();
      clearTimeout(timer);
      clearTimeout(jobTimer);
      await work;
    },
  };
}
