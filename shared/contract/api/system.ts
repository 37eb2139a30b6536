import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { importViewSchema } from './imports';

export const checkSchema = z.object({
  id: z.enum([
    'runtime',
    'database',
    'search-index',
    'journal',
    'originals',
    'keys',
    'keychain',
    'audit',
    'backup',
    'clock',
    'disk',
    'parser',
    'ocr',
  ]),
  state: z.enum(['ok', 'warning', 'failed']),
  /** What was found, in a sentence, with what to do when it is not well. No name, no path, nothing of anybody: it can be sent to who helps. */
  message: z.string(),
});
export type Check = z.infer<typeof checkSchema>;

export const coreEventSchema = z.discriminatedUnion('type', [
  /** Something was written: whoever shows one of these topics reads it again. */
  z.object({ type: z.literal('changed'), topics: z.array(z.string()) }),
  /** An import moved on: at most one every 100 ms an import, and always the last. */
  z.object({ type: z.literal('import'), import: importViewSchema }),
]);
export type CoreEvent = z.infer<typeof coreEventSchema>;

/** Among the topics: somebody else is at the desk, or nobody. A window then forgets all it has read. */
export const DESK_TOPIC = 'desk';

export const systemContract = {
  doctor: procedure('workspace.read').output(z.array(checkSchema)),
  /** The same of the database and every original, every byte of them: minutes. Ends when the caller goes away. */
  examineAll: procedure('workspace.manage').input(z.object({})).output(z.array(checkSchema)),
  /** How much of that is done, 0 to 1; null when nobody asked for it. */
  examined: procedure('workspace.manage').output(z.object({ done: z.number().nullable() })),
  /** Tries whether a workspace that could not be written can be again. STORAGE_UNAVAILABLE while it cannot. */
  tryWriting: procedure('workspace.read').output(z.object({})),
  /** Stays open; ends when the caller goes away. */
  events: procedure(null).output(eventIterator(coreEventSchema)),
};
