import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { timeZoneSchema } from './when';

export const INTERVIEW_MODES = ['video', 'phone', 'onsite'] as const;
export const interviewModeSchema = z.enum(INTERVIEW_MODES);
export type InterviewMode = z.infer<typeof interviewModeSchema>;

/** Where an interview stands, and nothing else does; which moves there are is `moves.ts`. */
export const INTERVIEW_STATUSES = [
  'draft',
  'awaiting_confirmation',
  'confirmed',
  'scheduled',
  'completed',
  'no_show',
  'passed',
  'failed',
  'cancelled',
] as const;
export const interviewStatusSchema = z.enum(INTERVIEW_STATUSES);
export type InterviewStatus = z.infer<typeof interviewStatusSchema>;

/** The longest interview, in minutes: two working days of an assessment centre. */
export const MOST_MINUTES = 16 * 60;
export const MOST_INTERVIEWERS = 20;

const text = (most: number) => z.string().max(most);

/** What a person says of an interview, beside when it is. */
export const interviewDetailsSchema = z.object({
  roundName: text(200),
  mode: interviewModeSchema,
  /** Where the video call is; shown as text, opened by hand. */
  meetingLink: text(2000),
  location: text(1000),
  /** What the candidate and the interviewers should know. */
  instructions: text(20_000),
  /** Users, in the order they were chosen. They are part of the record: they move, go back and are undone with it. */
  interviewerIds: z.array(idSchema).max(MOST_INTERVIEWERS),
});
export type InterviewDetails = z.infer<typeof interviewDetailsSchema>;

/** One round of talking to a candidate on a job. */
export const interviewSchema = z.object({
  ...recordBase,
  ...interviewDetailsSchema.shape,
  applicationId: idSchema,
  candidateId: idSchema,
  jobId: idSchema,
  /** 1, 2, 3 … within the application. */
  round: z.number().int().positive(),
  durationMinutes: z.number().int().positive().max(MOST_MINUTES),
  /** In which a person chose the time, IANA. */
  timeZone: timeZoneSchema,
  /** Null while no time is fixed. */
  start: instantSchema.nullable(),
  /** `durationMinutes` after `start`. */
  end: instantSchema.nullable(),
  status: interviewStatusSchema,
  /** What was said with the last move: why it was cancelled, when the candidate called. */
  statusNote: text(10_000),
  inviteSentAt: instantSchema.nullable(),
  /** The user who sent it. */
  inviteSentBy: idSchema.nullable(),
  noShowCount: z.number().int().nonnegative(),
  /** When hiring was started from it. */
  hiringStartedAt: instantSchema.nullable(),
  /** What came of it, in words. */
  feedback: text(20_000),
});
export type Interview = z.infer<typeof interviewSchema>;
