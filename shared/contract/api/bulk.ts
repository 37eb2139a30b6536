import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { bulkActionSchema, bulkCountsSchema } from '@/shared/domain/candidates/bulk';
import { candidateSelectionSchema } from '@/shared/domain/candidates/selection';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();
const deed = z.object({ selection: candidateSelectionSchema, action: bulkActionSchema });

export const bulkRunSchema = z.object({
  /** The bulk deed in the history. */
  id: idSchema,
  action: bulkActionSchema,
  /** `waiting` while an earlier one is at work; `stopped` by a person: what was done until then stays. */
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  /** How many the selection stands for; null until that is known. */
  total: count.nullable(),
  counts: bulkCountsSchema,
  /** A commit of the deed, to take all of it back; null while nothing is changed. */
  commitId: idSchema.nullable(),
  /** Why it failed, in a sentence. */
  error: z.string().nullable(),
});
export type BulkRun = z.infer<typeof bulkRunSchema>;

export const bulkContract = {
  /** What an action would do to a selection. NOT_FOUND, FORBIDDEN. */
  preview: procedure('candidate.read')
    .input(deed)
    .output(bulkCountsSchema.extend({ total: count, sample: z.array(z.string()) })),
  /**
   * Does it, as one deed that one undo takes back. Answers when it is done or, if it takes longer than a moment, with how it stands
   * then; it goes on in the background.
   */
  run: procedure('candidate.read').input(deed).output(bulkRunSchema),
  /** The last runs since Longlist was started, newest first. */
  runs: procedure('candidate.read').output(z.array(bulkRunSchema)),
  /** Ends a run at the next batch; what is done stays and can be taken back. */
  stop: procedure('candidate.read')
    .input(z.object({ id: idSchema }))
    .output(z.array(bulkRunSchema)),
};
