import type { Query, QueryNode } from '@/shared/domain/search/query';

/** The query, or one of the words. */
export function withWords(query: Query, words: readonly string[]): Query {
  if (query.root === null || words.length === 0) return query;
  const nowhere = { start: 0, end: 0 };
  const others = [...new Set(words)].map(
    (text): QueryNode => ({ kind: 'phrase', text, field: null, ...nowhere }),
  );
  return { ...query, root: { kind: 'or', of: [query.root, ...others], ...nowhere } };
}
