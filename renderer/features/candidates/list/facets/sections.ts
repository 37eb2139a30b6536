import type { ValueFilter } from '@/renderer/features/candidates/list/filter-values';
import type { FilterKey } from '@/renderer/features/candidates/list/list-search';
import type { MessageId } from '@/renderer/lib/text';
import type { FacetKind } from '@/shared/domain/candidates/views';
import type { SuggestKind } from '@/shared/domain/search/suggestions';

/** A group of values that are ticked, with how many have each. */
export interface ValueGroup {
  readonly title: MessageId;
  readonly facet: FacetKind;
  readonly filter: ValueFilter;
  /** Found by typing, beyond what is counted; null where the counts are all there is. */
  readonly suggest: SuggestKind | null;
}

const group = (
  title: MessageId,
  facet: FacetKind,
  filter: ValueFilter,
  suggest: SuggestKind | null = null,
): ValueGroup => ({ title, facet, filter, suggest });

/** The groups of values, under the names of the filters they set. */
export const GROUPS = {
  titles: group('filters.section.titles', 'title', 'titles', 'title'),
  seniorities: group('filters.section.seniorities', 'seniority', 'seniorities'),
  companies: group('filters.section.companies', 'company', 'companies', 'company'),
  schools: group('filters.section.schools', 'school', 'schools', 'school'),
  degrees: group('filters.section.degrees', 'degree', 'degrees'),
  cities: group('filters.cities', 'city', 'cities', 'city'),
  countries: group('filters.countries', 'country', 'countries'),
  tagIds: group('filters.section.tags', 'tag', 'tagIds'),
  listIds: group('filters.section.lists', 'list', 'listIds'),
  ownerIds: group('filters.section.owners', 'owner', 'ownerIds'),
  sources: group('filters.section.sources', 'source', 'sources'),
  consent: group('filters.section.consent', 'consent', 'consent'),
  has: group('filters.has', 'has', 'has'),
} as const satisfies Readonly<Partial<Record<ValueFilter, ValueGroup>>>;

interface Section {
  readonly title: MessageId;
  /** What is counted while it is open. */
  readonly facets: readonly FacetKind[];
  readonly filters: readonly FilterKey[];
}

/** The sections of the filters, in their order on screen. Custom fields follow them. */
export const SECTIONS = {
  skills: {
    title: 'filters.section.skills',
    facets: ['skill'],
    filters: ['skills', 'skillsAny', 'skillsNone'],
  },
  years: { title: 'filters.section.years', facets: ['years'], filters: ['minYears', 'maxYears'] },
  place: {
    title: 'filters.section.place',
    facets: ['city', 'country'],
    filters: ['near', 'cities', 'countries'],
  },
  titles: { title: 'filters.section.titles', facets: ['title'], filters: ['titles'] },
  seniorities: {
    title: 'filters.section.seniorities',
    facets: ['seniority'],
    filters: ['seniorities'],
  },
  companies: { title: 'filters.section.companies', facets: ['company'], filters: ['companies'] },
  schools: { title: 'filters.section.schools', facets: ['school'], filters: ['schools'] },
  degrees: { title: 'filters.section.degrees', facets: ['degree'], filters: ['degrees'] },
  languages: { title: 'filters.section.languages', facets: ['language'], filters: ['languages'] },
  tags: { title: 'filters.section.tags', facets: ['tag'], filters: ['tagIds'] },
  lists: { title: 'filters.section.lists', facets: ['list'], filters: ['listIds'] },
  status: {
    title: 'filters.section.status',
    facets: [],
    filters: ['review', 'doNotContact', 'archived', 'shared'],
  },
  owners: { title: 'filters.section.owners', facets: ['owner'], filters: ['ownerIds'] },
  sources: { title: 'filters.section.sources', facets: ['source'], filters: ['sources'] },
  consent: { title: 'filters.section.consent', facets: ['consent'], filters: ['consent'] },
  dates: {
    title: 'filters.section.dates',
    facets: [],
    filters: ['added', 'updated', 'lastActivity'],
  },
  information: {
    title: 'filters.section.information',
    facets: ['has'],
    filters: ['has', 'missing'],
  },
} as const satisfies Readonly<Record<string, Section>>;

export type FixedSection = keyof typeof SECTIONS;
/** A section by its name, or a custom field by its id. */
export type SectionId = FixedSection | `custom:${string}`;
// The keys of the record above.
export const FIXED_SECTIONS = Object.keys(SECTIONS) as readonly FixedSection[];
