import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KeyAnswer, KeyTask } from '@/electron/workers/keys/messages';
import type { Argon2Cost } from '@/shared/domain/keys/key-file';

/** The thread for keys is built beside the query thread. */
export const keysEntry = (queryEntry: string): string =>
  path.join(path.dirname(queryEntry), 'keys-thread.js');

/** Turns a passphrase into a key, off the core's thread. */
export type Stretch = (
  passphrase: string,
  salt: Uint8Array,
  cost: Argon2Cost,
) => Promise<Uint8Array>;

export const createStretch =
  (entry: string): Stretch =>
  async (passphrase, salt, cost) => {
    const answer = await runKeyTask(entry, { kind: 'stretch', passphrase, salt, cost }, 120_000);
    if (answer?.kind !== 'key') throw new Error('The passphrase could not be turned into a key');
    return answer.key;
  };

/** Does one thing on a thread of its own; null when it does not come back within `deadlineMs`: the thread is then given up. */
export function runKeyTask(
  entry: string,
  task: KeyTask,
  deadlineMs: number,
): Promise<KeyAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(entry, { workerData: task });
    const end = (answer: KeyAnswer | null): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), deadlineMs);
    // Posted by our own thread, which knows nothing but these.
    worker.once('message', (answer: KeyAnswer) => end(answer));
    worker.once('error', () => end({ kind: 'failed' }));
    worker.once('exit', () => end({ kind: 'failed' }));
    // A keyring that never answers must not keep the program from ending.
    if (task.kind.startsWith('keychain')) worker.unref();
  });
}
