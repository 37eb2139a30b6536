import type { CandidateFilters, CandidateSearchPage } from '@/shared/domain/candidates/views';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import { type FilterGroup, FILTER_GROUPS } from '@/shared/domain/candidates/filter-groups';
import { isBlind } from '@/shared/domain/blind/settings';
import type { Query, QueryNode } from '@/shared/domain/search/query';
import type { Actor } from '@/shared/domain/workspace/records';
import { isEmpty } from './bits';
import { isValueKnown, peopleOf, type QueryDeps } from './query-people';
import { isSeen } from './word-sets';

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

/** Fields that are not looked in, as they say who somebody is. */
export function hiddenFields(actor: Actor, { root }: Query): Problem[] {
  if (root === null || !isBlind(actor)) return [];
  return factsIn(root)
    .filter((node) => 'field' in node && node.field !== null && !isSeen(actor, node.field))
    .slice(0, MOST_PROBLEMS)
    .map(({ start, end }) => ({ code: 'hidden-field', start, end }));
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

/**
 * Where nothing was found: which part or group of filters finds the fewest by itself. Leaving out a single one may help nothing, where two
 * find nobody or three have nobody in common; this always names one. Null where nothing is asked for. Of equals the first typed, then filters.
 */
export function fewestAlone(
  filters: CandidateFilters,
  parts: readonly QueryNode[],
  count: {
    readonly part: (part: QueryNode) => number;
    readonly filters: (filters: CandidateFilters) => number;
  },
): NonNullable<CandidateSearchPage['fewest']> | null {
  const alone = [
    ...parts
      .slice(0, MOST_GROUPS)
      .map((part) => ({ start: part.start, end: part.end, total: count.part(part) })),
    ...inForce(filters).map((group) => ({
      group,
      total: count.filters(withGroup(filters, group)),
    })),
  ];
  return alone.sort((a, b) => a.total - b.total)[0] ?? null;
}

/** Groups left out one by one. */
const MOST_GROUPS = 12;

const inForce = (filters: CandidateFilters): readonly FilterGroup[] =>
  FILTER_GROUPS.filter(
    (group) => JSON.stringify(withoutGroup(filters, group)) !== JSON.stringify(filters),
  ).slice(0, MOST_GROUPS);

const withoutGroup = (filters: CandidateFilters, group: FilterGroup): CandidateFilters =>
  taking(filters, NO_FILTERS, KEYS[group]);

/** The group alone; that it is asked for the archived says whose list it is. */
const withGroup = (filters: CandidateFilters, group: FilterGroup): CandidateFilters =>
  taking(NO_FILTERS, filters, [...KEYS[group], 'archived']);

/** Filters with some of them as others have them. */
function taking(
  filters: CandidateFilters,
  others: CandidateFilters,
  keys: readonly (keyof CandidateFilters)[],
): CandidateFilters {
  const taken: Partial<CandidateFilters> = Object.fromEntries(
    keys.map((key) => [key, others[key]]),
  );
  return { ...filters, ...taken };
}

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
  shared: ['shared'],
  taskId: ['taskId'],
};
