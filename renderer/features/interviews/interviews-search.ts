import { z } from 'zod';
import { INTERVIEW_STATUSES } from '@/shared/domain/interviews/records';
import { INTERVIEW_LISTS } from '@/shared/domain/interviews/views';
import { idSchema } from '@/shared/kit/ids';

/** What the address of the interviews holds: which list, and what it is narrowed to. */
export const interviewsSearchSchema = z.object({
  list: z.enum(INTERVIEW_LISTS).optional().catch(undefined),
  status: z.enum(INTERVIEW_STATUSES).optional().catch(undefined),
  interviewer: idSchema.optional().catch(undefined),
  /** YYYY-MM-DD, where whoever looks is. */
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
});
export type InterviewsSearch = z.infer<typeof interviewsSearchSchema>;
