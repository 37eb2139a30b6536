import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { QUESTION_IDS } from './questions';

/** The stages that may count as selected: who came so far, or farther. */
export const IMPACT_STAGES = ['shortlisted', 'in_progress', 'selected'] as const;
export type ImpactStage = (typeof IMPACT_STAGES)[number];

/** Applications that began in a time, on some jobs or on all. */
export const impactSelectionSchema = z.object({
  from: instantSchema,
  before: instantSchema,
  /** None: all. */
  jobIds: z.array(idSchema).max(200),
});
export type ImpactSelection = z.infer<typeof impactSelectionSchema>;

export const impactRequestSchema = impactSelectionSchema.extend({ stage: z.enum(IMPACT_STAGES) });
export type ImpactRequest = z.infer<typeof impactRequestSchema>;

const count = z.number().int().nonnegative();

/** How one group fared with one outcome. Null where it is withheld, or where there is nothing to divide by. */
const ratesSchema = z.object({
  /** Of how many. */
  of: count.nullable(),
  /** How many of them. */
  yes: count.nullable(),
  rate: z.number().nullable(),
  /** Its rate by the highest rate of a group that is compared. */
  ratio: z.number().nullable(),
  /** A ratio under four fifths. */
  isBelow: z.boolean(),
  /** Fisher's exact test against the group with the highest rate; null for that one itself. */
  p: z.number().nullable(),
});
export type Rates = z.infer<typeof ratesSchema>;

/**
 * What is to be known of a group beside its figures. `withheld`: so few, or what would give such a group away, that nothing is said of it;
 * `excluded`: under 2 % of those who answered, and not compared; `few`: under thirty people, so that one more or less changes much.
 */
const GROUP_MARKS = ['withheld', 'excluded', 'few'] as const;
export type GroupMark = (typeof GROUP_MARKS)[number];

const groupSchema = z.object({
  /** A category of each question of the table. */
  categories: z.array(z.string()),
  mark: z.enum(GROUP_MARKS).nullable(),
  selection: ratesSchema,
  scoring: ratesSchema,
});
export type GroupRates = z.infer<typeof groupSchema>;

const rateTableSchema = z.object({
  questions: z.array(z.enum(QUESTION_IDS)),
  groups: z.array(groupSchema),
  /** Who did not answer, or not all of the questions; together with those of withheld groups where there are any. */
  rest: z.object({ people: count, holdsWithheld: z.boolean() }),
  /** So few were selected, or not, that the rates would tell of single people. */
  isSelectionWithheld: z.boolean(),
  isScoringWithheld: z.boolean(),
});
export type RateTable = z.infer<typeof rateTableSchema>;

export const impactReportSchema = z.object({
  madeAt: instantSchema,
  applications: count,
  /** Who answered at least one question. */
  answered: count,
  selected: count,
  scored: count,
  /** Of everybody with a score, whether they answered or not; null for fewer than five. */
  medianScore: z.number().nullable(),
  scorers: z.array(z.object({ name: z.string(), version: z.string(), scores: count })),
  tables: z.array(rateTableSchema),
});
export type ImpactReport = z.infer<typeof impactReportSchema>;

/** What a file of answers holds, before any of it is kept. */
export const answersPreviewSchema = z.object({
  /** To accept it by. */
  id: idSchema,
  questions: z.array(z.enum(QUESTION_IDS)),
  lines: count,
  known: count,
  unknown: count,
  repeated: count,
  /** Of those known: how many have answers already, which these take the place of. */
  replaced: count,
  unreadable: z.object({
    total: count,
    /** The first ones. */
    first: z.array(z.object({ line: count, what: z.enum([...QUESTION_IDS, 'code']) })),
  }),
});
export type AnswersPreview = z.infer<typeof answersPreviewSchema>;

export const impactStatusSchema = z.object({
  /** People of whom there are answers. */
  people: count,
  /** The day of the newest, as 2026-03-01; null when there are none. */
  newest: z.string().nullable(),
});
export type ImpactStatus = z.infer<typeof impactStatusSchema>;
