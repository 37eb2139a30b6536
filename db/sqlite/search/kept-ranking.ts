import { canonical, receiptOf } from '@/shared/domain/matching/receipt';
import type { MatchRun } from '@/shared/domain/matching/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import { add, and, bitsFor, forEach, sizeOf, without } from './bits';
import { factsKeptOf, hashOf, type MatchDeps, NO_FACTS, scored, weightsOf } from './match-deps';
import { rankPeople } from './match-ranking';
import { applicantsOf } from './rank-job';
import type { MatchedJob } from './read-job';

/** How many of the best a run keeps. */
const MOST_KEPT = 1000;
/** Up to so many people are scored one by one, without reading everybody into memory. */
const A_FEW = 500;

const EVERYBODY = { text: '', filters: NO_FILTERS };

/** The best of a job, whether they are on it or not. */
export function bestOf(
  deps: MatchDeps,
  actor: Actor,
  matched: MatchedJob,
): Pick<MatchRun, 'compared' | 'ranking' | 'receipt'> {
  const { sql, index } = deps;
  const weights = weightsOf(matched);
  const { known, largest } = index.columns();
  const people = and(deps.found(actor, EVERYBODY), known);
  const ranking = rankPeople(deps.columnsOf(matched), weights, people, largest);
  const idOf = sql('SELECT id FROM candidate WHERE num = ?').pluck();
  const { scorer, inputs } = receiptOf(matched.criteria, NO_FACTS, weights, deps.month(), hashOf);
  return {
    compared: ranking.compared,
    ranking: ranking.page(0, 0, MOST_KEPT).flatMap((num) => {
      const facts = factsKeptOf(sql, num);
      if (facts === null) return [];
      const score = (ranking.scores[num] ?? 0) / 100;
      return [{ candidateId: String(idOf.get(num)), score, facts: hashOf(canonical(facts)) }];
    }),
    receipt: {
      scorer: { ...scorer },
      weights: { ...weights },
      criteria: inputs.criteria,
      knowledge: inputs.knowledge,
    },
  };
}

/**
 * Of people who came to reach the threshold of a job: how many the actor reaches, who reach it still and are not on the job; 0 where it has
 * no threshold.
 */
export function countNews(
  deps: MatchDeps,
  actor: Actor,
  matched: MatchedJob,
  nums: readonly number[],
): number {
  const { sql, index } = deps;
  const { matchThreshold } = matched.job;
  if (matchThreshold === null || nums.length === 0) return 0;
  const weights = weightsOf(matched);
  const asked = bitsFor(Math.max(...nums));
  for (const num of nums) add(asked, num);
  const found = and(deps.found(actor, EVERYBODY), asked);
  const people = without(found, applicantsOf(sql, matched.job.id, Math.max(...nums)));
  if (sizeOf(people) <= A_FEW) {
    let reaching = 0;
    forEach(people, (num) => {
      if ((scored(deps, matched, weights, num)?.score ?? -1) >= matchThreshold * 100) reaching++;
    });
    return reaching;
  }
  index.refresh();
  const { known, largest } = index.columns();
  return rankPeople(deps.columnsOf(matched), weights, and(people, known), largest).atLeast(
    matchThreshold * 100,
  );
}
