import { z } from 'zod';
import { jobRowSchema } from '@/shared/domain/jobs/views';
import { stageSchema } from '@/shared/domain/pipeline/board';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { CLIENT_STATUSES, clientSchema, contactSchema } from './records';

export const CLIENT_SORT_KEYS = ['companyName', 'openJobs', 'jobs', 'updatedAt'] as const;

export const clientListRequestSchema = z.object({
  /** Words that all stand in the name, the industry or the place; compared folded. */
  text: z.string().max(1000).default(''),
  status: z.enum(CLIENT_STATUSES).nullable().default(null),
  sort: z
    .object({ by: z.enum(CLIENT_SORT_KEYS), direction: z.enum(['asc', 'desc']) })
    .default({ by: 'companyName', direction: 'asc' }),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ClientListRequest = z.infer<typeof clientListRequestSchema>;

export const clientRowSchema = clientSchema.omit({ notes: true }).extend({
  contacts: z.number().int().nonnegative(),
  /** Jobs of it that the actor reaches, and those of them that are open. */
  jobs: z.number().int().nonnegative(),
  openJobs: z.number().int().nonnegative(),
});
export type ClientRow = z.infer<typeof clientRowSchema>;

export const clientsPageSchema = z.object({
  rows: z.array(clientRowSchema),
  total: z.number().int().nonnegative(),
});
export type ClientsPage = z.infer<typeof clientsPageSchema>;

/** A candidate who was put forward to a client. */
export const putForwardSchema = z.object({
  applicationId: idSchema,
  candidateId: idSchema,
  candidateName: z.string(),
  jobId: idSchema,
  jobTitle: z.string(),
  stage: stageSchema,
  submittedAt: instantSchema,
});
export type PutForward = z.infer<typeof putForwardSchema>;

export const clientDetailSchema = z.object({
  client: clientSchema,
  contacts: z.array(contactSchema),
  /** Those that the actor reaches, open ones first. */
  jobs: z.array(jobRowSchema),
  /** The newest first, two hundred at most. */
  putForward: z.array(putForwardSchema),
});
export type ClientDetail = z.infer<typeof clientDetailSchema>;
