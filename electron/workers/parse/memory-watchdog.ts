import { Worker } from 'node:worker_threads';

export interface MemoryWatchdog {
  /** Sets the limit for the file in hand. */
  readonly allow: (limitBytes: number) => void;
  /** Resident bytes as of its last look, at most a twentieth of a second ago. */
  readonly resident: () => number;
}

/**
 * Ends this process with SIGKILL when its resident memory passes the limit, or when its parent is gone. From a thread of its
 * own, because a parse that blocks never lets a timer of the main thread run, and because buffers outside the heap are not
 * counted by any limit of V8.
 */
export function startMemoryWatchdog(limitBytes: number): MemoryWatchdog {
  // Megabytes in memory that both threads see: a message would not be read while the thread sleeps between two looks.
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const allow = (bytes: number): void => {
    Atomics.store(shared, LIMIT, Math.ceil(bytes / MEGABYTE));
  };
  allow(limitBytes);
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    env: {},
    workerData: { shared, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  watchdog.unref();
  return { allow, resident: () => Atomics.load(shared, RESIDENT) * MEGABYTE };
}

const MEGABYTE = 1024 * 1024;
/** Places in the memory that both threads see. */
const LIMIT = 0;
const RESIDENT = 1;

const WATCHDOG = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const resident = process.memoryUsage.rss();
  Atomics.store(workerData.shared, ${RESIDENT}, Math.ceil(resident / ${MEGABYTE}));
  if (resident > Atomics.load(workerData.shared, ${LIMIT}) * ${MEGABYTE} || process.ppid !== workerData.parent)
    process.kill(process.pid, 'SIGKILL');
}, 50);
`;
