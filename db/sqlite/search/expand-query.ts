import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import {
  asAlternative,
  type Expansion,
  MOST_ALTERNATIVES,
  withExpansions,
} from '@/shared/domain/search/expand';
import type { Query } from '@/shared/domain/search/query';
import { synonymsIn } from '@/shared/domain/search/synonyms';
import { createPresence } from './presence';
import { createSpelling } from './spelling';
import type { WordDeps } from './word-sets';

export interface ExpandedQuery {
  /** What is searched and marked: the typed words with those beside them. */
  readonly asked: Query;
  readonly expanded: Expansion[];
}

/**
 * Puts beside the words of a query the other names of their skills and jobs, and what a misspelt word may have meant. What the sets of
 * people are kept for has to be up to date.
 */
export function createExpander(
  deps: WordDeps,
): (query: Query, request: Pick<CandidateSearchRequest, 'synonyms' | 'spelling'>) => ExpandedQuery {
  const isFound = createPresence(deps);
  const spelling = createSpelling(deps.sql, isFound);
  return (query, request) => {
    // A name that nobody has finds nobody, and need not be shown.
    const synonyms = request.synonyms
      ? synonymsIn(query).flatMap(({ node, words }) => {
          const { start, end } = node;
          const had = words.filter((text) => isFound(asAlternative(node, text, 'synonym')));
          if (had.length === 0) return [];
          return [{ start, end, words: had.slice(0, MOST_ALTERNATIVES), why: 'synonym' as const }];
        })
      : [];
    // What has other names is spelt as it should be.
    const known = new Set(synonyms.map(({ start }) => start));
    const spelt = request.spelling ? spelling(query).filter(({ start }) => !known.has(start)) : [];
    const expanded = [...synonyms, ...spelt];
    return { asked: withExpansions(query, expanded), expanded };
  };
}
