import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActionName, Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import type { Store } from '@/shared/usecases/ports/store';

export interface LanePlan {
  readonly action: ActionName;
  readonly changes: readonly Change[];
}

/** One file's way into the database. */
export interface LaneJob {
  /** Whose import it is of. */
  readonly actor: Actor;
  /** What others might recognise it by. A job that shares a key with one not yet written waits until that is written. */
  readonly keys: readonly string[];
  /** Reads, decides, builds the changes. Called again when the database changed in between. */
  readonly plan: () => Promise<LanePlan>;
  readonly committed: () => void;
  /** Nothing of this job was written. */
  readonly failed: (error: unknown) => void;
}

export interface CommitLane {
  /** Resolves when the job is decided; `committed` or `failed` is called within about 100 ms after. Never rejects. */
  readonly submit: (job: LaneJob) => Promise<void>;
  /** Writes what is waiting. */
  readonly flush: () => Promise<void>;
}

const MAX_JOBS = 50;
const MAX_WAIT_MS = 100;
/** A commit holds the thread: the batch shrinks until one takes about this long. */
const TARGET_COMMIT_MS = 12;
const MAX_ATTEMPTS = 3;

interface Entry {
  readonly job: LaneJob;
  readonly plan: LanePlan;
  readonly attempt: number;
}

/**
 * Takes decisions one after the other and writes them in batches. One after the other, because two files of the same
 * person must not both find nobody; in batches, because a transaction costs as much as many rows.
 */
export function createCommitLane(deps: { readonly store: Store }): CommitLane {
  let batch: Entry[] = [];
  let pendingKeys = new Set<string>();
  let limit = 10;
  let timer: NodeJS.Timeout | null = null;
  let tail: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    // Work answers for its own failures; one that throws all the same must not stop the lane.
    tail = tail.then(work).catch(() => undefined);
    return tail;
  };

  const decide = async (job: LaneJob): Promise<void> => {
    if (job.keys.some((key) => pendingKeys.has(key))) await write();
    try {
      batch.push({ job, plan: await job.plan(), attempt: 1 });
    } catch (error) {
      job.failed(error);
      return;
    }
    for (const key of job.keys) pendingKeys.add(key);
    if (batch.length >= limit) await write();
    else timer ??= setTimeout(() => void inTurn(write), MAX_WAIT_MS);
  };

  const write = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const entries = batch;
    batch = [];
    pendingKeys = new Set();
    if (entries.length === 0) return;
    // Each update of someone known is a commit of its own, so that their timeline says so and a stale one fails alone.
    const [updates, rest] = partition(entries, ({ plan }) => plan.action === 'resume.updated');
    for (const id of new Set(rest.map(({ job }) => job.actor.id))) {
      await commit(rest.filter(({ job }) => job.actor.id === id));
    }
    for (const entry of updates) await commit([entry]);
  };

  const commit = async (entries: readonly Entry[]): Promise<void> => {
    const actor = entries[0]?.job.actor;
    if (actor === undefined) return;
    const changes = entries.flatMap(({ plan }) => plan.changes);
    const started = performance.now();
    try {
      await deps.store.commit({ actor, action: actionOf(entries), changes });
    } catch (error) {
      return recover(entries, error);
    }
    const each = (performance.now() - started) / entries.length;
    limit = Math.max(1, Math.min(MAX_JOBS, Math.round((limit + TARGET_COMMIT_MS / each) / 2)));
    for (const { job } of entries) job.committed();
    // Commits are synchronous underneath: a search that waits gets its turn between two of them.
    await nextTurn();
  };

  const recover = async (entries: readonly Entry[], error: unknown): Promise<void> => {
    const one = entries[0];
    if (isAppError(error) && (error.code === 'CONFLICT' || error.code === 'INVALID')) {
      // One bad apple: alone, it is told apart from the good ones.
      if (entries.length > 1) {
        for (const entry of entries) await commit([entry]);
        return;
      }
      if (one && error.code === 'CONFLICT' && one.attempt < MAX_ATTEMPTS) {
        try {
          await commit([{ job: one.job, plan: await one.job.plan(), attempt: one.attempt + 1 }]);
        } catch (again) {
          one.job.failed(again);
        }
        return;
      }
    }
    for (const { job } of entries) job.failed(error);
  };

  return {
    submit: (job) => inTurn(() => decide(job)),
    flush: () => inTurn(write),
  };
}

function actionOf(entries: readonly Entry[]): ActionName {
  const actions = new Set(entries.map(({ plan }) => plan.action));
  return actions.has('resume.imported')
    ? 'resume.imported'
    : actions.has('resume.updated')
      ? 'resume.updated'
      : 'import.ran';
}

function partition<T>(
  list: readonly T[],
  test: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [list.filter(test), list.filter((one) => !test(one))];
}
