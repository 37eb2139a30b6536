import { Worker } from 'node:worker_threads';
import type { DatabaseKey } from '@/db/sqlite/connection';
import { untilThreadEnds } from '@/electron/core/until-thread-ends';
import { searchMessageSchema } from '@/electron/workers/duplicates/messages';
import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import { AppError } from '@/shared/kit/app-error';

export interface SearchOptions {
  /** The built duplicates thread. */
  readonly entry: string | URL;
  readonly databasePath: string;
  readonly databaseKey: DatabaseKey;
  /** Compare those changed since then with everybody; null: all. */
  readonly changedSince: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
  /** Called one after the other, in the order the pairs were found. */
  readonly onPairs: (pairs: readonly FoundPair[]) => Promise<void>;
}

/**
 * Searches the database for duplicates on a thread of its own. Resolves when all pairs have been taken. Rejects with the signal's reason, what
 * `onPairs` throws, an AppError of opening the database, or CORE_RESTARTED when the thread died.
 */
export function searchForPairs(options: SearchOptions): Promise<void> {
  const { entry, signal, onProgress, onPairs } = options;
  signal.throwIfAborted();
  const worker = new Worker(entry, {
    workerData: {
      databasePath: options.databasePath,
      databaseKey: options.databaseKey,
      changedSince: options.changedSince,
    },
    // Profiles live for a moment only: with more room for the young, collecting them costs half.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  let taking: Promise<void> = Promise.resolve();
  return untilThreadEnds<void>(worker, {
    signal,
    died: 'The search was interrupted and can be run again.',
    // What was found is still being taken when a thread that is done ends.
    taken: () => taking,
    hear: (data, { give, fail, isOver }) => {
      const message = searchMessageSchema.parse(data);
      switch (message.kind) {
        case 'progress':
          onProgress(message.done);
          break;
        case 'pairs':
          taking = taking.then(() => (isOver() ? undefined : onPairs(message.pairs)));
          taking.catch(fail);
          break;
        case 'done':
          taking.then(() => give(), fail);
          break;
        case 'failed':
          fail(
            message.code === null
              ? new Error(`Duplicates thread: ${message.message}`)
              : new AppError(message.code, message.message),
          );
      }
    },
  });
}
