import { Worker } from 'node:worker_threads';

export interface MemoryWatchdog {
  /** Sets the limit of memory for the file in hand. */
  readonly allow: (limitBytes: number) => void;
  /** How much CPU all threads of this process may use from now on, in ms; null for as much as they want. */
  readonly allowCpu: (ms: number | null) => void;
  /** Resident bytes as of its last look, at most a twentieth of a second ago. */
  readonly resident: () => number;
}

/**
 * Ends this process with SIGKILL when its resident memory passes the limit, or when its parent is gone, and with SIGVTALRM (where there
 * are signals) when it has used up its CPU. From a thread of its own, because a parse that blocks never lets a timer of the main thread
 * run, and because buffers outside the heap are not counted by any limit of V8.
 */
export function startMemoryWatchdog(limitBytes: number): MemoryWatchdog {
  // Megabytes in memory that both threads see: a message would not be read while the thread sleeps between two looks.
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const allow = (bytes: number): void => {
    Atomics.store(shared, LIMIT, Math.ceil(bytes / MEGABYTE));
  };
  const allowCpu = (ms: number | null): void => {
    const { user, system } = process.cpuUsage();
    Atomics.store(shared, CPU, ms === null ? NO_LIMIT : Math.ceil((user + system) / 1000 + ms));
  };
  allow(limitBytes);
  allowCpu(null);
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    env: {},
    workerData: { shared, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  watchdog.unref();
  return { allow, allowCpu, resident: () => Atomics.load(shared, RESIDENT) * MEGABYTE };
}

const MEGABYTE = 1024 * 1024;
/** Places in the memory that both threads see. */
const LIMIT = 0;
const RESIDENT = 1;
const CPU = 2;
const NO_LIMIT = 0x7fffffff;

const WATCHDOG = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const resident = process.memoryUsage.rss();
  Atomics.store(workerData.shared, ${RESIDENT}, Math.ceil(resident / ${MEGABYTE}));
  if (resident > Atomics.load(workerData.shared, ${LIMIT}) * ${MEGABYTE} || process.ppid !== workerData.parent)
    process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1000 > Atomics.load(workerData.shared, ${CPU}))
    process.kill(process.pid, process.platform === 'win32' ? 'SIGKILL' : 'SIGVTALRM');
}, 50);
`;
