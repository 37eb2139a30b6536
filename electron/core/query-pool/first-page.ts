import { type CandidateSearchRequest, NO_FILTERS } from '@/shared/domain/candidates/views';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import type { QueryPool } from './query-pool';

/** How long after the first page the threads stand ready, in ms: while it is painted they would only be in its way. */
const WARM_AFTER = 500;

/**
 * Answers the very first plain page of the list from `own`, everything else from `pool`. A query thread takes some 60 ms to
 * start, on a computer that is busy starting Longlist; the page itself takes 10 ms even among 100,000 candidates, which the
 * core's thread can spare once. The first thread comes up a little later, before somebody types.
 */
export function withFirstPage(pool: QueryPool, own: CandidateSearch): QueryPool {
  let isFirst = true;
  return {
    ...pool,
    search: async (actor, request, signal) => {
      const answersItself = isFirst && isPlainPage(request);
      isFirst = false;
      if (!answersItself) return pool.search(actor, request, signal);
      setTimeout(pool.warm, WARM_AFTER).unref();
      return own.search(actor, request, signal);
    },
  };
}

/** The beginning of the whole list in the order kept by an index. */
function isPlainPage({ text, filters, sort, facets, offset }: CandidateSearchRequest): boolean {
  const narrows = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
  return (
    text.trim() === '' && !narrows && sort.by === 'updatedAt' && facets.length === 0 && offset === 0
  );
}
