import { type CompiledJob, compileJob } from './compile-job';
import type { JobCriteria } from './criteria';
import { explainCriteria } from './explain';
import type { CandidateFacts } from './facts';
import { factsOf } from './facts-of-profile';
import { pointsOf } from './points';
import type { CandidateProfile } from './profile';
import { scoreFacts } from './score-facts';
import type { ExplainedMatch, MatchScore, Weights } from './score-types';
import { criterionMet } from './statuses';

/** The day of a question, as the month it lies in: year × 12 + month from 0, in UTC. */
export const monthOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

/**
 * How well a candidate fits a job: 0 to 100 points in hundredths, and what each thing asked for came to, with the place that proves it. Pure: the same
 * criteria, profile, weights and month give the same digits on any machine, whoever else is scored.
 */
export function scoreCandidate(
  criteria: JobCriteria,
  profile: CandidateProfile,
  weights: Weights,
  asOf: Date,
): ExplainedMatch {
  return explainMatch(compileJob(criteria), profile, factsOf(profile), weights, monthOf(asOf));
}

/** The same with a job compiled before, for many candidates, or a candidate's stored facts. */
export function explainMatch(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  weights: Weights,
  asOf: number,
): ExplainedMatch {
  const { likeness, details } = scoreFacts(job, facts, asOf);
  return {
    ...pointsOf(likeness, weights),
    mustHaves: mustHavesOf(job, details.skillCredits),
    criteria: explainCriteria(job, profile, facts, likeness, details),
  };
}

/** The score alone, from facts. */
export function scoreOf(
  job: CompiledJob,
  facts: CandidateFacts,
  weights: Weights,
  asOf: number,
): MatchScore {
  const { likeness, details } = scoreFacts(job, facts, asOf);
  return { ...pointsOf(likeness, weights), mustHaves: mustHavesOf(job, details.skillCredits) };
}

function mustHavesOf(job: CompiledJob, credits: readonly number[]): MatchScore['mustHaves'] {
  let met = 0;
  let of = 0;
  job.skills.forEach(({ mustHave }, at) => {
    if (!mustHave) return;
    of += 1;
    if (criterionMet(credits[at] ?? 0)) met += 1;
  });
  return { met, of };
}
