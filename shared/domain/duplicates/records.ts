import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { idSchema } from '@/shared/kit/ids';

/**
 * That two candidates were found to be one person. What was chosen of the merged one moved to the survivor, what was not chosen of the
 * survivor moved to the merged one, which is kept and shown nowhere (`candidate.mergedIntoId`): so nothing is lost and it can be taken
 * apart again.
 */
export const mergeSchema = z.object({
  ...recordBase,
  survivorId: idSchema,
  mergedId: idSchema,
  /** The commit that did it: its lines say what moved. */
  commitId: idSchema,
  state: z.enum(['merged', 'unmerged']),
});
export type Merge = z.infer<typeof mergeSchema>;
