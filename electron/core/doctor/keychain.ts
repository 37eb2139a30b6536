import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

export type KeychainState = 'works' | 'unavailable' | 'no-answer';

/**
 * Asks the system's keychain for a secret that is not there, in a thread of its own: a keyring whose prompt nobody answers
 * never comes back. The thread is given up after `deadlineMs`.
 */
export function probeKeychain(deadlineMs: number): Promise<KeychainState> {
  return new Promise((resolve) => {
    const worker = new Worker(PROBE, {
      eval: true,
      workerData: { module: createRequire(import.meta.url).resolve('keytar') },
    });
    const end = (state: KeychainState): void => {
      clearTimeout(timer);
      resolve(state);
      void worker.terminate();
    };
    const timer = setTimeout(() => end('no-answer'), deadlineMs);
    worker.once('message', (works: boolean) => end(works ? 'works' : 'unavailable'));
    worker.once('error', () => end('unavailable'));
    // A probe must not keep the program from ending.
    worker.unref();
  });
}

// The secret service and no other store on Linux: the library would else fall back to one that forgets, and say nothing.
const PROBE = `
const { parentPort, workerData } = require('node:worker_threads');
const { AsyncEntry } = require(workerData.module);
const ask = async () => {
  const options = { linux: { store: 'secret-service' } };
  await new AsyncEntry('Longlist', 'system-check', options).getPassword();
};
ask().then(
  () => parentPort.postMessage(true),
  () => parentPort.postMessage(false),
);
`;
