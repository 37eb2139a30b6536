import { Worker } from 'node:worker_threads';

export interface MemoryWatchdog {
  /** Sets the limit for the file in hand. */
  readonly allow: (limitBytes: number) => void;
}

/**
 * Ends this process with SIGKILL when its resident memory passes the limit, or when its parent is gone. From a thread of its
 * own, because a parse that blocks never lets a timer of the main thread run, and because buffers outside the heap are not
 * counted by any limit of V8.
 */
export function startMemoryWatchdog(limitBytes: number): MemoryWatchdog {
  // Megabytes in memory that both threads see: a message would not be read while the thread sleeps between two looks.
  const limit = new Int32Array(new SharedArrayBuffer(4));
  const allow = (bytes: number): void => {
    Atomics.store(limit, 0, Math.ceil(bytes / MEGABYTE));
  };
  allow(limitBytes);
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    env: {},
    workerData: { limit, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  watchdog.unref();
  return { allow };
}

const MEGABYTE = 1024 * 1024;

const WATCHDOG = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const limit = Atomics.load(workerData.limit, 0) * ${MEGABYTE};
  if (process.memoryUsage.rss() > limit || process.ppid !== workerData.parent)
    process.kill(process.pid, 'SIGKILL');
}, 50);
`;
