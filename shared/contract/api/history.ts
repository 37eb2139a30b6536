import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { ACTIONS } from '@/shared/domain/history/change';
import { deedsPageSchema, deedsRequestSchema } from '@/shared/domain/history/deeds';
import { idSchema } from '@/shared/kit/ids';

const undone = z.object({
  commitId: idSchema,
  undid: z.enum(ACTIONS),
  /** Whether the deed is in force again, having been taken back before. */
  again: z.boolean(),
  /** How many candidates the taken-back deed was done to; 0 when it was not about candidates. */
  candidates: z.number().int().nonnegative(),
  /** Of a bulk deed: candidates that stay as they are, because later work built on it. */
  kept: z.number().int().nonnegative(),
});

export const historyContract = {
  /** What was done, newest first; a bulk deed is one line. */
  list: procedure('history.undo').input(deedsRequestSchema).output(deedsPageSchema),
  /**
   * Takes back one commit (a bulk deed whole), or the actor's last one that can be taken back. NOTHING_TO_UNDO when there is none,
   * CONFLICT when later work built on it.
   */
  undo: procedure('history.undo')
    .input(z.object({ commitId: idSchema.nullable().default(null) }))
    .output(undone),
  /** Puts in force again what the actor took back last, if they did nothing else since. NOTHING_TO_UNDO, CONFLICT. */
  redo: procedure('history.undo').output(undone),
};
