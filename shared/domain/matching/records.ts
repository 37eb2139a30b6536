import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { matchWeightsSchema } from '@/shared/domain/jobs/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What a score was made of: whoever has the same gets the same digits. The hashes are of canonical texts, in hex. */
export const receiptSchema = z.object({
  scorer: z.object({ name: z.string(), version: z.string() }),
  weights: matchWeightsSchema,
  /** What the job asks for. */
  criteria: z.string(),
  /** What is known of the candidate. */
  facts: z.string(),
  /** The taxonomy, titles and places that both were read with. */
  knowledge: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A match that somebody looked at or put somebody on a job with; all others are computed when they are asked for. Once a candidate and job. */
export const matchSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  jobId: idSchema,
  score: z.number().min(0).max(100),
  /** Parts, criteria and their evidence as they were then: an explanation of the scorer that the receipt names. */
  explanation: z.unknown(),
  receipt: receiptSchema,
  viewedAt: instantSchema.nullable(),
});
export type Match = z.infer<typeof matchSchema>;

/** The best of a ranking as it stood when it was kept, to compare the next one with. */
export const matchRunSchema = z.object({
  ...recordBase,
  jobId: idSchema,
  receipt: receiptSchema.omit({ facts: true }),
  /** How many candidates were compared. */
  compared: z.number().int().nonnegative(),
  /** Best first, a thousand at most; `facts` as in a receipt. */
  ranking: z
    .array(z.object({ candidateId: idSchema, score: z.number(), facts: z.string() }))
    .max(1000),
});
export type MatchRun = z.infer<typeof matchRunSchema>;
