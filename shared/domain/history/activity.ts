import { z } from 'zod';
import { ACTIONS } from '@/shared/domain/history/change';
import { stageSchema } from '@/shared/domain/pipeline/board';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** Where a page of activity begins: behind this entry. */
export const activityCursorSchema = z.object({ at: instantSchema, id: idSchema });
export type ActivityCursor = z.infer<typeof activityCursorSchema>;

export const activityRequestSchema = z.object({
  id: idSchema,
  before: activityCursorSchema.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ActivityRequest = z.infer<typeof activityRequestSchema>;

/** What happened to a job or client: a deed with what it changed, or a step that a candidate took on one of its jobs. */
export const activityEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('deed'),
    /** Of the commit. */
    id: idSchema,
    at: instantSchema,
    actorName: z.string(),
    action: z.enum(ACTIONS),
    undone: z.boolean(),
    /** Values as short text. */
    fields: z.array(
      z.object({
        entity: z.string(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('step'),
    id: idSchema,
    at: instantSchema,
    actorName: z.string(),
    candidateId: idSchema,
    candidateName: z.string(),
    jobId: idSchema,
    jobTitle: z.string(),
    /** Null when the candidate was put on the job. */
    fromStage: stageSchema.nullable(),
    toStage: stageSchema,
    reason: z.string().nullable(),
  }),
]);
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

/** Newest first. */
export const activityPageSchema = z.object({
  entries: z.array(activityEntrySchema),
  /** Null at the end. */
  nextBefore: activityCursorSchema.nullable(),
});
export type ActivityPage = z.infer<typeof activityPageSchema>;
