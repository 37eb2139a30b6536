import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurn } from '@/electron/core/imports/turns';
import type { Log } from '@/electron/core/log';
import type { BulkRun } from '@/shared/contract/api/bulk';
import { addCounts, type BulkAction, NO_COUNTS } from '@/shared/domain/candidates/bulk';
import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { type BulkDeps, bulkStep } from '@/shared/usecases/bulk/bulk-step';
import { bulkTarget } from '@/shared/usecases/bulk/bulk-target';
import { selectedIds } from '@/shared/usecases/bulk/selected-ids';
import type { Deps } from '@/shared/usecases/deps';

export interface BulkRunner {
  /** Begins a deed behind those at work, and answers with it when it is over, or after `ANSWER_AFTER`. Errors: NOT_FOUND, FORBIDDEN. */
  readonly run: (actor: Actor, deed: Deed) => Promise<BulkRun>;
  /** The actor's last runs, newest first. */
  readonly runs: (actor: Actor) => readonly BulkRun[];
  /** Ends one at its next batch, and resolves when it has ended; one that is over or unknown is no error. */
  readonly stop: (id: Id) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Deed {
  readonly selection: CandidateSelection;
  readonly action: BulkAction;
}

type RunnerDeps = BulkDeps &
  Pick<Deps, 'search' | 'workspace' | 'lists' | 'shares'> & { readonly log: Log };

/** A small deed is over before its caller hears of it, in ms. */
const ANSWER_AFTER = 400;
const RUNS_KEPT = 20;
const FIRST_BATCH = 25;
/** Taking a batch back takes longer than doing it, and is one commit too. */
const MOST_IN_BATCH = 100;
/** What a commit takes however small it is (the disk's answer) does not get less in smaller ones. */
const LEAST_IN_BATCH = 30;
/**
 * A commit holds the thread: batches grow and shrink until one takes about this long, in ms. One in ten takes twice as long, because the
 * journal is written into the database with it, and none may hold up a key for more than 50.
 */
const TARGET_MS = 20;

interface Job {
  run: BulkRun;
  readonly actor: Actor;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/**
 * Does bulk deeds one after the other, in batches between which everybody else gets their turn. What is written is whole batches that
 * name their deed, so that one undo takes them back also when Longlist ended in the middle.
 */
export function createBulkRunner(deps: RunnerDeps): BulkRunner {
  const jobs: Job[] = [];
  const inTurn = createTurn();

  const work = async (job: Job, { selection, action }: Deed): Promise<void> => {
    const { signal } = job.stop;
    const { actor } = job;
    const say = (patch: Partial<BulkRun>): void => {
      job.run = { ...job.run, ...patch };
    };
    try {
      signal.throwIfAborted();
      say({ state: 'running' });
      // Found anew when its turn comes: an earlier deed may have made the tag.
      let target = await bulkTarget(deps, actor, action);
      const ids = await selectedIds(deps, actor, selection, signal);
      say({ total: ids.length });
      let size = action.kind === 'reparse' ? 1 : FIRST_BATCH;
      for (let from = 0; from < ids.length; ) {
        signal.throwIfAborted();
        const started = performance.now();
        const batch = ids.slice(from, from + size);
        const { commitId, ...counts } = await bulkStep(
          deps,
          actor,
          { action, target, bulkId: job.run.id, ids: batch },
          signal,
        );
        from += batch.length;
        // The new tag or list is there from the first commit on.
        if (commitId !== null) target = { ...target, first: [] };
        say({
          counts: addCounts(job.run.counts, counts),
          commitId: commitId ?? job.run.commitId,
        });
        if (action.kind !== 'reparse') size = nextSize(size, performance.now() - started);
        await nextTurn();
      }
      say({ state: 'done' });
    } catch (error) {
      if (signal.aborted) say({ state: 'stopped' });
      else {
        if (!isAppError(error)) deps.log.error('bulk.failed', error, { bulkId: job.run.id });
        say({ state: 'failed', error: isAppError(error) ? error.message : UNEXPECTED });
      }
    }
  };

  return {
    run: async (actor, deed) => {
      // What cannot be done at all is refused at once and not in the background.
      await bulkTarget(deps, actor, deed.action);
      const job: Job = {
        run: {
          id: newId(),
          action: deed.action,
          state: 'waiting',
          total: null,
          counts: NO_COUNTS,
          commitId: null,
          error: null,
        },
        actor,
        stop: new AbortController(),
        ended: Promise.resolve(),
      };
      jobs.unshift(job);
      const over = jobs.findLastIndex(
        ({ run }) => run.state !== 'waiting' && run.state !== 'running',
      );
      if (jobs.length > RUNS_KEPT && over > 0) jobs.splice(over, 1);
      job.ended = inTurn(() => work(job, deed));
      await Promise.race([job.ended, pause(ANSWER_AFTER)]);
      return job.run;
    },
    runs: (actor) => jobs.filter((job) => job.actor.id === actor.id).map((job) => job.run),
    stop: async (id) => {
      const job = jobs.find(({ run }) => run.id === id);
      job?.stop.abort();
      await job?.ended;
    },
    close: async () => {
      for (const job of jobs) job.stop.abort();
      await Promise.all(jobs.map((job) => job.ended));
    },
  };
}

const UNEXPECTED =
  'Something unexpected stopped it. What is done until here stays and can be taken back.';

/** Half the way to the size that would have taken as long as it should; at most twice as much as before. */
function nextSize(size: number, ms: number): number {
  const wanted = Math.min(size * 2, (size * TARGET_MS) / Math.max(ms, 1));
  return Math.max(LEAST_IN_BATCH, Math.min(MOST_IN_BATCH, Math.round((size + wanted) / 2)));
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
