import { z } from 'zod';
import { candidateSourceSchema } from '@/shared/domain/candidates/records';
import type { CandidateFilters, CandidateSearchRequest } from '@/shared/domain/candidates/views';
import { NO_FILTERS, SORT_KEYS } from '@/shared/domain/candidates/views';
import { idSchema } from '@/shared/kit/ids';

const names = z.array(z.string().max(200)).max(20).optional().catch(undefined);
const years = z.number().min(0).max(80).optional().catch(undefined);

/**
 * What the address of the candidate list holds: text, filters and sort, so that coming back brings the same list.
 * A part that makes no sense is dropped by itself; the rest still counts.
 */
export const listSearchSchema = z.object({
  q: z.string().max(10_000).optional().catch(undefined),
  skills: names,
  cities: names,
  companies: names,
  tags: z.array(idSchema).max(20).optional().catch(undefined),
  sources: z.array(candidateSourceSchema).max(10).optional().catch(undefined),
  min: years,
  max: years,
  missing: z
    .array(z.enum(['name', 'email', 'phone', 'experience']))
    .max(4)
    .optional()
    .catch(undefined),
  review: z.boolean().optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
  import: idSchema.optional().catch(undefined),
  sort: z.enum(SORT_KEYS).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof listSearchSchema>;

/** A search request without its page. */
export type ListRequest = Omit<CandidateSearchRequest, 'offset' | 'limit'>;
export type Sort = CandidateSearchRequest['sort'];
export type SortKey = Sort['by'];

/** The request an address stands for. Without a chosen sort: best match while searching, else newest change first. */
export function requestOf(search: ListSearch): ListRequest {
  // A space after the last word says that the word is whole, so only text that is nothing but space is dropped.
  const text = search.q === undefined || search.q.trim() === '' ? '' : search.q;
  return {
    text,
    filters: filtersOf(search),
    sort: sortOf(search, text),
    synonyms: true,
    spelling: true,
    facets: [],
  };
}

export function filtersOf(search: ListSearch): CandidateFilters {
  return {
    ...NO_FILTERS,
    skills: (search.skills ?? []).map((name) => ({ name, minYears: null })),
    tagIds: search.tags ?? [],
    cities: search.cities ?? [],
    companies: search.companies ?? [],
    sources: search.sources ?? [],
    minYears: search.min ?? null,
    maxYears: search.max ?? null,
    missing: search.missing ?? [],
    review: search.review ?? false,
    archived: search.archived ?? false,
    taskId: search.import ?? null,
  };
}

function sortOf(search: ListSearch, text: string): Sort {
  // Relevance means nothing without words to be relevant to.
  if (search.sort === undefined || (search.sort === 'relevance' && text === '')) {
    return { by: text === '' ? 'updatedAt' : 'relevance', direction: 'desc' };
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
  if (search.sort !== by) return withoutEmpty({ ...search, sort: by, dir: first });
  if ((search.dir ?? first) === first) {
    return withoutEmpty({ ...search, dir: first === 'asc' ? 'desc' : 'asc' });
  }
  return withoutEmpty({ ...search, sort: undefined, dir: undefined });
}

/** Filters in force, text not counted: what "clear filters" would remove. */
export function countFilters(search: ListSearch): number {
  return (
    (search.skills?.length ?? 0) +
    (search.cities?.length ?? 0) +
    (search.companies?.length ?? 0) +
    (search.tags?.length ?? 0) +
    (search.sources?.length ?? 0) +
    (search.missing?.length ?? 0) +
    (search.min === undefined && search.max === undefined ? 0 : 1) +
    (search.review === true ? 1 : 0) +
    (search.archived === true ? 1 : 0) +
    (search.import === undefined ? 0 : 1)
  );
}

/** The same list without any filter; text and sort stay. */
export function clearFilters(search: ListSearch): ListSearch {
  return withoutEmpty({ q: search.q, sort: search.sort, dir: search.dir });
}

/** Drops what is empty, so that an address says only what was chosen. */
export function withoutEmpty(
  search: {
    readonly [K in keyof ListSearch]: ListSearch[K] | undefined;
  },
): ListSearch {
  const kept = Object.entries(search).filter(
    ([, value]) =>
      value !== undefined &&
      value !== '' &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  );
  return listSearchSchema.parse(Object.fromEntries(kept));
}

export type ListFilterKind = 'skills' | 'cities' | 'companies' | 'tags' | 'sources' | 'missing';

/** Adds a value to one of the list filters, or takes it out when it is there. */
export function toggleFilter(search: ListSearch, kind: ListFilterKind, value: string): ListSearch {
  const before: readonly string[] = search[kind] ?? [];
  const after = before.includes(value)
    ? before.filter((one) => one !== value)
    : [...before, value].slice(0, 20);
  return withoutEmpty({ ...search, [kind]: after });
}
