import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { reparseItemViewSchema, reparseSchema } from '@/shared/domain/reparse/records';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();

export const reparseStatusSchema = z.object({
  /** The parser's version. */
  parserVersion: z.string(),
  /** Candidates with a résumé that an older parser read. */
  outdated: count,
  /** The last look at them; null when there was none. */
  run: reparseSchema
    .omit({ createdAt: true, createdBy: true, updatedAt: true, cursor: true, bulkId: true })
    .extend({
      /** `same`: nothing a person would see differs. The other three have differences. */
      counts: z.object({ same: count, open: count, left: count, applied: count }),
      /** A commit of what was applied at once, for taking all of it back; null when nothing of it is in force. */
      undoCommitId: idSchema.nullable(),
    })
    .nullable(),
});
export type ReparseStatus = z.infer<typeof reparseStatusSchema>;
export type ReparseRun = NonNullable<ReparseStatus['run']>;

export const reparseContract = {
  status: procedure('import.read').output(reparseStatusSchema),
  /** Looks, in the background, at what today's parser reads differently. Nothing is changed. INVALID while one is at work. */
  start: procedure('workspace.manage').output(reparseStatusSchema),
  /** Ends the looking and forgets what was found; while applying, stops, and what was applied stays. */
  stop: procedure('workspace.manage').output(reparseStatusSchema),
  /** Candidates with differences, field by field, in the order they were looked at. */
  items: procedure('candidate.read')
    .input(
      z.object({
        reparseId: idSchema,
        state: z.enum(['open', 'left', 'applied']).nullable().default(null),
        afterId: idSchema.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(reparseItemViewSchema)),
  apply: procedure('candidate.edit')
    .input(z.object({ itemId: idSchema }))
    .output(z.object({ commitId: idSchema })),
  leave: procedure('candidate.edit')
    .input(z.object({ itemId: idSchema, left: z.boolean() }))
    .output(z.object({ left: z.boolean() })),
  /** Applies, in the background, everything that was not left, as one deed that one undo takes back. */
  applyAll: procedure('workspace.manage').output(reparseStatusSchema),
};
