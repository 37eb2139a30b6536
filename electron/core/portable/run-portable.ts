import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type PortableMessage,
  type PortableTask,
  portableMessageSchema,
} from '@/electron/workers/portable/messages';
import { AppError } from '@/shared/kit/app-error';

/** The thread for exports is built beside the query thread. */
export const portableEntry = (queryEntry: string): string =>
  path.join(path.dirname(queryEntry), 'portable-thread.js');

type Done = Exclude<PortableMessage, { kind: 'progress' | 'failed' }>;

/**
 * Writes or reads a full export on a thread of its own. Rejects with the signal's reason, with the AppError it met, or CORE_RESTARTED when
 * the thread died. When it settles the thread has ended.
 */
export function runPortable(
  entry: string,
  task: PortableTask,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
): Promise<Done> {
  signal.throwIfAborted();
  const worker = new Worker(entry, { workerData: task });
  return new Promise<Done>((resolve, reject) => {
    let over = false;
    const end = (settle: () => void): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', aborted);
      void worker.terminate().then(settle, settle);
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const aborted = (): void => fail(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    worker.on('message', (data: unknown) => {
      if (over) return;
      const message = portableMessageSchema.parse(data);
      if (message.kind === 'progress') onProgress(message.done);
      else if (message.kind === 'failed') {
        const { code, message: text, details } = message;
        fail(
          code === null ? new Error(`Portable thread: ${text}`) : new AppError(code, text, details),
        );
      } else end(() => resolve(message));
    });
    worker.on('error', fail);
    worker.on('exit', () =>
      fail(new AppError('CORE_RESTARTED', 'It was interrupted and can be begun again.')),
    );
  });
}
