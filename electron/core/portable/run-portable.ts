import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { untilThreadEnds } from '@/electron/core/until-thread-ends';
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
  return untilThreadEnds<Done>(new Worker(entry, { workerData: task }), {
    signal,
    died: 'It was interrupted and can be begun again.',
    hear: (data, { give, fail }) => {
      const message = portableMessageSchema.parse(data);
      if (message.kind === 'progress') onProgress(message.done);
      else if (message.kind === 'failed') {
        const { code, message: text, details } = message;
        fail(
          code === null ? new Error(`Portable thread: ${text}`) : new AppError(code, text, details),
        );
      } else give(message);
    },
  });
}
