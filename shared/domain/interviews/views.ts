import { z } from 'zod';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
import { stageSchema } from '@/shared/domain/pipeline/board';
import { type Instant, instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { isDecided } from './moves';
import { type Interview, interviewSchema, interviewStatusSchema } from './records';

const named = z.object({ id: idSchema, name: z.string() });

/** An interview as lists and panels show it. */
export const interviewViewSchema = z.object({
  interview: interviewSchema,
  /** How far whoever looks comes with it. */
  level: z.enum(SHARE_PERMISSIONS),
  /** Whether they may say what came of it. */
  mayDecide: z.boolean(),
  candidateName: z.string(),
  /** Whether the candidate's page is theirs to open: an interviewer may see nothing of them but the interview. */
  opensCandidate: z.boolean(),
  jobTitle: z.string(),
  clientName: z.string(),
  /** Where the application stands. */
  stage: stageSchema,
  /** In the order they were chosen; who was deactivated stays. */
  interviewers: z.array(named),
});
export type InterviewView = z.infer<typeof interviewViewSchema>;

/** The lists of the screen. Every interview stands in exactly one of them. */
export const INTERVIEW_LISTS = ['upcoming', 'to-decide', 'past'] as const;
export type InterviewList = (typeof INTERVIEW_LISTS)[number];

/** In which list an interview stands: what is over and undecided waits for somebody to say what came of it. */
export function listOf(
  { status, end }: Pick<Interview, 'status' | 'end'>,
  now: Instant,
): InterviewList {
  if (isDecided(status)) return 'past';
  const isOver = status === 'completed' || status === 'no_show' || (end !== null && end <= now);
  return isOver ? 'to-decide' : 'upcoming';
}

export const interviewListRequestSchema = z.object({
  list: z.enum(INTERVIEW_LISTS),
  /** None: not narrowed. */
  statuses: z.array(interviewStatusSchema).max(20).default([]),
  interviewerId: idSchema.nullable().default(null),
  /** Those that begin from this moment on, and before that one. */
  from: instantSchema.nullable().default(null),
  before: instantSchema.nullable().default(null),
  offset: z.number().int().nonnegative().max(1_000_000).default(0),
  limit: z.number().int().min(1).max(200).default(100),
});
export type InterviewListRequest = z.infer<typeof interviewListRequestSchema>;

export const interviewPageSchema = z.object({
  rows: z.array(interviewViewSchema),
  total: z.number().int().nonnegative(),
});
export type InterviewPage = z.infer<typeof interviewPageSchema>;

/** Somebody who can be asked to interview. */
export const interviewerSchema = named;
export type Interviewer = z.infer<typeof interviewerSchema>;
