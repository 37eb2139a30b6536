import { createHash, randomBytes, randomInt } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createTurn } from '@/electron/core/imports/turns';
import type {
  HashCost,
  PasswordAnswer,
  PasswordTask,
} from '@/electron/workers/passwords/password-task';
import type { Secrets } from '@/shared/usecases/ports/secrets';

/** OWASP's password storage cheat sheet asks for 19 MiB and two passes at the least; this is three times that. */
export const USUAL_COST: HashCost = { memory: 64 * 1024, passes: 3 };

/** The thread that hashes is built beside the query thread. */
export const passwordsEntry = (queryEntry: string): string =>
  path.join(path.dirname(queryEntry), 'password-thread.js');

/** Long enough for a busy machine; a thread that hangs must not hold up everybody who signs in after. */
const DEADLINE_MS = 60_000;
const SALT_BYTES = 16;
/** 31 signs, nearly 5 bits each, without those that look like others. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Hashes on a thread of its own, one at a time: each takes 64 MB. */
export function createSecrets(options: {
  readonly entry: string;
  readonly cost?: HashCost | undefined;
}): Secrets {
  const cost = options.cost ?? USUAL_COST;
  const inTurn = createTurn();
  const ask = (task: PasswordTask): Promise<PasswordAnswer> =>
    inTurn(() => runThread(options.entry, task));
  const hashPassword = async (password: string): Promise<string> => {
    const salt = randomBytes(SALT_BYTES);
    const { hash } = await ask({ kind: 'hash', password, salt, cost });
    if (hash === undefined) throw new Error('The password thread gave no hash');
    return hash;
  };
  return {
    hashPassword,
    verifyPassword: async (password, hash) => {
      // With nothing to compare, what a comparison takes is spent all the same: the time tells nobody who is here.
      if (hash === null) {
        await hashPassword(password);
        return false;
      }
      const { right } = await ask({ kind: 'verify', password, hash });
      return right === true;
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    code: (characters) =>
      Array.from({ length: characters }, () => SIGNS.charAt(randomInt(SIGNS.length)))
        .join('')
        .replace(/.{4}(?=.)/g, '$&-'),
  };
}

function runThread(entry: string, task: PasswordTask): Promise<PasswordAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: task });
    const deadline = setTimeout(() => {
      reject(new Error('The password thread took too long'));
      void thread.terminate();
    }, DEADLINE_MS);
    thread.once('message', (answer: PasswordAnswer) => {
      resolve(answer);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(deadline);
      reject(new Error('The password thread ended without an answer'));
    });
  });
}
