import { type CandidateFilters, NO_FILTERS } from '@/shared/domain/candidates/views';
import type { Client } from './search-filters';

/**
 * What `--filter key=value` narrows by. The gazetteer and all that filters know is read only where there are some. Errors: UsageError for a
 * key or value that is none.
 */
export async function filtersGiven(
  given: readonly string[] | undefined,
  client: Client,
): Promise<CandidateFilters> {
  if (given === undefined || given.length === 0) return NO_FILTERS;
  const { readFilters } = await import('./search-filters');
  return readFilters(given, client);
}
