import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import type { TextRange } from '@/renderer/features/candidates/viewer/text-runs';
import { withWords } from '@/renderer/features/candidates/viewer/with-words';
import { findHits } from '@/shared/domain/search/find-hits';
import { parseQuery } from '@/shared/domain/search/parse-query';
import { wantedWords } from '@/shared/domain/search/query';

/** Where a query stands in a text. */
export type Finder = (text: string) => readonly TextRange[];

/**
 * Finds a typed query in a text as the search found the person: with the other names of skills and the words as they are spelt that were
 * looked for besides. Null when the query has nothing to find.
 */
export function useFinder(queryText: string): Finder | null {
  const api = useApi();
  const { data } = useQuery({
    ...api.candidates.search.queryOptions({ input: { text: queryText, limit: 1 }, gcTime: 60_000 }),
    enabled: queryText.trim() !== '',
  });
  const expanded = data?.expanded;
  return useMemo(() => {
    const query = parseQuery(queryText);
    if (wantedWords(query).length === 0) return null;
    const wider = withWords(query, expanded?.flatMap(({ words }) => words) ?? []);
    return (text) => findHits(text, wider);
  }, [queryText, expanded]);
}
