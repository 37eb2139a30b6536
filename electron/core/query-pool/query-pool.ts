import type { DatabaseKey } from '@/db/sqlite/connection';
import type { FactsStep } from '@/db/sqlite/search/keep-match-facts';
import type { ReachedStep } from '@/db/sqlite/search/match-reached';
import type {
  AuditAsk,
  MatchingAsk,
  QueryMessage,
  QueryReply,
} from '@/electron/workers/query/messages';
import type { DeedsPage } from '@/shared/domain/history/deeds';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { AuditReader } from '@/shared/usecases/ports/audit-reader';
import type { JobDescriptionReader } from '@/shared/usecases/ports/job-description-reader';
import type { Matching } from '@/shared/usecases/ports/matching';
import type { ListReader } from '@/shared/usecases/ports/list-reader';
import type { ReportReader } from '@/shared/usecases/ports/report-reader';
import type { CandidateSearch, HistoryReader } from '@/shared/usecases/ports/readers';
import { createQueryThread, type QueryThread } from './query-thread-handle';

export interface QueryPool extends CandidateSearch, JobDescriptionReader {
  /** Starts the first thread and has it load what searches need before there is a question for it, where one is sure to come. */
  readonly warm: () => void;
  /** Every list with how many are on it. Errors: as a search. */
  readonly lists: ListReader['counted'];
  /** Figures and what is behind them. Errors: as a search. */
  readonly reports: ReportReader;
  /** The audit log. Errors: as a search. */
  readonly audit: AuditReader;
  /** What was done, newest first. Errors: as a search. */
  readonly deeds: HistoryReader['deeds'];
  /** Everybody against a job, all on one thread, which alone keeps what people are matched by. Errors: as a search. */
  readonly matching: Matching;
  /** What the next candidates are matched by, to be written; null when there is nothing to make. Errors: as a search. */
  readonly makeFacts: (limit: number) => Promise<FactsStep | null>;
  /** Who came to reach the thresholds of open jobs, to be written; null while there is nothing to compare by. Errors: as a search. */
  readonly lookForNews: () => Promise<ReachedStep | null>;
  /** What is wrong with the database, a line each. Takes seconds on a big one, and one of the threads. Errors: as a search. */
  readonly check: (signal?: AbortSignal) => Promise<readonly string[]>;
  /** Stops the threads. Calls in flight and in the queue fail with CORE_RESTARTED. */
  readonly close: () => Promise<void>;
}

export interface QueryPoolOptions {
  readonly databasePath: string;
  readonly databaseKey: DatabaseKey;
  /** Threads at most, 2 as a rule: one long search must not hold up the next. */
  readonly size: number;
  /** The built query thread, or what runs it with these arguments. */
  readonly entry: string | URL;
  readonly arguments?: readonly string[];
  /** How long one question may take, in ms, before its thread is stopped. Default 30 000. */
  readonly deadlineMs?: number;
  /** How long the threads there are must have been at work, in ms, before another is started. Default 1000. */
  readonly patienceMs?: number;
  /** How long a thread beside the first is kept without a question, in ms. Default 20 000. */
  readonly idleMs?: number;
}

/**
 * Searches on query threads, in order of arrival, one question a thread at a time. Each thread holds what everybody is filtered by, a hundred
 * MB among 100,000: another than the first is started when that one is held up, and let go when there is nothing more for it to do. Matching
 * is the first one's alone; what people are matched by is made on one of its own, which holds none of that. An aborted call leaves the queue
 * at once (or its answer is dropped). A thread that dies is replaced when there is work for it, and its question is asked once more; the
 * second death fails the call with CORE_RESTARTED. Errors: those of CandidateSearch, TIMEOUT, and the signal's reason.
 */
