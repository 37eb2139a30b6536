import { z } from 'zod';
import { interviewViewSchema } from '@/shared/domain/interviews/views';
import { stageSchema } from '@/shared/domain/pipeline/board';
import { idSchema } from '@/shared/kit/ids';

/** Where a candidate stood on a job at an earlier moment. The job is called as it is now. */
export const pastApplicationSchema = z.object({
  id: idSchema,
  jobTitle: z.string(),
  clientName: z.string(),
  stage: stageSchema,
  /** By round, to look at. */
  interviews: z.array(interviewViewSchema),
});
export type PastApplication = z.infer<typeof pastApplicationSchema>;
