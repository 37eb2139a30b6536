import { dirname, resolve } from 'node:path';
import type { FromParser, ParseSettings } from '@/electron/workers/parse/parse-messages';
import type { Clock } from '@/shared/kit/clock';
import type { ParseOutcome, ParseRequest } from '@/shared/usecases/ports/parser';
import { outcomeSchema } from './outcome-schema';
import type { ParserExit, ParserProcess, ParserSpawner } from './parser-spawner';

/** A file waiting for, or in, a process. One of `done` and `stopped` is called, once. */
export interface PoolJob {
  readonly request: ParseRequest;
  readonly done: (outcome: ParseOutcome) => void;
  /** The pool was closed before the file was read. */
  readonly stopped: () => void;
}

export interface SlotOptions {
  readonly spawner: ParserSpawner;
  readonly settings: ParseSettings;
  readonly clock: Clock;
  readonly cpuMs: number;
  readonly ocrCpuMs: number;
  readonly patience: number;
  readonly recycleAfter: number;
  readonly recycleResidentBytes: number;
  /** The slot can take a file again. */
  readonly onIdle: () => void;
}

/** Starting a process takes a second of CPU, of which a busy computer gives it a fiftieth. */
const START_MS = 300_000;
/** Processes that die while starting, one after the other, before a file is given up. */
const START_ATTEMPTS = 3;

/** One process at a time and the file it holds; makes the next process when one has ended. */
export class ParserSlot {
  readonly #options: SlotOptions;
  #process: ParserProcess | null = null;
  #ready = false;
  #job: PoolJob | null = null;
  #jobId = 0;
  #startedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #timedOut = false;
  #failedStarts = 0;
  #files = 0;
  #closed = false;
  /** Processes that were told to end and have not ended yet. */
  readonly #ending = new Map<ParserProcess, Promise<void>>();

  constructor(options: SlotOptions) {
    this.#options = options;
  }

  get idle(): boolean {
    return this.#job === null && !this.#closed;
  }

  holds(job: PoolJob): boolean {
    return this.#job === job;
  }

