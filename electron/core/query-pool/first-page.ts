import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';

/**
 * Answers the very first plain page of the list from `own`, everything else from `pool`. A query thread takes some 60 ms to
 * start, on a computer that is busy starting Longlist; the page itself takes 10 ms even among 100,000 candidates, which the
 * core's thread can spare once.
 */
export function withFirstPage<P extends CandidateSearch>(pool: P, own: CandidateSearch): P {
  let isFirst = true;
  return {
    ...pool,
    search: (actor, request, signal) => {
      const answersItself = isFirst && isPlainPage(request);
      isFirst = false;
      return (answersItself ? own : pool).search(actor, request, signal);
    },
  };
}

/** The beginning of the whole list in the order kept by an index. */
function isPlainPage({ text, filters, sort, offset }: CandidateSearchRequest): boolean {
  const narrows = Object.values(filters).some(
    (filter) =>
      filter !== null && filter !== false && !(Array.isArray(filter) && filter.length === 0),
  );
  return text.trim() === '' && !narrows && sort.by === 'updatedAt' && offset === 0;
}
