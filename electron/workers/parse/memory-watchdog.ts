import { Worker } from 'node:worker_threads';

/**
 * Ends this process with SIGKILL when its resident memory passes the limit, or when its parent is gone. From a thread of its
 * own, because a parse that blocks never lets a timer of the main thread run, and because buffers outside the heap are not
 * counted by any limit of V8.
 */
export function startMemoryWatchdog(limitBytes: number): void {
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    env: {},
    workerData: { limitBytes, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  watchdog.unref();
}

const WATCHDOG = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.limitBytes || process.ppid !== workerData.parent)
    process.kill(process.pid, 'SIGKILL');
}, 50);
`;