export function createQueryPool(options: QueryPoolOptions): QueryPool {
  const waiting: Call[] = [];
  /** Those that answer people, and behind them the one that makes what people are matched by. */
  const threads: (QueryThread | null)[] = Array.from({ length: options.size + 1 }, () => null);
  const maker = options.size;
  const working = new Map<number, Call>();
  const idle = new Map<number, NodeJS.Timeout>();
  let looking: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  const deadlineOf = ({ kind }: QueryMessage): number =>
    kind === 'check' ? CHECK_DEADLINE_MS : (options.deadlineMs ?? 30_000);

  const next = (): void => {
    for (const index of threads.keys()) {
      if (closed || waiting.length === 0) return;
      if (working.has(index)) continue;
      const place = waiting.findIndex(({ message }) => mayTake(index, message));
      if (place < 0) continue;
      const isExtra = index > 0 && index !== maker && threads[index] === null;
      const early = isExtra ? untilHeldUp() : 0;
      if (early > 0) {
        clearTimeout(looking);
        looking = setTimeout(next, early);
        continue;
      }
      const [call] = waiting.splice(place, 1);
      if (call !== undefined) give(index, call);
    }
  };

  /** In how many ms every thread will have been at its question for too long. */
  const untilHeldUp = (): number => {
    const newest = Math.max(
      0,
      ...[...working].map(([index, { givenAt }]) => (index === maker ? 0 : givenAt)),
    );
    return (options.patienceMs ?? PATIENCE_MS) - (performance.now() - newest);
  };

  /** Lets a thread beside the first go when it has had no question for a while. */
  const rest = (index: number): void => {
    if (index === 0 || closed) return;
    const timer = setTimeout(() => {
      const thread = threads[index];
      threads[index] = null;
      void thread?.stop();
    }, options.idleMs ?? IDLE_MS);
    idle.set(index, timer.unref());
  };

  const mayTake = (index: number, { kind }: QueryMessage): boolean =>
    (index === maker) === (kind === 'make-facts') &&
    ((kind !== 'matching' && kind !== 'look-for-news') || index === MATCHING_THREAD);

  const threadAt = (index: number): QueryThread => {
    const thread =
      threads[index] ??
      createQueryThread(options, {
        replied: (reply) => settle(index, reply),
        died: () => replace(index),
      });
    threads[index] = thread;
    return thread;
  };

  const give = (index: number, call: Call): void => {
    clearTimeout(idle.get(index));
    call.givenAt = performance.now();
    working.set(index, call);
    const thread = threadAt(index);
    call.timer = setTimeout(() => overdue(index), deadlineOf(call.message));
    thread.ask(call.message);
  };

  const takeFrom = (index: number): Call | undefined => {
    const call = working.get(index);
    working.delete(index);
    clearTimeout(call?.timer);
    return call;
  };

  const settle = (index: number, reply: QueryReply): void => {
    if (working.get(index)?.message.id !== reply.id) return;
    takeFrom(index)?.finish(reply);
    rest(index);
    next();
  };

  const replace = (index: number): void => {
    threads[index] = null;
    const call = takeFrom(index);
    if (call !== undefined && !call.settled) {
      if (call.triedAgain || closed) call.fail(restarted());
      else {
        call.triedAgain = true;
        waiting.unshift(call);
      }
    }
    next();
  };

  const overdue = (index: number): void => {
    const call = takeFrom(index);
    call?.fail(new AppError('TIMEOUT', 'The search took too long and was stopped.'));
    const thread = threads[index];
    threads[index] = null;
    void thread?.stop();
    next();
  };

  const ask = async (question: Question, signal: AbortSignal | undefined): Promise<unknown> => {
    signal?.throwIfAborted();
    if (closed) throw restarted();
    lastId += 1;
    // Spreading a union loses which member it is; the members differ in `kind` and `request` together, and `id` is on all.
    const message = { ...question, id: lastId } as QueryMessage;
    return new Promise((resolve, reject) => {
      const aborted = (): void => {
        const place = waiting.indexOf(call);
        if (place >= 0) waiting.splice(place, 1);
        call.fail(signal?.reason);
      };
      const call = createCall(message, resolve, reject, () =>
        signal?.removeEventListener('abort', aborted),
      );
      signal?.addEventListener('abort', aborted, { once: true });
      waiting.push(call);
      next();
    });
  };

  // What comes back is what the same program's Matching made on the other side; its contract output is validated at the door.
  const match = <Of extends MatchingAsk['of']>(
    actor: Actor,
    question: MatchingAsk & { readonly of: Of },
    signal?: AbortSignal,
  ) => ask({ kind: 'matching', actor, ask: question }, signal) as ReturnType<Matching[Of]>;

  // As above, with the audit log's reader.
  const audit = <Of extends keyof AuditReader>(question: AuditAsk & { readonly of: Of }) =>
    ask({ kind: 'audit', ask: question }, undefined) as ReturnType<AuditReader[Of]>;

  // As above: what comes back is what the same program's CandidateSearch made on the other side; its contract output is validated at the door.
  return {
    warm: () => {
      // No call's id: nobody waits for the reply.
      if (!closed) threadAt(0).ask({ id: 0, kind: 'warm' });
    },
    search: async (actor, request, signal) =>
      (await ask({ kind: 'search', actor, request }, signal)) as Awaited<
        ReturnType<CandidateSearch['search']>
      >,
    ids: async (actor, request, signal) => {
      const lines = (await ask({ kind: 'ids', actor, request }, signal)) as string;
      return lines === '' ? [] : lines.split('\n');
    },
    suggest: async (actor, request, signal) =>
      (await ask({ kind: 'suggest', actor, request }, signal)) as Awaited<
        ReturnType<CandidateSearch['suggest']>
      >,
    readJob: async (text, signal) =>
      (await ask({ kind: 'read-job', request: { text } }, signal)) as Awaited<
        ReturnType<JobDescriptionReader['readJob']>
      >,
    reports: {
      report: async (actor, request) =>
        (await ask({ kind: 'report', actor, request }, undefined)) as Awaited<
          ReturnType<ReportReader['report']>
        >,
      behind: async (actor, request) =>
        (await ask({ kind: 'behind', actor, request }, undefined)) as Awaited<
          ReturnType<ReportReader['behind']>
        >,
    },
    lists: async (actor) =>
      (await ask({ kind: 'lists', actor }, undefined)) as Awaited<
        ReturnType<ListReader['counted']>
      >,
    complete: async (actor, request, signal) =>
      (await ask({ kind: 'complete', actor, request }, signal)) as Awaited<
        ReturnType<CandidateSearch['complete']>
      >,
    audit: {
      list: (actor, request) => audit({ of: 'list', actor, request }),
      entry: (actor, seq) => audit({ of: 'entry', actor, seq }),
      verify: (from, limit) => audit({ of: 'verify', from, limit }),
      count: (filters, until) => audit({ of: 'count', filters, until }),
      stretch: (request) => audit({ of: 'stretch', request }),
    },
    deeds: async (actor, request) =>
      (await ask({ kind: 'deeds', actor, request }, undefined)) as DeedsPage,
    matching: {
      rank: (actor, request, signal) => match(actor, { of: 'rank', request }, signal),
      statistics: (actor, request, signal) => match(actor, { of: 'statistics', request }, signal),
      explain: (actor, request) => match(actor, { of: 'explain', request }),
      counterfactual: (actor, request) => match(actor, { of: 'counterfactual', request }),
      forCandidate: (actor, candidateId) => match(actor, { of: 'forCandidate', candidateId }),
      best: (actor, jobId) => match(actor, { of: 'best', jobId }),
      news: (actor, asked) => match(actor, { of: 'news', ...asked }),
    },
    makeFacts: async (limit) =>
      (await ask({ kind: 'make-facts', limit }, undefined)) as FactsStep | null,
    lookForNews: async () =>
      (await ask({ kind: 'look-for-news' }, undefined)) as ReachedStep | null,
    check: async (signal) => (await ask({ kind: 'check' }, signal)) as readonly string[],
    close: async () => {
      closed = true;
      clearTimeout(looking);
      for (const timer of idle.values()) clearTimeout(timer);
      for (const call of waiting.splice(0)) call.fail(restarted());
      for (const index of threads.keys()) takeFrom(index)?.fail(restarted());
      await Promise.all(threads.flatMap((thread) => (thread ? [thread.stop()] : [])));
    },
  };
}

