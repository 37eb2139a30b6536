import type { Sqlite } from '@/db/sqlite/connection';
import {
  beginMatchFacts,
  type FactsStep,
  needsMatchFacts,
  writeMatchFacts,
} from '@/db/sqlite/search/keep-match-facts';
import { type ReachedStep, writeReached } from '@/db/sqlite/search/match-reached';
import type { Log } from './log';

/** Candidates a step: some 20 ms of a query thread, so that a search that comes in between does not wait long. */
const A_STEP = 10;
/** Nothing is looked at before: it would only be in the way of the first page. In ms. */
const AFTER_START = 3000;
/** How long candidates must have rested before those that were touched are looked at, and how long that is put off at most, in ms. */
const REST = 400;
const AT_MOST = 5000;
/** Between two steps the thread is free for as long as a step takes, at least so many ms. */
const LEAST_PAUSE = 5;
/** How often the window is told to read again meanwhile, in ms. */
const TELL_EVERY = 3000;

export interface MatchKeeper {
  /** Makes what people are matched by where it is of older tables, not there, or was left half made. Returns at once. */
  readonly start: () => void;
  /** Candidates changed. */
  readonly touched: () => void;
  /** Looks who came to reach the thresholds of open jobs; resolves when all of them were looked at. */
  readonly lookForNews: () => Promise<void>;
  /** Resolves when everything that has to be made is made, without pauses; for a command that ends. */
  readonly settle: () => Promise<void>;
  /** Ends the work after the step in hand; it goes on with the next start. */
  readonly close: () => void;
}

/** Makes what people are matched by in the background, a few at a time, on a query thread; only the writing is the core's. */
export function createMatchKeeper(deps: {
  readonly db: Sqlite;
  /** The next that need it; null when there are none. */
  readonly make: (limit: number) => Promise<FactsStep | null>;
  readonly lookForNews: () => Promise<ReachedStep | null>;
  readonly log: Log;
  /** Matches have to be read again. */
  readonly changed: () => void;
  /** In ms; for tests. */
  readonly afterStart?: number;
}): MatchKeeper {
  const { db, make, lookForNews, log, changed, afterStart = AFTER_START } = deps;
  let timer: NodeJS.Timeout | null = null;
  let firstTouch: number | null = null;
  let working: Promise<void> | null = null;
  let isHurried = false;
  let closed = false;

  const work = (): Promise<void> => {
    working ??= makeAll()
      .catch((error: unknown) => {
        if (!closed) log.error('match-facts.not-made', error);
      })
      .finally(() => {
        working = null;
      });
    return working;
  };
  const makeAll = async (): Promise<void> => {
    firstTouch = null;
    if (needsMatchFacts(db) === 'missing') beginMatchFacts(db);
    let told = performance.now();
    for (;;) {
      const begun = performance.now();
      const step = closed ? null : await make(A_STEP);
      if (closed) return;
      if (step === null) break;
      writeMatchFacts(db, step);
      for (const { num, error } of step.broken)
        log.error('match-facts.broken', new Error(error.slice(0, 2000)), { num });
      const now = performance.now();
      if (now - told > TELL_EVERY) {
        told = now;
        changed();
      }
      if (!isHurried) await pause(Math.max(LEAST_PAUSE, now - begun));
    }
    changed();
  };
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms).unref();
    });
  const later = (rest: number): void => {
    if (closed) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (needsMatchFacts(db) !== 'whole') void work();
    }, rest).unref();
  };

  return {
    start: () => later(afterStart),
    touched: () => {
      const now = Date.now();
      firstTouch ??= now;
      later(Math.max(0, Math.min(REST, firstTouch + AT_MOST - now)));
    },
    lookForNews: async () => {
      for (;;) {
        const begun = performance.now();
        const step = closed ? null : await lookForNews();
        if (step === null || closed) return;
        if (step.packed !== null) writeReached(db, step.packed);
        if (!step.more) return;
        await pause(Math.max(LEAST_PAUSE, performance.now() - begun));
      }
    },
    settle: async () => {
      isHurried = true;
      while (!closed && needsMatchFacts(db) !== 'whole') await work();
      isHurried = false;
    },
    close: () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
