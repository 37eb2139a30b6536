import type { MatchRun } from '@/shared/domain/matching/records';
import type {
  Counterfactual,
  ExplainRequest,
  Explanation,
  FittingJobs,
  MatchStatistics,
  MatchStatisticsRequest,
  RankedPage,
  RankRequest,
} from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** The best of a job, as a run keeps them. */
export type BestOfJob = Pick<MatchRun, 'compared' | 'ranking' | 'receipt'>;

/**
 * Everybody against a job, and every open job against somebody; answered by a query worker. Each takes the actor: jobs and candidates that
 * the actor may not see answer as not there. Errors (AppError): NOT_FOUND for a job or a candidate that is not there.
 */
export interface Matching {
  readonly rank: (actor: Actor, request: RankRequest, signal?: AbortSignal) => Promise<RankedPage>;
  /** What became of each thing a job asks for, counted over everybody. */
  readonly statistics: (
    actor: Actor,
    request: MatchStatisticsRequest,
    signal?: AbortSignal,
  ) => Promise<MatchStatistics>;
  readonly explain: (actor: Actor, request: ExplainRequest) => Promise<Explanation>;
  /** The open jobs for a candidate, best first. */
  readonly forCandidate: (actor: Actor, candidateId: Id) => Promise<FittingJobs>;
  /** Scores somebody again with what may not count swapped. */
  readonly counterfactual: (actor: Actor, request: ExplainRequest) => Promise<Counterfactual>;
  /** The best thousand, to be kept. */
  readonly best: (actor: Actor, jobId: Id) => Promise<BestOfJob>;
  /** How many came to reach the threshold of a job after a moment, as far as was looked; 0 where it has none. Who is on the job does not count. */
  readonly news: (
    actor: Actor,
    asked: { readonly jobId: Id; readonly since: Instant },
  ) => Promise<number>;
}
