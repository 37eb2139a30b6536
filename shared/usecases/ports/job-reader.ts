import type { ActivityEntry, ActivityRequest } from '@/shared/domain/history/activity';
import type { HistoryEntry } from '@/shared/domain/history/change';
import type { JobDetail, JobListRequest, JobsPage } from '@/shared/domain/jobs/views';
import type { JobTemplate } from '@/shared/domain/jobs/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

interface RowVersion {
  readonly id: Id;
  readonly version: number;
}

/** What hangs on a job and goes with it. */
export interface JobAttachments {
  readonly matches: readonly RowVersion[];
  readonly matchRuns: readonly RowVersion[];
}

/** A step that a candidate took on a job, as the activity tells of it. */
export type StageStep = Extract<ActivityEntry, { readonly kind: 'step' }>;

/** Of which record's activity is asked. */
export type ActivitySubject = 'job' | 'client';

/** Jobs, and what is said of them. What the actor may not see answers as not there. */
export interface JobReader {
  readonly list: (actor: Actor, request: JobListRequest) => Promise<JobsPage>;
  readonly get: (actor: Actor, id: Id) => Promise<JobDetail | null>;
  /** By name. */
  readonly templates: (actor: Actor) => Promise<readonly JobTemplate[]>;
  /** How many candidates are on a job, whoever may see them. */
  readonly countApplications: (jobId: Id) => Promise<number>;
  readonly attachments: (jobId: Id) => Promise<JobAttachments>;
  /** Deeds about a job or client, newest first; behind the cursor, `limit` of them. */
  readonly deeds: (
    actor: Actor,
    subject: ActivitySubject,
    request: ActivityRequest,
  ) => Promise<readonly HistoryEntry[]>;
  /** The steps of candidates on the job, or on the client's jobs, newest first; behind the cursor, `limit` of them. */
  readonly steps: (
    actor: Actor,
    subject: ActivitySubject,
    request: ActivityRequest,
  ) => Promise<readonly StageStep[]>;
}
