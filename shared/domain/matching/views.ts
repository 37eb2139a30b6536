import { z } from 'zod';
import { candidateFiltersSchema, candidateRowSchema } from '@/shared/domain/candidates/views';
import { JOB_STATUSES, matchWeightsSchema } from '@/shared/domain/jobs/records';
import { STAGES } from '@/shared/domain/pipeline/board';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { jobCriteriaSchema } from './criteria';
import { CRITERION_STATUSES, PARTS, SWAPS } from './score-types';

/** Hundredths of a point. */
const points = z.number().int().min(0).max(10_000);

const partScoreSchema = z.object({
  likeness: z.number().int().min(0).max(1000).nullable(),
  points,
  most: points,
});
export const partScoresSchema = z.object({
  skills: partScoreSchema,
  experience: partScoreSchema,
  title: partScoreSchema,
  education: partScoreSchema,
  location: partScoreSchema,
});
const count = z.number().int().nonnegative();
const mustHavesSchema = z.object({ met: count, of: count });

/** What a job asks for, as a heading over what became of it. */
const askedSchema = z.object({
  key: z.string(),
  part: z.enum(PARTS),
  asked: z.string(),
  mustHave: z.boolean(),
});

export const rankRequestSchema = z.object({
  /** Null: ranked by `criteria`, which no job of the workspace has. */
  jobId: idSchema.nullable(),
  criteria: jobCriteriaSchema.nullable().default(null),
  /** To try out; null for those of the job. */
  weights: matchWeightsSchema.nullable().default(null),
  /** The least score shown. */
  minScore: z.number().int().min(0).max(100).default(0),
  /** Narrows as the list of candidates does. */
  text: z.string().max(10_000).default(''),
  filters: candidateFiltersSchema.prefault({}),
  /** Whether those on the job already are ranked too. */
  applicants: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(0).max(200).default(50),
});
export type RankRequest = z.infer<typeof rankRequestSchema>;

const shownCriterionSchema = z.object({
  key: z.string(),
  status: z.enum(CRITERION_STATUSES),
});

export const rankedRowSchema = z.object({
  ...candidateRowSchema.pick({
    id: true,
    name: true,
    headline: true,
    company: true,
    location: true,
    totalYears: true,
  }).shape,
  /** From 1, among those that the filters leave. */
  place: z.number().int().positive(),
  score: points,
  parts: partScoresSchema,
  mustHaves: mustHavesSchema,
  criteria: z.array(shownCriterionSchema),
  viewedAt: instantSchema.nullable(),
  /** Where they stand on the job already; null when they are not on it. */
  stage: z.enum(STAGES).nullable(),
});
export type RankedRow = z.infer<typeof rankedRowSchema>;

export const rankedPageSchema = z.object({
  rows: z.array(rankedRowSchema),
  /** How many reach the least score. */
  total: count,
  /** How many were compared: everybody whom the filters leave. */
  compared: count,
  /** How many of those compared have each whole score, from 0 to 100, rounded down. */
  histogram: z.array(count).length(101),
  /** Score of the one in the middle of those compared; null when there is nobody. */
  median: points.nullable(),
  /** How many reach the threshold of the job; null where it has none. */
  aboveThreshold: count.nullable(),
  threshold: z.number().int().min(0).max(100).nullable(),
  /** Of the job, to change it. */
  jobVersion: z.number().int().positive(),
  /** In force for this ranking, those of the job, and the usual ones. */
  weights: matchWeightsSchema,
  jobWeights: matchWeightsSchema,
  usualWeights: matchWeightsSchema,
  /** What the job asks for; empty when there is nothing to compare by. */
  asks: z.array(askedSchema),
  /** How much of what people are matched by is made, 0 to 1; null when all of it is. */
  making: z.number().min(0).max(1).nullable(),
});
export type RankedPage = z.infer<typeof rankedPageSchema>;

/** What became of each thing a job asks for, counted over everybody compared; weights change nothing of it. */
export const matchStatisticsRequestSchema = rankRequestSchema
  .pick({
    text: true,
    filters: true,
    applicants: true,
  })
  .extend({ jobId: idSchema });
export type MatchStatisticsRequest = z.infer<typeof matchStatisticsRequestSchema>;

export const matchStatisticsSchema = z.object({
  compared: count,
  /** How many of those compared somebody looked at. */
  viewed: count,
  /** In the order of `asks` of a ranking; the four sum to those compared. */
  criteria: z.array(
    askedSchema.extend({ met: count, partly: count, missing: count, unknown: count }),
  ),
});
export type MatchStatistics = z.infer<typeof matchStatisticsSchema>;

