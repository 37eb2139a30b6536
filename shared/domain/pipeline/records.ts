import { z } from 'zod';
import { CANDIDATE_SOURCES, recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { stageSchema } from './board';

/** Why the desk or the client said no. */
export const REJECT_REASONS = [
  'skills',
  'experience',
  'salary',
  'location',
  'work_permission',
  'other_candidate',
  'position_closed',
  'no_answer',
  'off_limits',
  'other',
] as const;
/** Why the candidate said no. */
export const WITHDRAW_REASONS = [
  'other_offer',
  'stays',
  'salary',
  'location',
  'role',
  'process_too_long',
  'personal',
  'no_answer',
  'other',
] as const;

/** A candidate on a job, once. */
export const applicationSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  jobId: idSchema,
  stage: stageSchema,
  /** The column of the job's board, where it has columns of its own; null for the first one of the stage. */
  columnId: z.string().nullable(),
  /** When it came to where it stands. */
  stageSince: instantSchema,
  source: z.enum(CANDIDATE_SOURCES),
  appliedAt: instantSchema,
  /** The match as it was when the candidate was put on the job; null where they could not be compared. */
  matchId: idSchema.nullable(),
  rejectedReason: z.enum(REJECT_REASONS).nullable(),
  withdrawnReason: z.enum(WITHDRAW_REASONS).nullable(),
  /** What was said beside the reason. */
  reasonNote: z.string().nullable(),
  /** Why somebody who is off limits was put on the job all the same. */
  overrideReason: z.string().nullable(),
  /** When the candidate was put forward to the client. */
  submittedAt: instantSchema.nullable(),
  /** Place on the shortlist, from 0; null for those nobody has put in order. */
  shortlistPosition: z.number().int().nonnegative().nullable(),
  /** What the client is told of this person, in the recruiter's words. */
  writeUp: z.string(),
  /** Whole minor units of `salaryCurrency`. */
  salaryOffered: z.number().int().nonnegative().nullable(),
  salaryCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  selectedAt: instantSchema.nullable(),
});
export type Application = z.infer<typeof applicationSchema>;

/** One step of an application: what funnels, times in a stage and pass-through rates are counted from. */
export const stageEventSchema = z.object({
  ...recordBase,
  applicationId: idSchema,
  candidateId: idSchema,
  jobId: idSchema,
  /** Null when it was put on the job. */
  fromStage: stageSchema.nullable(),
  toStage: stageSchema,
  at: instantSchema,
  byName: z.string(),
  /** Of a rejection, a withdrawal (with what was said beside it, see `stepReason`) or a reopening. */
  reason: z.string().nullable(),
});
export type StageEvent = z.infer<typeof stageEventSchema>;

export const applicationTagSchema = z.object({
  ...recordBase,
  applicationId: idSchema,
  candidateId: idSchema,
  tagId: idSchema,
});
export type ApplicationTag = z.infer<typeof applicationTagSchema>;
