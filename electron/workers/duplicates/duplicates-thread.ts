import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '@/db/sqlite/open';
import { readProfiles } from '@/db/sqlite/stores/profiles';
import { findPairs, type FoundPair } from '@/shared/domain/duplicates/find-pairs';
import { isAppError } from '@/shared/kit/app-error';
import { type SearchMessage, searchDataSchema } from './messages';

const PAIRS_A_MESSAGE = 200;
/** A database where nearly everybody is like everybody would fill it otherwise. */
const MOST_PAIRS = 200_000;

/**
 * A thread that searches the database once for duplicates, on a read-only connection of its own, and ends. Its memory goes with it; stopping
 * it is how a search is cancelled.
 */
function run(): void {
  const port = parentPort;
  if (port === null) throw new Error('The duplicates thread has to be started as a worker.');
  const tell = (message: SearchMessage): void => port.postMessage(message);
  try {
    const { databasePath, databaseKey, changedSince } = searchDataSchema.parse(workerData);
    const db = openForReading(databasePath, databaseKey);
    try {
      // One transaction, so that both readings see the same candidates although somebody writes meanwhile.
      db.exec('BEGIN');
      let batch: FoundPair[] = [];
      let total = 0;
      for (const step of findPairs(() => readProfiles(db, changedSince))) {
        if (step.kind === 'progress') {
          tell(step);
          continue;
        }
        batch.push(step.pair);
        total += 1;
        if (batch.length >= PAIRS_A_MESSAGE) {
          tell({ kind: 'pairs', pairs: batch.map(copied) });
          batch = [];
        }
        if (total >= MOST_PAIRS) break;
      }
      if (batch.length > 0) tell({ kind: 'pairs', pairs: batch.map(copied) });
      tell({ kind: 'done' });
    } finally {
      db.close();
    }
  } catch (error) {
    tell({
      kind: 'failed',
      code: isAppError(error) ? error.code : null,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

const copied = (pair: FoundPair) => ({ ...pair, reasons: [...pair.reasons] });

run();
