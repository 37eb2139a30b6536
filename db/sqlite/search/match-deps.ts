import { createHash } from 'node:crypto';
import type { CompiledJob } from '@/shared/domain/matching/compile-job';
import { weightsFor } from '@/shared/domain/matching/weights';
import { explainMatch } from '@/shared/domain/matching/score-candidate';
import type { ExplainedMatch, Weights } from '@/shared/domain/matching/score-types';
import type { CandidateFacts } from '@/shared/domain/matching/facts';
import type { CandidateProfile } from '@/shared/domain/matching/profile';
import type { Statements } from '../statements';
import type { FoundPeople } from './found-people';
import { unpackFacts } from './match-facts';
import type { MatchIndex } from './match-index';
import type { PartColumns } from './match-ranking';
import type { MatchedJob } from './read-job';

/** What the questions of matching are answered with. */
export interface MatchDeps {
  readonly sql: Statements;
  readonly index: MatchIndex;
  /** Whom the actor reaches and a search finds. */
  readonly found: FoundPeople;
  /** The tables of a job. */
  readonly prepared: (job: MatchedJob) => CompiledJob;
  /** How alike everybody is to it. */
  readonly columnsOf: (job: MatchedJob) => PartColumns;
  /** The month that scores speak of: year × 12 + month from 0. */
  readonly month: () => number;
}

/** The weights of a job: its own, else the usual ones for what it asks. */
export const weightsOf = ({ job, criteria }: MatchedJob): Weights =>
  job.weights ?? weightsFor(criteria);

/**
 * One person against a job from what is kept of them; null for somebody nothing is kept of. What they have nearest to a criterion is not
 * among it, nor where it stands: that takes their records.
 */
export function scored(
  deps: MatchDeps,
  matched: MatchedJob,
  weights: Weights,
  num: number,
): ExplainedMatch | null {
  const facts = factsKeptOf(deps.sql, num);
  return facts === null
    ? null
    : explainMatch(deps.prepared(matched), NO_PROFILE, facts, weights, deps.month());
}

/** What is kept of somebody; null where nothing is. */
export function factsKeptOf(sql: Statements, num: number): CandidateFacts | null {
  const packed: unknown = sql('SELECT packed FROM candidate_match_facts WHERE num = ?')
    .pluck()
    .get(num);
  return Buffer.isBuffer(packed) ? unpackFacts(packed) : null;
}

/** Somebody of whom nothing is known. */
export const NO_PROFILE: CandidateProfile = {
  id: '',
  headline: null,
  summary: null,
  roles: [],
  education: [],
  skills: [],
  location: null,
  totalYears: null,
  text: null,
};

export const NO_FACTS: CandidateFacts = {
  skills: [],
  otherSkills: [],
  roles: [],
  titleTerms: [],
  textTerms: [],
  education: 0,
  place: null,
  totalMonths: 0,
};

/** In hex. */
export const hashOf = (input: string): string => createHash('sha256').update(input).digest('hex');
