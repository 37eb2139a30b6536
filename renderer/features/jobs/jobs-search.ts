import { z } from 'zod';
import { JOB_PRIORITIES, JOB_STATUSES } from '@/shared/domain/jobs/records';
import { JOB_SORT_KEYS, type JobListRequest } from '@/shared/domain/jobs/views';
import { idSchema } from '@/shared/kit/ids';

/** Columns beside the title, in their order on screen. */
export const JOB_COLUMNS = [
  'client',
  'status',
  'priority',
  'openings',
  'candidates',
  'location',
  'recruiters',
  'closesOn',
  'updatedAt',
] as const;
export type JobColumn = (typeof JOB_COLUMNS)[number];
export const USUAL_COLUMNS: readonly JobColumn[] = [
  'client',
  'status',
  'priority',
  'openings',
  'candidates',
  'location',
];

const some = <T extends z.ZodType>(of: T) => z.array(of).max(200).optional().catch(undefined);

/** What the address of the list of jobs holds; what it does not say is as usual. */
export const jobsSearchSchema = z.object({
  q: z.string().max(1000).optional().catch(undefined),
  status: some(z.enum(JOB_STATUSES)),
  priority: some(z.enum(JOB_PRIORITIES)),
  client: some(idSchema),
  recruiter: some(idSchema),
  by: z.enum(JOB_SORT_KEYS).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  columns: some(z.enum(JOB_COLUMNS)),
});
export type JobsSearch = z.infer<typeof jobsSearchSchema>;

/** What the list asks for. */
export const requestOf = (search: JobsSearch): Omit<JobListRequest, 'offset' | 'limit'> => ({
  text: search.q ?? '',
  filters: {
    statuses: search.status ?? [],
    priorities: search.priority ?? [],
    clientIds: search.client ?? [],
    recruiterIds: search.recruiter ?? [],
  },
  sort: { by: search.by ?? 'priority', direction: search.dir ?? 'desc' },
});

export const isNarrowed = ({ q, status, priority, client, recruiter }: JobsSearch): boolean =>
  [q, status, priority, client, recruiter].some((one) => one !== undefined && one.length > 0);
