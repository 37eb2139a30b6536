import { z } from 'zod';
import { SHARE_PERMISSIONS } from '@/shared/domain/access/records';
import { TAG_COLOURS } from '@/shared/domain/candidates/records';
import { JOB_STATUSES } from '@/shared/domain/jobs/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { boardSchema, stageSchema } from './board';
import { applicationSchema, stageEventSchema } from './records';

const count = z.number().int().nonnegative();

/** An application as it is shown: guests are not told where the candidate came from. */
const shownApplicationSchema = applicationSchema.extend({
  source: applicationSchema.shape.source.nullable(),
});
export type ShownApplication = z.infer<typeof shownApplicationSchema>;

/** What a card of a board shows. */
export const boardCardSchema = z.object({
  id: idSchema,
  version: count,
  candidateId: idSchema,
  name: z.string(),
  headline: z.string().nullable(),
  stage: stageSchema,
  columnId: z.string().nullable(),
  stageSince: instantSchema,
  submittedAt: instantSchema.nullable(),
  rejectedReason: applicationSchema.shape.rejectedReason,
  withdrawnReason: applicationSchema.shape.withdrawnReason,
  doNotContact: z.boolean(),
  /** Notes on the application that the actor may read. */
  notes: count,
  tagIds: z.array(idSchema),
  /** Of the match they were put on the job with, or somebody looked at. */
  score: z.number().nullable(),
  /** Whether whoever looks may say yes or no to them, and do everything else to the application: by their role and how far they come with them. */
  mayDecide: z.boolean(),
  mayEdit: z.boolean(),
});
export type BoardCard = z.infer<typeof boardCardSchema>;

export const boardViewSchema = z.object({
  jobId: idSchema,
  jobVersion: z.number().int().positive(),
  title: z.string(),
  clientName: z.string(),
  status: z.enum(JOB_STATUSES),
  /** The columns as the job names them; null for the usual ones. */
  columns: boardSchema.nullable(),
  /** Oldest in their stage first. */
  cards: z.array(boardCardSchema),
  /** How many there are, should they be more than are shown. */
  total: count,
  /** The tags of the cards. */
  tags: z.array(z.object({ id: idSchema, name: z.string(), colour: z.enum(TAG_COLOURS) })),
});
export type BoardView = z.infer<typeof boardViewSchema>;

/** A job with how many applications of the actor's candidates stand where. */
export const pipelineJobSchema = z.object({
  id: idSchema,
  title: z.string(),
  clientName: z.string(),
  status: z.enum(JOB_STATUSES),
  counts: z.partialRecord(stageSchema, count),
  /** When the one who stands longest at an open stage came there. */
  oldestSince: instantSchema.nullable(),
});
export type PipelineJob = z.infer<typeof pipelineJobSchema>;

/** A step of an application, without what its list says already. */
export const stepViewSchema = stageEventSchema.pick({
  id: true,
  applicationId: true,
  fromStage: true,
  toStage: true,
  at: true,
  byName: true,
  reason: true,
});
export type StepView = z.infer<typeof stepViewSchema>;

const applicationNoteSchema = z.object({
  id: idSchema,
  version: z.number().int().positive(),
  body: z.string(),
  authorId: idSchema,
  authorName: z.string(),
  createdAt: instantSchema,
});

/** An application as the candidate's page and a board's panel show it. */
export const applicationViewSchema = z.object({
  application: shownApplicationSchema,
  /** How far whoever looks comes with it. */
  level: z.enum(SHARE_PERMISSIONS),
  candidateName: z.string(),
  jobTitle: z.string(),
  clientName: z.string(),
  jobStatus: z.enum(JOB_STATUSES),
  /** Of the match they were put on the job with, or somebody looked at. */
  score: z.number().nullable(),
  /** Oldest first; with the steps of whoever was merged into the candidate. */
  steps: z.array(stepViewSchema),
  /** Newest first. */
  notes: z.array(applicationNoteSchema),
  tags: z.array(
    z.object({ tieId: idSchema, id: idSchema, name: z.string(), colour: z.enum(TAG_COLOURS) }),
  ),
});
export type ApplicationView = z.infer<typeof applicationViewSchema>;

/** Somebody on the shortlist, with what is known of them. How they fit the job is their matches' to say. */
export const shortlistEntrySchema = z.object({
  application: shownApplicationSchema,
  name: z.string(),
  headline: z.string().nullable(),
  location: z.string().nullable(),
  totalYears: z.number().nullable(),
  noticePeriod: z.string().nullable(),
  workPermission: z.string().nullable(),
  current: z.string().nullable(),
  education: z.string().nullable(),
  languages: z.array(z.string()),
  /** Whether whoever looks may write what the client is told of them. */
  mayEdit: z.boolean(),
});
export type ShortlistEntry = z.infer<typeof shortlistEntrySchema>;

export const shortlistSchema = z.object({
  jobId: idSchema,
  title: z.string(),
  clientName: z.string(),
  /** In the order of the shortlist; who is in no order comes after, oldest first. */
  entries: z.array(shortlistEntrySchema),
});
export type Shortlist = z.infer<typeof shortlistSchema>;

/** The stages of who is on the shortlist: chosen for it, and whatever follows. */
export const SHORTLIST_STAGES = ['shortlisted', 'in_progress', 'selected'] as const;
