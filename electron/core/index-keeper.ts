import { tidySearchIndex } from '@/db/sqlite/check';
import type { Sqlite } from '@/db/sqlite/connection';
import { beginRebuild, needsRebuild, rebuildStep } from '@/db/sqlite/search/rebuild';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import { isAppError } from '@/shared/kit/app-error';
import type { Log } from './log';

/** Between two steps the core is free for as long as a step takes, at least so many ms: edits and lists come first. */
const LEAST_PAUSE = 10;
/** How often the window is told to read again while the index is made, in ms. */
const TELL_EVERY = 3000;
/** How long nobody must have changed a candidate before the index is tidied, in ms. */
const REST = 15_000;
/** After a piece of tidying the core is free for so many times as long, and at least so many ms. */
const TIDY_PAUSE = { times: 4, least: 100 };
/** An index that breaks again and again is no matter of the index: the disk or the database is damaged. */
const MOST_REPAIRS = 3;

export interface IndexKeeper {
  /** Makes the search index whole where it is of an older version, gone, or was left half made. Returns at once. */
  readonly start: () => void;
  /** A search found the index broken: it is made anew, unless that is under way. */
  readonly broken: () => void;
  /** Candidates changed: once they have rested for a while, the index is tidied a piece at a time. */
  readonly touched: () => void;
  /** Ends the work after the step in hand; it goes on with the next start. */
  readonly close: () => void;
}

/** Makes the search index anew in the background, a small transaction at a time. */
export function createIndexKeeper(deps: {
  readonly db: Sqlite;
  readonly log: Log;
  /** Lists have to be read again. */
  readonly changed: () => void;
  /** In ms; for tests. */
  readonly rest?: number;
}): IndexKeeper {
  const { db, log, changed, rest = REST } = deps;
  let timer: NodeJS.Timeout | null = null;
  let resting: NodeJS.Timeout | null = null;
  let told = 0;
  let repairs = 0;
  let closed = false;

  const step = (): void => {
    timer = null;
    if (closed) return;
    const begun = performance.now();
    try {
      const more = rebuildStep(db);
      if (!more) log.info('search-index.made');
      const took = performance.now() - begun;
      if (!more || performance.now() - told > TELL_EVERY) {
        told = performance.now();
        changed();
      }
      if (more) timer = setTimeout(step, Math.max(LEAST_PAUSE, took)).unref();
    } catch (error) {
      log.error('search-index.not-made', error);
    }
  };
  const goOn = (): void => {
    if (timer === null && !closed) timer = setTimeout(step, 0).unref();
  };
  const tidy = (): void => {
    resting = null;
    // An index that is being made is put together when it is whole.
    if (closed || timer !== null) return;
    const begun = performance.now();
    try {
      if (!tidySearchIndex(db)) return;
    } catch (error) {
      log.error('search-index.not-tidied', error);
      return;
    }
    const pause = Math.max(TIDY_PAUSE.least, (performance.now() - begun) * TIDY_PAUSE.times);
    resting = setTimeout(tidy, pause).unref();
  };
  const begin = (): void => {
    if (closed || repairs >= MOST_REPAIRS) return;
    repairs++;
    try {
      beginRebuild(db);
      goOn();
    } catch (error) {
      log.error('search-index.not-made', error);
    }
  };

  return {
    start: () => {
      const state = needsRebuild(db);
      if (state === 'going-on') goOn();
      else if (state !== 'whole') begin();
    },
    broken: () => {
      // A commit that met the broken index has emptied it already.
      if (timer !== null) return;
      if (needsRebuild(db) === 'going-on') goOn();
      else begin();
    },
    touched: () => {
      if (closed) return;
      if (resting !== null) clearTimeout(resting);
      resting = setTimeout(tidy, rest).unref();
    },
    close: () => {
      closed = true;
      if (resting !== null) clearTimeout(resting);
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/**
 * A search that has the index made anew when it finds it broken: its page says that nothing of it is there, and whom it stands for cannot
 * be told.
 */
export const withRepair = <S extends CandidateSearch>(search: S, keeper: IndexKeeper): S => ({
  ...search,
  search: async (actor, request, signal) => {
    const page = await search.search(actor, request, signal);
    if (page.rebuilding !== null) keeper.broken();
    return page;
  },
  ids: async (actor, request, signal) => {
    try {
      return await search.ids(actor, request, signal);
    } catch (error) {
      if (isAppError(error) && error.code === 'INDEX_INCOMPLETE') keeper.broken();
      throw error;
    }
  },
});
