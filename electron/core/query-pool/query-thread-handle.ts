import { Worker } from 'node:worker_threads';
import type { DatabaseKey } from '@/db/sqlite/connection';
import {
  type QueryMessage,
  type QueryReply,
  queryReplySchema,
} from '@/electron/workers/query/messages';

export interface QueryThread {
  readonly ask: (message: QueryMessage) => void;
  /** Ends the thread; it reports nothing any more. */
  readonly stop: () => Promise<void>;
}

/** What a question makes and leaves is a few MB; left to itself, a thread grows this part of its memory to three times 16 MB. */
const YOUNG_MB = 6;

/** Starts one query thread. `died` is called once if it ends without having been stopped. */
export function createQueryThread(
  options: {
    readonly entry: string | URL;
    readonly arguments?: readonly string[];
    readonly databasePath: string;
    readonly databaseKey: DatabaseKey;
  },
  on: { readonly replied: (reply: QueryReply) => void; readonly died: () => void },
): QueryThread {
  const worker = new Worker(options.entry, {
    argv: [...(options.arguments ?? [])],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: { databasePath: options.databasePath, databaseKey: options.databaseKey },
  });
  // An idle thread must not keep the command line from ending; a call in flight does, by its deadline.
  worker.unref();
  let over = false;
  const died = (): void => {
    if (over) return;
    over = true;
    on.died();
  };
  worker.on('message', (data: unknown) => {
    const reply = queryReplySchema.safeParse(data);
    if (reply.success && !over) on.replied(reply.data);
  });
  // An error is followed by the exit; without a listener it would end the whole process.
  worker.on('error', () => undefined);
  worker.on('exit', died);
  return {
    ask: (message) => worker.postMessage(message),
    stop: async () => {
      over = true;
      await worker.terminate();
    },
  };
}
