import type { Worker } from 'node:worker_threads';
import { AppError } from '@/shared/kit/app-error';

/** How what a thread posts is answered: with its result, or with what went wrong. */
export interface Ending<T> {
  readonly give: (result: T) => void;
  readonly fail: (error: unknown) => void;
  /** Whether it is settled already: what comes after that counts no more. */
  readonly isOver: () => boolean;
}

/**
 * Hears a thread of one task until it is done. Rejects with the signal's reason, with what `hear` fails it with or throws, or CORE_RESTARTED
 * and the words of `died` when the thread ended before. When it settles the thread has ended.
 */
export function untilThreadEnds<T>(
  worker: Worker,
  {
    signal,
    hear,
    died,
    taken = () => Promise.resolve(),
  }: {
    readonly signal: AbortSignal;
    readonly hear: (data: unknown, ending: Ending<T>) => void;
    readonly died: string;
    /** What it posted before it ended may still be worked on: until when. */
    readonly taken?: () => Promise<unknown>;
  },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let over = false;
    const end = (settle: () => void): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', aborted);
      void worker.terminate().then(settle, settle);
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const give = (result: T): void => end(() => resolve(result));
    const aborted = (): void => fail(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    worker.on('message', (data: unknown) => {
      if (!over) hear(data, { give, fail, isOver: () => over });
    });
    worker.on('error', fail);
    worker.on(
      'exit',
      () => void taken().then(() => fail(new AppError('CORE_RESTARTED', died)), fail),
    );
  });
}
