import { factsOf } from '@/shared/domain/matching/facts-of-profile';
import type { Statements } from '../statements';
import { type FactsStep, type MadeFacts, readMatchFactsState } from './keep-match-facts';
import { NO_FACTS } from './match-deps';
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
  if (marked.length > 0) return { ...makeOf(sql, marked), below: state.below };
  if (state.below === null) return null;
  const nums = sql('SELECT num FROM candidate WHERE num < ? ORDER BY num DESC LIMIT ?')
    .pluck()
    .all(state.below, limit)
    .map(Number);
  return {
    ...makeOf(
      sql,
      nums.map((num) => [num, null]),
    ),
    below: nums.length < limit ? null : (nums.at(-1) ?? null),
  };
}

/** One whose records break the making must not keep everybody else from having theirs. */
function makeOf(
  sql: Statements,
  wanted: readonly (readonly [num: number, mark: number | null])[],
): Pick<FactsStep, 'made' | 'broken'> {
  const broken: { num: number; error: string }[] = [];
  const made = wanted.map(([num, mark]): MadeFacts => {
    try {
      const profile = readProfile(sql, num, { spans: false });
      return { num, mark, packed: profile === null ? null : packFacts(factsOf(profile)) };
    } catch (error) {
      broken.push({ num, error: error instanceof Error ? (error.stack ?? '') : String(error) });
      return { num, mark, packed: packFacts(NO_FACTS) };
    }
  });
  return { made, broken };
}
