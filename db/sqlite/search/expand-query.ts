import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import {
  asAlternative,
  type Expansion,
  MOST_ALTERNATIVES,
  withExpansions,
} from '@/shared/domain/search/expand';
import type { Query } from '@/shared/domain/search/query';
import { synonymsIn } from '@/shared/domain/search/synonyms';
import type { Statements } from '../statements';
import { createPresence } from './presence';
import { createSpelling } from './spelling';

export interface ExpandedQuery {
  /** What is searched and marked: the typed words with those beside them. */
  readonly asked: Query;
  readonly expanded: Expansion[];
}

/** Puts beside the words of a query the other names of their skills and jobs, and what a misspelt word may have meant. */
export function createExpander(
  sql: Statements,
): (query: Query, request: Pick<CandidateSearchRequest, 'synonyms' | 'spelling'>) => ExpandedQuery {
  const isFound = createPresence(sql);
  const spelling = createSpelling(sql, isFound);
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
