import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  counterfactualSchema,
  explainRequestSchema,
  explanationSchema,
  fittingJobsSchema,
  matchDiffSchema,
  matchRunSummarySchema,
  matchStatisticsRequestSchema,
  matchStatisticsSchema,
  rankedPageSchema,
  rankRequestSchema,
} from '@/shared/domain/matching/views';
import { idSchema } from '@/shared/kit/ids';

const pair = z.object({ jobId: idSchema, candidateId: idSchema });

/** How candidates and jobs fit. A score is advice: nothing is decided here. */
export const matchingContract = {
  /** Everybody against a job, best first. NOT_FOUND for a job that is not there. */
  rank: procedure('candidate.read').input(rankRequestSchema).output(rankedPageSchema),
  /** How many meet each thing a job asks for. NOT_FOUND for a job that is not there. */
  statistics: procedure('candidate.read')
    .input(matchStatisticsRequestSchema)
    .output(matchStatisticsSchema),
  /** Why somebody has the score they have. */
  explain: procedure('candidate.read').input(explainRequestSchema).output(explanationSchema),
  /** The same of several, those on a shortlist; who is not there is left out. */
  explainSome: procedure('candidate.read')
    .input(z.object({ jobId: idSchema, candidateIds: z.array(idSchema).max(500) }))
    .output(z.array(explanationSchema)),
  /** One has looked at a match: it is kept as it is now, with its receipt. */
  viewed: procedure('candidate.read')
    .input(pair)
    .output(z.object({ id: idSchema })),
  /** Scores somebody again with names, pronouns, schools and dates of birth swapped. */
  check: procedure('candidate.read').input(explainRequestSchema).output(counterfactualSchema),
  /** The open jobs for a candidate, best first. */
  forCandidate: procedure('candidate.read')
    .input(z.object({ candidateId: idSchema }))
    .output(fittingJobsSchema),
  /** Rankings of a job that were kept, newest first. */
  runs: procedure('job.read')
    .input(z.object({ jobId: idSchema }))
    .output(z.array(matchRunSummarySchema)),
  /** Keeps the ranking as it is now. */
  keep: procedure('job.edit')
    .input(z.object({ jobId: idSchema }))
    .output(matchRunSummarySchema),
  /** Who moved between two rankings that were kept, and why. */
  diff: procedure('job.read')
    .input(
      z.object({
        before: idSchema,
        after: idSchema,
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(matchDiffSchema),
};
