import type { Log } from '@/electron/core/log';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { notifyOfImport, notifyOfNewPeople } from '@/shared/usecases/notifications/notify';
import { notifyOfJobs } from '@/shared/usecases/notifications/notify-jobs';
import { notifyOfNewMatches } from '@/shared/usecases/notifications/notify-matches';
import { notifyOfShares } from '@/shared/usecases/notifications/notify-shares';
import { notifyOfReturned } from '@/shared/usecases/privacy/notify';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';

export interface NotifierTiming {
  /** How long candidates must have rested before saved searches are looked at again, in ms. */
  readonly settleMs: number;
  /** The longest they are put off while candidates keep coming in, in ms. */
  readonly atMostMs: number;
  /** How long jobs and their boards must have rested before people are told of them, in ms. */
  readonly jobsMs: number;
  /** When it is first looked who fits which job after the start, in ms. */
  readonly firstLookMs: number;
}

const TIMING: NotifierTiming = {
  settleMs: 4000,
  atMostMs: 60_000,
  jobsMs: 1000,
  firstLookMs: 10_000,
};
/** Files kept out that are looked through for those of one import. */
const MOST_RETURNED = 200;
/** Told of at once, however much goes on. */
const MOST_COMMITS = 500;
/** What who fits a job depends on. */
const MATCHED = ['candidates', 'jobs', 'matches'];

/** Where there is news of jobs. */
const OF_JOBS = ['applications', 'jobs', 'interviews'];

export interface Notifier {
  readonly close: () => Promise<void>;
}

type NotifierDeps = Pick<
  Deps,
  | 'store'
  | 'notifications'
  | 'search'
  | 'searches'
  | 'matching'
  | 'matches'
  | 'shares'
  | 'workspace'
  | 'privacy'
> & {
  readonly imports: {
    readonly onProgress: (listener: (progress: ImportProgress) => void) => () => void;
  };
  /** Looks who reaches the thresholds of open jobs now. */
  readonly lookForMatches: () => Promise<void>;
  readonly actor: () => Actor;
  readonly log: Log;
  readonly timing?: Partial<NotifierTiming>;
};

/**
 * Tells people what happened while they looked elsewhere: an import that ended, new people a saved search finds, people who came to fit a
 * job, a job that was made, whose candidates moved or passed an interview. Searches and jobs are looked at once after a whole batch of commits, on the query
 * threads, one at a time.
 */
export function createNotifier(deps: NotifierDeps): Notifier {
  const { settleMs, atMostMs, jobsMs, firstLookMs } = { ...TIMING, ...deps.timing };
  const told = new Set<string>();
  let closed = false;
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
  const people = settling(settleMs, atMostMs, () =>
    then(() => notifyOfNewPeople(deps, () => closed)),
  );
  const matches = settling(settleMs, atMostMs, () =>
    then(() => notifyOfNewMatches(deps, () => closed)),
  );
  // Somebody may have been edited just before Longlist ended; and what a job asks for is compared with how it was.
  const first = setTimeout(matches.soon, firstLookMs).unref();

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
    if (topics.includes('candidates')) people.soon();
    // What people are matched by is made after the commit that touched them; "matches" says that it is.
    if (MATCHED.some((topic) => topics.includes(topic))) matches.soon();
    if (topics.includes('shares')) then(() => notifyOfShares(deps, [commitId], () => closed));
    if (!OF_JOBS.some((topic) => topics.includes(topic))) return;
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
    then(async () => {
      // Whoever began it is told, also with somebody else at the desk by then.
      const starter = await deps.workspace.actor(progress.task.createdBy);
      await notifyOfImport(deps, starter ?? deps.actor(), progress);
      const returned = await deps.privacy.returned(MOST_RETURNED);
      const count = returned.filter(({ taskId }) => taskId === id).length;
      if (count > 0) await notifyOfReturned(deps, count);
    });
  });

  return {
    close: async () => {
      closed = true;
      stopCommits();
      stopImports();
      clearTimeout(first);
      people.stop();
      matches.stop();
      clearTimeout(jobTimer);
      await work;
    },
  };
}

/** Does something once commits have rested for `rest` ms, or `atMost` ms after the first of them. */
function settling(
  rest: number,
  atMost: number,
  run: () => void,
): { readonly soon: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let firstAt: number | null = null;
  return {
    soon: () => {
      const now = Date.now();
      firstAt ??= now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          firstAt = null;
          run();
        },
        Math.max(0, Math.min(rest, firstAt + atMost - now)),
      ).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