/** Longer than reading everybody into memory takes, and as long as somebody waits without losing the thread. */
const PATIENCE_MS = 1000;
const IDLE_MS = 20_000;
/** The one that searches have warmed already: another would read everybody's values into memory once more. */
const MATCHING_THREAD = 0;

/** Reading through a database of gigabytes. */
const CHECK_DEADLINE_MS = 5 * 60_000;

type Question = QueryMessage extends infer M
  ? M extends QueryMessage
    ? Omit<M, 'id'>
    : never
  : never;

interface Call {
  readonly message: QueryMessage;
  readonly finish: (reply: QueryReply) => void;
  readonly fail: (error: unknown) => void;
  readonly settled: boolean;
  triedAgain: boolean;
  /** When a thread took it, as `performance.now()`. */
  givenAt: number;
  timer: NodeJS.Timeout | undefined;
}

function createCall(
  message: QueryMessage,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
  settledNow: () => void,
): Call {
  let settled = false;
  const once = (act: () => void): void => {
    if (settled) return;
    settled = true;
    settledNow();
    act();
  };
  return {
    message,
    triedAgain: false,
    givenAt: 0,
    timer: undefined,
    get settled() {
      return settled;
    },
    fail: (error) => once(() => reject(error)),
    finish: (reply) =>
      once(() => {
        if (reply.outcome === 'answer') resolve(reply.value);
        else if (reply.outcome === 'refused')
          reject(new AppError(reply.code, reply.message, reply.details));
        else reject(new Error(`Query thread: ${reply.message}`));
      }),
  };
}

const restarted = (): AppError =>
  new AppError('CORE_RESTARTED', 'The search was interrupted and can be run again.');
