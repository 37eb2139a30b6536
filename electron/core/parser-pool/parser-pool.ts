import type { ParseSettings } from '@/electron/workers/parse/parse-messages';
import type { Clock } from '@/shared/kit/clock';
import type { Parser } from '@/shared/usecases/ports/parser';
import { ParserSlot, type PoolJob } from './parser-slot';
import type { ParserSpawner } from './parser-spawner';

export interface ParserPoolOptions {
  readonly spawner: ParserSpawner;
  readonly settings: ParseSettings;
  readonly clock: Clock;
  /** Processes at most; they are started when the first files come. */
  readonly size: number;
  /** CPU that a file may use. Not wall clock: a busy computer, for which the processes stand back, loses no file. */
  readonly cpuMs?: number;
  /** What a file may ask for at most when pages of it must be read by OCR. */
  readonly ocrCpuMs?: number;
  /** How many times the CPU in wall clock until a process counts as waiting for what never comes. */
  readonly patience?: number;
  /** Files after which a process is started afresh. */
  readonly recycleAfter?: number;
  /** Resident bytes after a file above which its process is started afresh. */
  readonly recycleResidentBytes?: number;
}

/**
 * Reads files in child processes, one file a process at a time. A file that hangs, eats memory or kills its process gets its
 * outcome and the next file a new process; the rest of the queue never notices.
 */
export function createParserPool(options: ParserPoolOptions): Parser {
  const queue: PoolJob[] = [];
  const slots: ParserSlot[] = [];
  let closed = false;

  const pump = (): void => {
    while (queue.length > 0 && !closed) {
      const slot = slots.find((candidate) => candidate.idle) ?? addSlot();
      if (slot === null) return;
      const job = queue.shift();
      if (job !== undefined) slot.take(job);
    }
  };

  const addSlot = (): ParserSlot | null => {
    if (slots.length >= options.size) return null;
    const slot = new ParserSlot({
      spawner: options.spawner,
      settings: options.settings,
      clock: options.clock,
      cpuMs: options.cpuMs ?? 20_000,
      ocrCpuMs: options.ocrCpuMs ?? 620_000,
      patience: options.patience ?? 15,
      recycleAfter: options.recycleAfter ?? 2_000,
      recycleResidentBytes: options.recycleResidentBytes ?? 420 * 1024 * 1024,
      onIdle: pump,
    });
    slots.push(slot);
    return slot;
  };

  return {
    parse: (request, signal) =>
      new Promise((resolve, reject) => {
        if (closed || signal.aborted) {
          reject(abortError());
          return;
        }
        const stop = (): void => {
          const waiting = queue.indexOf(job);
          if (waiting >= 0) queue.splice(waiting, 1);
          else slots.find((slot) => slot.holds(job))?.drop();
          reject(abortError());
        };
        const job: PoolJob = {
          request,
          done: (outcome) => {
            signal.removeEventListener('abort', stop);
            resolve(outcome);
          },
          stopped: () => {
            signal.removeEventListener('abort', stop);
            reject(abortError());
          },
        };
        signal.addEventListener('abort', stop, { once: true });
        queue.push(job);
        pump();
      }),
    close: async () => {
      closed = true;
      for (const job of queue.splice(0)) job.stopped();
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}

const abortError = (): DOMException => new DOMException('Reading was stopped.', 'AbortError');
