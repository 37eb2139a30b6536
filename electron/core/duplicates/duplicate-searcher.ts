import type { DatabaseKey } from '@/db/sqlite/connection';
import type { Log } from '@/electron/core/log';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { keepPairs } from '@/shared/usecases/duplicates/keep-pairs';
import type {
  DuplicateSearch,
  DuplicateSearcher,
} from '@/shared/usecases/ports/duplicate-searcher';
import { searchForPairs } from './search-thread';

export interface CoreDuplicateSearcher extends DuplicateSearcher {
  /** Compares those who came or changed since then, when nothing else is at work any more. */
  readonly searchSince: (changedSince: string) => void;
  /** Called when the status changed, at most every quarter of a second, and always with its last state. */
  readonly onChange: (listener: () => void) => void;
  readonly ended: () => Promise<void>;
  readonly close: () => Promise<void>;
}

type SearcherDeps = Pick<Deps, 'store' | 'pairs' | 'clock'> & {
  readonly entry: string | URL;
  readonly databasePath: string;
  readonly databaseKey: DatabaseKey;
  readonly actor: () => Actor;
  readonly log: Log;
};

/** A commit holds the core's thread: this many pairs take ten milliseconds or so. */
const PAIRS_A_COMMIT = 20;
const TELL_EVERY_MS = 250;

const NONE: DuplicateSearch = {
  state: 'none',
  whole: false,
  done: 0,
  found: 0,
  startedAt: null,
  finishedAt: null,
  error: null,
};

export function createDuplicateSearcher(deps: SearcherDeps): CoreDuplicateSearcher {
  const listeners = new Set<() => void>();
  let status = NONE;
  let work: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  /** Since when there is something to compare once the search at work has ended. */
  let waiting: string | null = null;
  let closed = false;
  let told = 0;

  const tell = (change: Partial<DuplicateSearch>): void => {
    status = { ...status, ...change };
    const now = deps.clock.now().getTime();
    if (status.state === 'running' && now - told < TELL_EVERY_MS) return;
    told = now;
    for (const listener of listeners) listener();
  };

  const search = async (changedSince: string | null, signal: AbortSignal): Promise<void> => {
    try {
      await searchForPairs({
        ...deps,
        changedSince,
        signal,
        onProgress: (done) => tell({ done }),
        onPairs: async (pairs) => {
          for (let at = 0; at < pairs.length; at += PAIRS_A_COMMIT) {
            signal.throwIfAborted();
            const batch = pairs.slice(at, at + PAIRS_A_COMMIT);
            tell({ found: status.found + (await keepPairs(deps, deps.actor(), batch)) });
            // Commits are synchronous underneath: whoever waits gets their turn between two of them.
            await new Promise((resolve) => setImmediate(resolve));
          }
        },
      });
      if (changedSince !== null && status.found > 0) await notify();
      tell({ state: 'done', done: 1, finishedAt: nowIso(deps.clock) });
    } catch (error) {
      const finishedAt = nowIso(deps.clock);
      if (signal.aborted) return tell({ state: 'stopped', finishedAt });
      if (!isAppError(error)) deps.log.error('duplicates.search-failed', error);
      const message = isAppError(error)
        ? error.message
        : 'The search ended for a reason Longlist does not know. What it found is kept; start it again to go on.';
      tell({ state: 'failed', finishedAt, error: message });
    }
  };

  const begin = (changedSince: string | null): void => {
    const stop = new AbortController();
    told = 0;
    tell({
      ...NONE,
      state: 'running',
      whole: changedSince === null,
      startedAt: nowIso(deps.clock),
    });
    const ended = search(changedSince, stop.signal).finally(() => {
      work = null;
      if (waiting === null || closed) return;
      const since = waiting;
      waiting = null;
      begin(since);
    });
    work = { stop, ended };
  };

  const notify = async (): Promise<void> => {
    const actor = deps.actor();
    // Told to whoever is at the desk: of those they see, and of nobody else.
    const count = await deps.pairs.countSince(actor, status.startedAt ?? '');
    if (count === 0) return;
    const row = {
      id: newId(),
      userId: actor.id,
      kind: 'duplicates-found' as const,
      subjectId: null,
      subjectName: '',
      count,
      readAt: null,
    };
    await deps.store.commit({
      actor,
      action: 'notification.sent',
      changes: [{ op: 'insert', entity: 'notification', row }],
    });
  };

  const end = async (): Promise<void> => {
    waiting = null;
    work?.stop.abort(new DOMException('The search was stopped', 'AbortError'));
    await work?.ended;
  };

  return {
    status: () => status,
    start: async () => {
      if (work !== null && status.whole) throw new AppError('INVALID', 'It is at work already.');
      // A whole search finds what the one after an import would have found.
      await end();
      begin(null);
    },
    stop: end,
    searchSince: (changedSince) => {
      if (closed) return;
      if (work === null) begin(changedSince);
      else waiting = waiting === null || changedSince < waiting ? changedSince : waiting;
    },
    onChange: (listener) => {
      listeners.add(listener);
    },
    ended: async () => {
      while (work !== null) await work.ended;
    },
    close: async () => {
      closed = true;
      await end();
    },
  };
}
