import { parentPort, workerData } from 'node:worker_threads';
import { argon2Verify, argon2id } from 'hash-wasm';
import type { PasswordAnswer, PasswordTask } from './password-task';

// A thread of its own for one hash: it takes a quarter of a second and 64 MB, and gives both back with its end.
// What starts it hands over what PasswordTask says.
const task = workerData as PasswordTask;

const answer = async (): Promise<PasswordAnswer> => {
  if (task.kind === 'verify') return { right: await argon2Verify(task) };
  const { password, salt, cost } = task;
  return {
    hash: await argon2id({
      password,
      salt,
      memorySize: cost.memory,
      iterations: cost.passes,
      parallelism: 1,
      hashLength: 32,
      outputType: 'encoded',
    }),
  };
};

parentPort?.postMessage(await answer());
