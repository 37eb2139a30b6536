import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import type * as Keytar from 'keytar';
import { isAppError } from '@/shared/kit/app-error';
import { assertNever } from '@/shared/kit/assert-never';
import type { KeyAnswer, KeyTask } from './messages';

// A thread for what would hold the core up: a passphrase costs half a second of work, and a keychain whose prompt nobody answers
// never comes back. Whoever started it ends it when its time is over.

/** The secret service and no other store on Linux: the library would else fall back to one that forgets, and say nothing. */
const STORE = { linux: { store: 'secret-service' } } as const;
const SERVICE = 'Longlist';

async function answer(task: KeyTask): Promise<KeyAnswer> {
  switch (task.kind) {
    case 'stretch': {
      const { memoryKiB, passes, lanes } = task.cost;
      const key = await argon2id({
        password: task.passphrase.normalize('NFKC'),
        salt: task.salt,
        memorySize: memoryKiB,
        iterations: passes,
        parallelism: lanes,
        hashLength: 32,
        outputType: 'binary',
      });
      return { kind: 'key', key };
    }
    case 'keychain-read':
      return { kind: 'secret', secret: (await entryOf(task.account).getPassword()) ?? null };
    case 'keychain-write':
      await entryOf(task.account).setPassword(task.secret);
      return { kind: 'done' };
    case 'keychain-remove':
      await entryOf(task.account).deletePassword();
      return { kind: 'done' };
    case 'rewrite-database': {
      // Loaded when it is needed: the others have nothing to do with databases.
      const { rewriteDatabase } = await import('@/db/sqlite/rewrite');
      rewriteDatabase(task.file, task, task.backup);
      return { kind: 'done' };
    }
    default:
      return assertNever(task);
  }
}

/** Loaded when it is needed: a native library that a passphrase has no use for. */
function entryOf(account: string) {
  const { AsyncEntry } = createRequire(import.meta.url)('keytar') as typeof Keytar; // What the package declares.
  return new AsyncEntry(SERVICE, account, STORE);
}

// Started by `runKeyTask` alone, with a task.
answer(workerData as KeyTask).then(
  (given) => parentPort?.postMessage(given),
  (error: unknown) => {
    const failed: KeyAnswer = isAppError(error)
      ? { kind: 'refused', code: error.code, message: error.message }
      : { kind: 'failed' };
    parentPort?.postMessage(failed);
  },
);
