import { z } from 'zod';
import { STAGES } from '@/shared/domain/pipeline/board';
import { idSchema } from '@/shared/kit/ids';
import {
  JOB_PRIORITIES,
  JOB_STATUSES,
  type JobMember,
  jobMemberSchema,
  jobSchema,
  jobSkillSchema,
} from './records';

/** What a list of jobs is narrowed to; an empty list of values narrows nothing. */
export const jobFiltersSchema = z.object({
  statuses: z.array(z.enum(JOB_STATUSES)).max(10),
  priorities: z.array(z.enum(JOB_PRIORITIES)).max(10),
  clientIds: z.array(idSchema).max(200),
  recruiterIds: z.array(idSchema).max(200),
});
export type JobFilters = z.infer<typeof jobFiltersSchema>;
export const NO_JOB_FILTERS: JobFilters = {
  statuses: [],
  priorities: [],
  clientIds: [],
  recruiterIds: [],
};

export const JOB_SORT_KEYS = [
  'title',
  'client',
  'status',
  'priority',
  'candidates',
  'openedAt',
  'closesOn',
  'updatedAt',
] as const;
export type JobSortKey = (typeof JOB_SORT_KEYS)[number];

export const jobListRequestSchema = z.object({
  /** Words that all stand in the title, the client's name, the department or the place; compared folded. */
  text: z.string().max(1000).default(''),
  filters: jobFiltersSchema.default(NO_JOB_FILTERS),
  sort: z
    .object({ by: z.enum(JOB_SORT_KEYS), direction: z.enum(['asc', 'desc']) })
    .default({ by: 'priority', direction: 'desc' }),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type JobListRequest = z.infer<typeof jobListRequestSchema>;

/** How many candidates of a job stand at each stage: those that the actor reaches. */
export const stageCountsSchema = z.record(z.enum(STAGES), z.number().int().nonnegative());
export type StageCounts = z.infer<typeof stageCountsSchema>;

export const jobRowSchema = jobSchema
  .omit({ description: true, board: true, weights: true })
  .extend({
    clientName: z.string(),
    recruiters: z.array(z.object({ id: idSchema, name: z.string() })),
    stages: stageCountsSchema,
  });
export type JobRow = z.infer<typeof jobRowSchema>;

const facet = z.array(
  z.object({ value: z.string(), name: z.string(), count: z.number().int().nonnegative() }),
);
export const jobsPageSchema = z.object({
  rows: z.array(jobRowSchema),
  total: z.number().int().nonnegative(),
  /** How many jobs there would be with each value, the other filters as they are; those that are chosen and have none too. */
  facets: z.object({ status: facet, priority: facet, client: facet, recruiter: facet }),
});
export type JobsPage = z.infer<typeof jobsPageSchema>;

/** Somebody on a job, by name. */
export const teamMemberSchema = jobMemberSchema.extend({
  name: z.string(),
  /** Of a contact: what they do there. */
  title: z.string().nullable(),
});
export type TeamMember = JobMember & { readonly name: string; readonly title: string | null };

export const jobDetailSchema = z.object({
  job: jobSchema,
  clientName: z.string(),
  clientOffLimits: z.boolean(),
  skills: z.array(jobSkillSchema),
  team: z.array(teamMemberSchema),
  stages: stageCountsSchema,
});
export type JobDetail = z.infer<typeof jobDetailSchema>;
