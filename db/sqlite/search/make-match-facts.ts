import { factsOf } from '@/shared/domain/matching/facts-of-profile';
import type { Statements } from '../statements';
import { type FactsStep, type MadeFacts, readMatchFactsState } from './keep-match-facts';
import { packFacts } from './match-facts';
import { readProfile } from './read-profile';

/**
 * Makes the facts of the next `limit` candidates that need them: those that commits touched, then those below the state's mark, newest first.
 * Only reads; `writeMatchFacts` writes them. Null when there is nothing to do.
 */
export function makeMatchFacts(sql: Statements, limit: number): FactsStep | null {
  const state = readMatchFactsState(sql);
  if (state === null) return null;
  const marked = sql(
    'SELECT num, seq FROM candidate_match_facts WHERE seq < 0 ORDER BY seq DESC LIMIT ?',
  )
    .raw()
    // The columns named in the statement.
    .all(limit) as readonly [number, number][];
  if (marked.length > 0) {
    return { made: marked.map(([num, mark]) => made(sql, num, mark)), below: state.below };
  }
  if (state.below === null) return null;
  const nums = sql('SELECT num FROM candidate WHERE num < ? ORDER BY num DESC LIMIT ?')
    .pluck()
    .all(state.below, limit)
    .map(Number);
  return {
    made: nums.map((num) => made(sql, num, null)),
    below: nums.length < limit ? null : (nums.at(-1) ?? null),
  };
}

function made(sql: Statements, num: number, mark: number | null): MadeFacts {
  const profile = readProfile(sql, num, { spans: false });
  return { num, mark, packed: profile === null ? null : packFacts(factsOf(profile)) };
}
