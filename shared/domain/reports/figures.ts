import { z } from 'zod';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import { OPEN_STAGES, stageSchema } from '@/shared/domain/pipeline/board';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What a report is about. Null: all of them. */
export const reportFiltersSchema = z.object({
  /**
   * The ends of the spans of time a trend is told in, ascending: midnights of days, weeks or months where the person is. The report goes from
   * the first to the last, the last left out.
   */
  edges: z
    .array(instantSchema)
    .min(2)
    .max(130)
    .refine((edges) => edges.every((edge, at) => at === 0 || (edges[at - 1] ?? '') < edge), {
      message: 'The ends of the spans ascend.',
    }),
  jobId: idSchema.nullable(),
  clientId: idSchema.nullable(),
  /** Who put the candidate on the job. */
  byId: idSchema.nullable(),
  source: z.enum(CANDIDATE_SOURCES).nullable(),
});
export type ReportFilters = z.infer<typeof reportFiltersSchema>;

/** What people do that is counted. `forward`: to a later stage that is not the last. */
export const WORK_KINDS = [
  'added',
  'forward',
  'submitted',
  'rejected',
  'withdrawn',
  'hired',
  'notes',
  'cvs',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/**
 * One number of a report. Those of the first group speak of the applications that began within the time of the report, whatever became of
 * them since; those of the second of what happened within it.
 */
export const figureSchema = z.discriminatedUnion('kind', [
  /** Came as far as this stage, or farther. */
  z.object({ kind: z.literal('reached'), stage: z.enum(OPEN_STAGES) }),
  /** Stands there now. */
  z.object({ kind: z.literal('standing'), stage: stageSchema }),
  z.object({ kind: z.literal('rejected'), reason: z.enum(REJECT_REASONS) }),
  z.object({ kind: z.literal('withdrawn'), reason: z.enum(WITHDRAW_REASONS) }),
  z.object({
    kind: z.literal('source'),
    source: z.enum(CANDIDATE_SOURCES),
    reached: z.enum(OPEN_STAGES),
  }),

  /** Left a stage; the days they were there. */
  z.object({ kind: z.literal('left'), stage: z.enum(OPEN_STAGES) }),
  /** Is in a stage at the moment of the question, whenever it came; the days so far. */
  z.object({ kind: z.literal('staying'), stage: z.enum(OPEN_STAGES) }),
  /** Stands longer than so many days where somebody has to act: in a stage of an open job, and not selected yet. */
  z.object({ kind: z.literal('stuck'), days: z.number().int().min(1).max(365) }),
  /** Selected; the days since they were put on the job. */
  z.object({ kind: z.literal('hired') }),
  /** Jobs filled; the days since they were opened. */
  z.object({ kind: z.literal('filled') }),
  /** What somebody did, from one of the edges to another; null for everybody. */
  z.object({
    kind: z.literal('work'),
    work: z.enum(WORK_KINDS),
    userId: idSchema.nullable(),
    from: instantSchema,
    before: instantSchema,
  }),
]);
export type Figure = z.infer<typeof figureSchema>;

/** How long something took, in days with one decimal; null where there is none of it. */
export const daysSchema = z.object({
  count: z.number().int().nonnegative(),
  median: z.number().nullable(),
  /** Nine in ten took no longer. */
  ninth: z.number().nullable(),
});
export type Days = z.infer<typeof daysSchema>;

const count = z.number().int().nonnegative();

export const reportSchema = z.object({
  funnel: z.array(z.object({ stage: z.enum(OPEN_STAGES), reached: count })),
  standing: z.array(z.object({ stage: stageSchema, count })),
  rejected: z.array(z.object({ reason: z.enum(REJECT_REASONS), count })),
  withdrawn: z.array(z.object({ reason: z.enum(WITHDRAW_REASONS), count })),
  sources: z.array(
    z.object({
      source: z.enum(CANDIDATE_SOURCES),
      /** Applications by the stage they came as far as, in the order of the stages. */
      reached: z.array(count).length(OPEN_STAGES.length),
    }),
  ),
  inStage: z.array(z.object({ stage: z.enum(OPEN_STAGES), left: daysSchema, staying: daysSchema })),
  timeToHire: daysSchema,
  timeToFill: daysSchema,
  /** Who did what; only those who did something. By name. */
  work: z.array(
    z.object({
      userId: idSchema,
      name: z.string(),
      counts: z.record(z.enum(WORK_KINDS), count),
    }),
  ),
  /** The same between each edge and the next. */
  trend: z.array(z.record(z.enum(WORK_KINDS), count)),
});
export type Report = z.infer<typeof reportSchema>;

/** One of those a figure counts. */
export const figureRowSchema = z.object({
  /** Of the application, the note, the CV or the job: what was counted. */
  id: idSchema,
  candidateId: idSchema.nullable(),
  candidateName: z.string().nullable(),
  jobId: idSchema.nullable(),
  jobTitle: z.string().nullable(),
  stage: stageSchema.nullable(),
  /** When it happened, or since when it is so. */
  at: instantSchema,
  days: z.number().nullable(),
});
export type FigureRow = z.infer<typeof figureRowSchema>;

export const behindRequestSchema = z.object({
  filters: reportFiltersSchema,
  figure: figureSchema,
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type BehindRequest = z.infer<typeof behindRequestSchema>;

/** Median and ninth decile of days: the lower of the two in the middle, and the nearest rank, so that each is a value that occurred. */
export function daysOf(values: readonly number[]): Days {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number): number | null => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    return value === undefined ? null : Math.round(value * 10) / 10;
  };
  return { count: sorted.length, median: rank(0.5), ninth: rank(0.9) };
}
