import { parentPort, workerData } from 'node:worker_threads';
import { isAppError } from '@/shared/kit/app-error';
import { IMPACT_WORK } from './impact-tasks';
import type { ImpactReply, ImpactTask } from './messages';

// A thread for one piece of work with what people said of themselves. The keys and what they open are its own, and go when it ends.

async function reply(task: ImpactTask): Promise<ImpactReply> {
  try {
    // Each kind of task has the work of its name.
    const work = IMPACT_WORK[task.kind] as (given: ImpactTask) => unknown;
    return { outcome: 'answer', value: await work(task) };
  } catch (error) {
    if (isAppError(error)) {
      return { outcome: 'refused', code: error.code, message: error.message };
    }
    return { outcome: 'failed', message: error instanceof Error ? String(error.stack) : '' };
  }
}

// Started by `createImpactDesk` alone, with a task.
void reply(workerData as ImpactTask).then((answer) => parentPort?.postMessage(answer));