const proofSchema = z.object({
  field: z.enum(['skill', 'experience', 'education', 'headline', 'summary', 'location', 'text']),
  index: count.nullable(),
  span: z.object({ start: count, end: count }).nullable(),
  quote: z.string(),
  /** The words on the same line before and after it, cut; '' where there are none. */
  before: z.string(),
  after: z.string(),
});

const explainedCriterionSchema = askedSchema.extend({
  status: z.enum(CRITERION_STATUSES),
  credit: z.number().int().min(0).max(1000),
  nearest: z.string().nullable(),
  months: count.nullable(),
  proof: proofSchema.nullable(),
});

export const matchReceiptSchema = z.object({
  scorer: z.object({ name: z.string(), version: z.string() }),
  weights: matchWeightsSchema,
  asOf: z.string(),
  inputs: z.object({ criteria: z.string(), facts: z.string(), knowledge: z.string() }),
});

export const explainRequestSchema = z.object({
  jobId: idSchema,
  candidateId: idSchema,
  weights: matchWeightsSchema.nullable().default(null),
});
export type ExplainRequest = z.infer<typeof explainRequestSchema>;

export const explanationSchema = z.object({
  candidateId: idSchema,
  name: z.string(),
  /** The résumé that the places of the proofs are in. */
  resumeId: idSchema.nullable(),
  score: points,
  parts: partScoresSchema,
  mustHaves: mustHavesSchema,
  criteria: z.array(explainedCriterionSchema),
  receipt: matchReceiptSchema,
  viewedAt: instantSchema.nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** A job as somebody fits it. */
export const fittingJobSchema = z.object({
  jobId: idSchema,
  title: z.string(),
  client: z.string(),
  location: z.string().nullable(),
  status: z.enum(JOB_STATUSES),
  score: points,
  parts: partScoresSchema,
  mustHaves: mustHavesSchema,
  /** Whether it reaches the threshold of the job; null where there is none. */
  aboveThreshold: z.boolean().nullable(),
  viewedAt: instantSchema.nullable(),
  stage: z.enum(STAGES).nullable(),
});
export type FittingJob = z.infer<typeof fittingJobSchema>;

export const fittingJobsSchema = z.object({
  jobs: z.array(fittingJobSchema),
  /** How many open jobs were compared. */
  compared: count,
  making: z.number().min(0).max(1).nullable(),
});
export type FittingJobs = z.infer<typeof fittingJobsSchema>;

/** A ranking that was kept, without its people. */
export const matchRunSummarySchema = z.object({
  id: idSchema,
  createdAt: instantSchema,
  byName: z.string(),
  compared: count,
  /** How many of the best it holds. */
  kept: count,
});
export type MatchRunSummary = z.infer<typeof matchRunSummarySchema>;

export const MOVES = ['entered', 'left', 'up', 'down', 'score'] as const;
/**
 * Why somebody stands elsewhere: the job asks for something else, its parts weigh something else, what is known of the person differs, they
 * came in since, they are gone, the scorer is a newer one, months went by, or only others passed them.
 */
export const MOVE_REASONS = [
  'criteria',
  'weights',
  'candidate',
  'new',
  'gone',
  'scorer',
  'time',
  'others',
] as const;

export const movedSchema = z.object({
  candidateId: idSchema,
  /** '' for somebody who is no more. */
  name: z.string(),
  move: z.enum(MOVES),
  /** Place and score before and after, from 1; null where they were not among the best that are kept. */
  before: z.object({ place: z.number().int().positive(), score: points }).nullable(),
  after: z.object({ place: z.number().int().positive(), score: points }).nullable(),
  reasons: z.array(z.enum(MOVE_REASONS)),
});
export type Moved = z.infer<typeof movedSchema>;

export const matchDiffSchema = z.object({
  before: matchRunSummarySchema,
  after: matchRunSummarySchema,
  /** What differs for everybody. */
  changed: z.object({ criteria: z.boolean(), weights: z.boolean(), scorer: z.boolean() }),
  /** Of all, among those kept: who was not before, is no longer, stands elsewhere or has another score, and who neither. */
  entered: count,
  left: count,
  moved: count,
  same: count,
  /** Those that moved farthest first; as many as were asked for. */
  people: z.array(movedSchema),
});
export type MatchDiff = z.infer<typeof matchDiffSchema>;

/** What became of a score when the CV was read again with something swapped that may not count. */
export const counterfactualSchema = z.object({
  /** Empty where there is no text of a CV to swap anything in. */
  checks: z.array(
    z.object({
      swap: z.enum(SWAPS),
      /** In how many places of the text; 0: the CV says nothing of the kind. */
      places: count,
      before: points,
      after: points,
      /** Parts whose points changed. */
      moved: z.array(z.enum(PARTS)),
    }),
  ),
});
export type Counterfactual = z.infer<typeof counterfactualSchema>;
