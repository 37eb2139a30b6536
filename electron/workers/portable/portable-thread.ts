import { parentPort, workerData } from 'node:worker_threads';
import { readExport } from '@/electron/core/portable/read-export';
import { writeExport } from '@/electron/core/portable/write-export';
import { isAppError } from '@/shared/kit/app-error';
import type { PortableMessage, PortableTask } from './messages';

// A thread that writes a full export or reads one, and ends: gigabytes are copied, hashed and sealed. Stopping it is how it is cancelled;
// what it began is for the core to remove.

const A_WHILE_MS = 100;

const tell = (message: PortableMessage): void => parentPort?.postMessage(message);

let told = 0;
const onProgress = (done: number): void => {
  const now = performance.now();
  if (now - told < A_WHILE_MS) return;
  told = now;
  tell({ kind: 'progress', done });
};

async function answer(task: PortableTask): Promise<PortableMessage> {
  return task.kind === 'write'
    ? { kind: 'written', result: await writeExport(task, onProgress) }
    : { kind: 'opened', result: await readExport(task, onProgress) };
}

// Started by `runPortable` alone, with a task.
answer(workerData as PortableTask).then(tell, (error: unknown) => {
  const known = isAppError(error);
  tell({
    kind: 'failed',
    code: known ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    details: known ? { ...error.details } : {},
  });
});
