import { z } from 'zod';
import { asOfSchema } from '@/renderer/features/candidates/page/past-moment';
import { idSchema } from '@/shared/kit/ids';

/** What the address of a candidate's page holds: the search that led there, and which CV to show. */
export const candidatePageSearchSchema = z.object({
  q: z.string().max(10_000).optional().catch(undefined),
  resume: idSchema.optional().catch(undefined),
  /** Shows the candidate as they were: after a commit, or on a day. */
  asOf: asOfSchema.optional().catch(undefined),
  /** The candidate of an old link, who was merged into this one. */
  merged: idSchema.optional().catch(undefined),
});
