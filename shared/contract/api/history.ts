import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { candidateDetailSchema } from '@/shared/domain/candidates/views';
import { ACTIONS } from '@/shared/domain/history/change';
import { deedsPageSchema, deedsRequestSchema } from '@/shared/domain/history/deeds';
import { pastApplicationSchema } from '@/shared/domain/history/past-application';
import { instantSchema } from '@/shared/kit/clock';
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
  /**
   * A candidate as they were right after a commit, or at a time. NOT_FOUND before they came. Résumés are as they are stored.
   */
  asOf: procedure('history.undo')
    .input(
      z.object({
        candidateId: idSchema,
        moment: z.union([z.object({ commitId: idSchema }), z.object({ at: instantSchema })]),
      }),
    )
    .output(
      z.object({
        detail: candidateDetailSchema,
        /** Names of the lists they were on. */
        lists: z.array(z.string()),
        /** The jobs they were on, of those on which whoever asks is shown them today. */
        applications: z.array(pastApplicationSchema),
        /** The last thing done to them until then. */
        commitId: idSchema,
        at: instantSchema,
        actorName: z.string(),
        action: z.enum(ACTIONS),
        /** What was done before and after it, to step through; null at the ends. */
        earlier: idSchema.nullable(),
        later: idSchema.nullable(),
      }),
    ),
  /** Puts in force again what the actor took back last, if they did nothing else since. NOTHING_TO_UNDO, CONFLICT. */
  redo: procedure('history.undo').output(undone),
};
