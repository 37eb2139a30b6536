import type { CandidateFilters, CandidateSearchPage } from '@/shared/domain/candidates/views';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import { type FilterGroup, FILTER_GROUPS } from '@/shared/domain/candidates/filter-groups';
import type { Query, QueryNode } from '@/shared/domain/search/query';
import { isEmpty } from './bits';
import { isValueKnown, peopleOf, type QueryDeps } from './query-people';

type Problem = Query['problems'][number];

/** Values that are pointed at. */
const MOST_PROBLEMS = 20;

/** The parts of a query that name a value there is none of: a country, a place, a list, a language, a person, a tag. */
export function unknownValues(deps: QueryDeps, { root }: Query): Problem[] {
  if (root === null) return [];
  return factsIn(root)
    .filter((node) => isUnknown(deps, node))
    .slice(0, MOST_PROBLEMS)
    .map(({ start, end }) => ({ code: 'unknown-value', start, end }));
}

function factsIn(node: QueryNode): readonly QueryNode[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(factsIn);
    case 'not':
      return factsIn(node.of);
    default:
      return [node];
  }
}

function isUnknown(deps: QueryDeps, node: QueryNode): boolean {
  if (node.kind === 'fact') return !isValueKnown(deps, node);
  // Tags are words of a text: one that nobody has is told as what it is.
  const isTag = (node.kind === 'term' || node.kind === 'phrase') && node.field === 'tag';
  return isTag && isEmpty(peopleOf(deps, node));
}

/**
 * Where filters alone find nobody: how many there would be without each group of them that is in force, most first. `countOf` counts with
 * other filters.
 */
export function countsWithoutFilters(
  filters: CandidateFilters,
  countOf: (filters: CandidateFilters) => number,
): NonNullable<CandidateSearchPage['withoutFilters']> {
  return inForce(filters)
    .map((group) => ({ group, total: countOf(withoutGroup(filters, group)) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** Groups left out one by one. */
const MOST_GROUPS = 12;

const inForce = (filters: CandidateFilters): readonly FilterGroup[] =>
  FILTER_GROUPS.filter(
    (group) => JSON.stringify(withoutGroup(filters, group)) !== JSON.stringify(filters),
  ).slice(0, MOST_GROUPS);

const withoutGroup = (filters: CandidateFilters, group: FilterGroup): CandidateFilters => {
  const kept: Partial<CandidateFilters> = Object.fromEntries(
    KEYS[group].map((key) => [key, NO_FILTERS[key]]),
  );
  return { ...filters, ...kept };
};

const KEYS: Readonly<Record<FilterGroup, readonly (keyof CandidateFilters)[]>> = {
  skill: ['skills', 'skillsAny', 'skillsNone'],
  tag: ['tagIds'],
  list: ['listIds'],
  title: ['titles'],
  seniority: ['seniorities'],
  company: ['companies', 'companiesWhen'],
  school: ['schools'],
  degree: ['degrees'],
  city: ['cities'],
  country: ['countries'],
  near: ['near'],
  language: ['languages'],
  owner: ['ownerIds'],
  source: ['sources'],
  consent: ['consent'],
  doNotContact: ['doNotContact'],
  years: ['minYears', 'maxYears'],
  added: ['added'],
  updated: ['updated'],
  lastActivity: ['lastActivity'],
  has: ['has'],
  missing: ['missing'],
  custom: ['custom'],
  like: ['like'],
  newSince: ['newSince'],
  review: ['review'],
  archived: ['archived'],
  taskId: ['taskId'],
};