  take(job: PoolJob): void {
    this.#job = job;
    this.#jobId += 1;
    this.#timedOut = false;
    if (this.#process === null) this.#start();
    else if (this.#ready) this.#send();
  }

  /** Leaves the file in hand: its process is killed, and a new one takes the next file. */
  drop(): void {
    this.#job = null;
    this.#kill();
    // Only when this call has returned is the caller's own promise settled.
    queueMicrotask(this.#options.onIdle);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const job = this.#job;
    this.#job = null;
    this.#kill();
    job?.stopped();
    await Promise.all(this.#ending.values());
  }

  #start(): void {
    const process = this.#options.spawner.spawn();
    this.#process = process;
    this.#ready = false;
    this.#files = 0;
    process.onMessage((message) => {
      if (this.#process === process) this.#receive(message);
    });
    this.#ending.set(
      process,
      new Promise((resolve) => {
        process.onExit((exit) => {
          this.#ending.delete(process);
          resolve();
          if (this.#process === process) this.#ended(exit);
        });
      }),
    );
    this.#limit(START_MS);
    process.post({ type: 'start', settings: this.#options.settings });
  }

  #send(): void {
    const { request } = this.#job ?? {};
    if (request === undefined) return;
    this.#startedAt = performance.now();
    const { cpuMs, patience } = this.#options;
    this.#limit(cpuMs * patience);
    this.#process?.post({
      type: 'parse',
      id: this.#jobId,
      request,
      now: request.now ?? this.#options.clock.now().getTime(),
      cpuMs,
    });
  }

  #receive(message: FromParser): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#failedStarts = 0;
        this.#limit(null);
        this.#send();
        return;
      case 'budget': {
        if (message.id !== this.#jobId || this.#job === null) return;
        const { cpuMs, ocrCpuMs, patience } = this.#options;
        const allowed = Math.min(Number(message.cpuMs) || 0, ocrCpuMs);
        if (allowed <= cpuMs) return;
        this.#limit(Math.max(0, allowed * patience - (performance.now() - this.#startedAt)));
        return;
      }
      case 'done': {
        if (message.id !== this.#jobId || this.#job === null) return;
        this.#files += 1;
        const worn =
          this.#files >= this.#options.recycleAfter ||
          message.residentBytes > this.#options.recycleResidentBytes;
        // The process has read a stranger's file: what it says is checked before it is believed.
        const outcome = checkOutcome(message.outcome, this.#job.request);
        if (worn || outcome === null) this.#replace();
        this.#finish(outcome ?? failedBecause('CRASHED'));
        return;
      }
    }
  }

  /** The process ended by itself, or was killed for taking too long. */
  #ended(exit: ParserExit): void {
    const wasReady = this.#ready;
    this.#process = null;
    this.#ready = false;
    this.#limit(null);
    if (this.#job === null || this.#closed) return;
    if (!wasReady && !this.#timedOut) {
      this.#failedStarts += 1;
      if (this.#failedStarts < START_ATTEMPTS) {
        this.#start();
        return;
      }
    }
    this.#failedStarts = 0;
    const tookLong = this.#timedOut || (wasReady && this.#usedUpItsCpu(exit));
    this.#finish(failedBecause(tookLong ? 'TIMEOUT' : causeOf(exit)));
  }

  /** Where no signal tells (Windows, utility processes), one that ended by itself after as long as that ended for it. */
  #usedUpItsCpu({ signal }: ParserExit): boolean {
    return signal === null
      ? performance.now() - this.#startedAt >= this.#options.cpuMs
      : signal === 'SIGVTALRM';
  }

  #finish(outcome: ParseOutcome): void {
    const job = this.#job;
    this.#job = null;
    this.#limit(null);
    job?.done(outcome);
    this.#options.onIdle();
  }

  /** Sets the deadline anew; null takes it away. */
  #limit(ms: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer =
      ms === null
        ? null
        : setTimeout(() => {
            this.#timedOut = true;
            this.#process?.kill();
          }, ms);
  }

  /** Ends the process between two files and starts the next at once, so that it is warm when a file comes. */
  #replace(): void {
    this.#kill();
    if (!this.#closed) this.#start();
  }

  #kill(): void {
    this.#limit(null);
    const process = this.#process;
    this.#process = null;
    this.#ready = false;
    process?.kill();
  }
}

/** Null for an answer of the wrong shape, or one that names files outside the folder the process was to write into. */
function checkOutcome(answer: unknown, request: ParseRequest): ParseOutcome | null {
  const checked = outcomeSchema.safeParse(answer);
  if (!checked.success) return null;
  const outcome = checked.data;
  const strays =
    outcome.kind === 'container' &&
    outcome.entries.some(
      (entry) => dirname(resolve(entry.stagedPath)) !== resolve(request.stagingDir),
    );
  return strays ? null : outcome;
}

/**
 * A process that kills itself ran over its memory (the watchdog, or the system's own); one that aborts ran out of heap:
 * V8 calls abort() then, which Windows reports as exit code 134 or 0x80000003. A utility process tells the number of SIGKILL as its code.
 */
const causeOf = (exit: ParserExit): 'OUT_OF_MEMORY' | 'CRASHED' =>
  exit.signal === 'SIGKILL' ||
  exit.signal === 'SIGABRT' ||
  exit.signal === 'SIGTRAP' ||
  (exit.signal === null && exit.code === 9) ||
  exit.code === 134 ||
  exit.code === 0x80000003
    ? 'OUT_OF_MEMORY'
    : 'CRASHED';

const SENTENCES = {
  TIMEOUT:
    'Reading this file took too long and was stopped. Open it and save it again, or as PDF, and retry.',
  OUT_OF_MEMORY:
    'Reading this file needed more memory than a CV should and was stopped. Save a simpler copy, without large pictures, and retry.',
  CRASHED:
    'The reader stopped on this file. The other files are not affected. Open it and save it again, then retry.',
} as const;

const failedBecause = (code: keyof typeof SENTENCES): ParseOutcome => ({
  kind: 'failed',
  failure: { code, message: SENTENCES[code] },
});
