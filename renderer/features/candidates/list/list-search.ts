import { z } from 'zod';
import type { CandidateFilters, CandidateSearchRequest } from '@/shared/domain/candidates/views';
import { candidateFiltersSchema, NO_FILTERS, SORT_KEYS } from '@/shared/domain/candidates/views';
import type { KeptFilters } from '@/shared/domain/searches/records';

/** A search request without its page. */
export type ListRequest = Omit<CandidateSearchRequest, 'offset' | 'limit'>;
export type Sort = CandidateSearchRequest['sort'];
export type SortKey = Sort['by'];
export type FilterKey = keyof CandidateFilters;

/**
 * What the address of the candidate list holds, so that coming back brings the same list: the text, the filters under the names the
 * search knows them by, and the sort. What is not chosen is not there.
 */
export type ListSearch = {
  readonly q?: string | undefined;
  readonly sort?: SortKey | undefined;
  readonly dir?: Sort['direction'] | undefined;
  /** False: a skill's other names do not count. */
  readonly synonyms?: boolean | undefined;
  /** False: words are looked for as they are spelt. */
  readonly spelling?: boolean | undefined;
} & { readonly [K in FilterKey]?: NonNullable<CandidateFilters[K]> | undefined };

const FILTERS = candidateFiltersSchema.shape;
// The keys of a schema are those of its type.
export const FILTER_KEYS = Object.keys(FILTERS) as readonly FilterKey[];

const restSchema = z.object({
  q: z.string().max(10_000).optional().catch(undefined),
  sort: z.enum(SORT_KEYS).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  synonyms: z.literal(false).optional().catch(undefined),
  spelling: z.literal(false).optional().catch(undefined),
});

/**
 * An address out of anything: what makes no sense is dropped by itself, down to single values of a list, and the rest still counts.
 * Drops what is empty or chosen by nobody too, so that an address says only what was chosen.
 */
export function readListSearch(input: Readonly<Record<string, unknown>>): ListSearch {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(restSchema.parse(input))) {
    if (value !== undefined && value !== '') kept[key] = value;
  }
  for (const key of FILTER_KEYS) {
    const value = readFilter(key, input[key]);
    if (JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key])) kept[key] = value;
  }
  // Every value was read by the schema of its key.
  return kept as ListSearch;
}

function readFilter(key: FilterKey, value: unknown): unknown {
  const schema = FILTERS[key];
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  const list = schema.unwrap();
  if (!Array.isArray(value) || !(list instanceof z.ZodArray)) return NO_FILTERS[key];
  const kept = value.filter((one) => z.safeParse(list.element, one).success);
  // Too many are cut to as many as the filter takes.
  for (let count = Math.min(kept.length, MOST_VALUES); count > 0; count--) {
    const part = schema.safeParse(kept.slice(0, count));
    if (part.success) return part.data;
  }
  return NO_FILTERS[key];
}

/** The most values any filter takes. */
const MOST_VALUES = 20;

/** A list after a change: tidy, and only what the contract accepts. */
export const changed = (search: ListSearch, change: ListSearch): ListSearch =>
  readListSearch({ ...search, ...change });

/**
 * The request an address stands for. Without a chosen sort: best match while there is something to match, else newest change first.
 * The router hands what a screen's address may not hold on to the screen all the same, so the address is read again.
 */
export function requestOf(address: ListSearch): ListRequest {
  const search = readListSearch(address);
  // A space after the last word says that the word is whole, so only text that is nothing but space is dropped.
  const text = search.q === undefined || search.q.trim() === '' ? '' : search.q;
  return {
    text,
    filters: candidateFiltersSchema.parse(search),
    sort: sortOf(search, text),
    synonyms: search.synonyms ?? true,
    spelling: search.spelling ?? true,
    facets: [],
  };
}

/** What of a request is kept beside its text: the filters, and which of the other words are switched off. */
export const keptFilters = ({ filters, synonyms, spelling }: ListRequest): KeptFilters => ({
  ...filters,
  ...(synonyms ? {} : { synonyms }),
  ...(spelling ? {} : { spelling }),
});

/** The address of a search that was kept: `requestOf` of it asks the same. Null for the sort: as lists are sorted by themselves. */
export function searchOf(kept: {
  readonly text: string;
  readonly filters: KeptFilters;
  readonly sort: Sort | null;
}): ListSearch {
  return readListSearch({
    ...kept.filters,
    q: kept.text,
    sort: kept.sort?.by,
    dir: kept.sort?.direction,
  });
}

function sortOf(search: ListSearch, text: string): Sort {
  // Relevance means nothing without words or a person to be relevant to.
  const isRanked = text !== '' || search.like !== undefined;
  if (search.sort === undefined || (search.sort === 'relevance' && !isRanked)) {
    return { by: isRanked ? 'relevance' : 'updatedAt', direction: 'desc' };
  }
  return { by: search.sort, direction: search.dir ?? firstDirection(search.sort) };
}

/** The direction a column sorts by when it is first chosen: names from A, numbers and dates from the top. */
export function firstDirection(by: SortKey): 'asc' | 'desc' {
  switch (by) {
    case 'name':
    case 'headline':
    case 'company':
    case 'location':
      return 'asc';
    default:
      return 'desc';
  }
}

/** What a click on a column's header makes of the sort: first direction, then the other, then none chosen. */
export function sortAfterClick(search: ListSearch, by: SortKey): ListSearch {
  const first = firstDirection(by);
  if (search.sort !== by) return changed(search, { sort: by, dir: first });
  if ((search.dir ?? first) === first) {
    return changed(search, { dir: first === 'asc' ? 'desc' : 'asc' });
  }
  return changed(search, { sort: undefined, dir: undefined });
}

/** Filters in force, text not counted: what "clear filters" would remove, or of some filters only. The two ends of a range are one. */
export function countFilters(search: ListSearch, keys: readonly FilterKey[] = FILTER_KEYS): number {
  let count = 0;
  for (const key of keys) {
    const value = search[key];
    if (value === undefined || key === 'companiesWhen') continue;
    if (key === 'maxYears' && search.minYears !== undefined) continue;
    count += Array.isArray(value) ? value.length : 1;
  }
  return count;
}

/** The same list without any filter; text and sort stay. */
export function clearFilters(search: ListSearch): ListSearch {
  const { q, sort, dir, synonyms, spelling } = search;
  return readListSearch({ q, sort, dir, synonyms, spelling });
}
