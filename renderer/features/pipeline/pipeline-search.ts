import { z } from 'zod';
import { idSchema } from '@/shared/kit/ids';

/** What the address of the pipeline holds: the job, and its board or its shortlist. */
export const pipelineSearchSchema = z.object({
  job: idSchema.optional().catch(undefined),
  view: z.enum(['board', 'shortlist']).optional().catch(undefined),
});
