import type { Log } from '@/electron/core/log';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { logSearches, type MadeSearch } from '@/shared/usecases/privacy/search-log';

/** How long nobody must have typed on before a search counts as made, in ms. */
const SETTLE = 3000;
/** So many wait at most before they are written. */
const MOST_WAITING = 50;

export interface SearchRecorder {
  /** Notes a search that was answered. Returns at once; of what somebody types only where they stop is kept. */
  readonly note: (by: Actor, search: Omit<MadeSearch, 'by' | 'at'>) => void;
  /** Writes what waits. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Writes down who searched what, off the search's path and several at once. */
export function createSearchRecorder(
  deps: Pick<Deps, 'store' | 'workspace' | 'clock'> & { readonly log: Log },
): SearchRecorder {
  /** The last search of each person on each job, until they have stopped. */
  const typed = new Map<string, MadeSearch>();
  let waiting: MadeSearch[] = [];
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const searches = [...waiting, ...typed.values()];
    waiting = [];
    typed.clear();
    if (searches.length === 0) return work;
    work = work
      .then(() => logSearches(deps, searches))
      .catch((error: unknown) => deps.log.error('search-log.failed', error));
    return work;
  };

  return {
    note: (by, search) => {
      if (search.text.trim() === '' && Object.keys(search.filters).length === 0 && !search.jobId) {
        return;
      }
      const at = deps.clock.now().toISOString();
      const key = `${by.id} ${search.jobId ?? ''}`;
      const before = typed.get(key);
      const isSame =
        before !== undefined &&
        before.text === search.text &&
        JSON.stringify(before.filters) === JSON.stringify(search.filters);
      if (isSame) return;
      // Somebody who types on asks one question; another one is a search of its own.
      if (
        before !== undefined &&
        !search.text.startsWith(before.text) &&
        !before.text.startsWith(search.text)
      ) {
        waiting.push(before);
      }
      typed.set(key, { ...search, by, at });
      if (waiting.length + typed.size >= MOST_WAITING) void flush();
      else {
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), SETTLE);
        timer.unref();
      }
    },
    flush,
    close: flush,
  };
}
