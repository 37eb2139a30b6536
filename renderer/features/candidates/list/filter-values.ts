import { changed, type ListSearch } from '@/renderer/features/candidates/list/list-search';
import type { CandidateFilters } from '@/shared/domain/candidates/views';
import { fold } from '@/shared/kit/text';

/** The filters that are a list of values, each in force or not. */
export type ValueFilter =
  | 'titles'
  | 'seniorities'
  | 'companies'
  | 'schools'
  | 'degrees'
  | 'cities'
  | 'countries'
  | 'tagIds'
  | 'listIds'
  | 'ownerIds'
  | 'sources'
  | 'consent'
  | 'has'
  | 'missing';

/** The values of a filter that are in force. */
export const valuesOf = (search: ListSearch, key: ValueFilter): readonly string[] =>
  search[key] ?? [];

/** Names are compared as the search compares them. */
export const isSame = (a: string, b: string): boolean => a === b || fold(a) === fold(b);

/** Puts a value in force, or out of it when it is. What the filter does not take is dropped. */
export function toggleValue(search: ListSearch, key: ValueFilter, value: string): ListSearch {
  const before = valuesOf(search, key);
  const after = before.filter((one) => !isSame(one, value));
  if (after.length === before.length) after.push(value);
  // Which values a filter takes is checked where the change is read.
  return changed(search, { [key]: after } as ListSearch);
}

export type SkillMode = 'all' | 'any' | 'none';
export interface ChosenSkill {
  readonly name: string;
  readonly mode: SkillMode;
  /** Only counts for those that are wanted. */
  readonly minYears: number | null;
}

/** Every skill that is asked for, in the order "all of", "any of", "none of". */
export function chosenSkills(search: ListSearch): readonly ChosenSkill[] {
  return [
    ...(search.skills ?? []).map((one) => ({ ...one, mode: 'all' as const })),
    ...(search.skillsAny ?? []).map((one) => ({ ...one, mode: 'any' as const })),
    ...(search.skillsNone ?? []).map((name) => ({ name, mode: 'none' as const, minYears: null })),
  ];
}

/** Asks for a skill in a mode, in the place it had; null lets it go. */
export function withSkill(
  search: ListSearch,
  name: string,
  wanted: Omit<ChosenSkill, 'name'> | null,
): ListSearch {
  const before = chosenSkills(search);
  const at = before.findIndex((one) => isSame(one.name, name));
  const skill = wanted === null ? [] : [{ name: before[at]?.name ?? name, ...wanted }];
  const after =
    at === -1 ? [...before, ...skill] : [...before.slice(0, at), ...skill, ...before.slice(at + 1)];
  const criteria = (mode: SkillMode): { name: string; minYears: number | null }[] =>
    after
      .filter((one) => one.mode === mode)
      .map((one) => ({ name: one.name, minYears: one.minYears }));
  return changed(search, {
    skills: criteria('all'),
    skillsAny: criteria('any'),
    skillsNone: criteria('none').map((one) => one.name),
  });
}

type Language = CandidateFilters['languages'][number];

/** Asks for a language, spoken at least so well (null: however well); undefined lets it go. */
export function withLanguage(
  search: ListSearch,
  name: string,
  minLevel: Language['minLevel'] | undefined,
): ListSearch {
  const before = search.languages ?? [];
  const language = minLevel === undefined ? [] : [{ name, minLevel }];
  const isThere = before.some((one) => isSame(one.name, name));
  return changed(search, {
    languages: isThere
      ? before.flatMap((one) => (isSame(one.name, name) ? language : [one]))
      : [...before, ...language],
  });
}

export type CustomFilter = CandidateFilters['custom'][number];

/** The condition on a custom field, an empty one when there is none. */
export const customOf = (search: ListSearch, fieldId: string): CustomFilter =>
  search.custom?.find((one) => one.fieldId === fieldId) ?? {
    fieldId,
    values: [],
    min: null,
    max: null,
    days: null,
  };

/** Whether a condition on a custom field says nothing. */
export const isNoCondition = ({ values, min, max, days }: CustomFilter): boolean =>
  values.length === 0 && min === null && max === null && days === null;

/** Sets a condition on a custom field; one that says nothing lets it go. */
export function withCustom(search: ListSearch, wanted: CustomFilter): ListSearch {
  const before = search.custom ?? [];
  const isThere = before.some((one) => one.fieldId === wanted.fieldId);
  const next = isNoCondition(wanted) ? [] : [wanted];
  return changed(search, {
    custom: isThere
      ? before.flatMap((one) => (one.fieldId === wanted.fieldId ? next : [one]))
      : [...before, ...next],
  });
}

/** Half-open ranges of years as their counts have them are inclusive as a filter; years are kept to a tenth, or as typed. */
const JUST_UNDER = 0.01;

/** The years from a bucket's first up to the next bucket's, null: without end. */
export const yearsBelow = (next: number | undefined): number | undefined =>
  next === undefined ? undefined : Math.round((next - JUST_UNDER) * 100) / 100;

/** The year a range ends before, when it ends just under a year or a tenth of one, as buckets do. */
export function endsBefore(max: number): number | null {
  const next = Math.round((max + JUST_UNDER) * 10) / 10;
  return yearsBelow(next) === max ? next : null;
}

/**
 * The range of years after a click on a bucket: buckets in force are a run without gaps, so a neighbour of it joins, an end of it
 * leaves, and any other one is the new range.
 */
export function toggleYears(
  search: ListSearch,
  buckets: readonly number[],
  bucket: number,
): ListSearch {
  const at = buckets.indexOf(bucket);
  const run = yearsRun(search, buckets);
  const [from, to] = runAfter(run, at);
  return changed(search, {
    minYears: from === null ? undefined : buckets[from],
    maxYears: from === null ? undefined : yearsBelow(buckets[to + 1]),
  });
}

/** The first and the last bucket in force, when the range is made of whole buckets. */
export function yearsRun(
  search: ListSearch,
  buckets: readonly number[],
): readonly [first: number, last: number] | null {
  const { minYears, maxYears } = search;
  if (minYears === undefined && maxYears === undefined) return null;
  const first = minYears === undefined ? 0 : buckets.indexOf(minYears);
  const next =
    maxYears === undefined
      ? buckets.length
      : buckets.findIndex((one) => yearsBelow(one) === maxYears);
  return first === -1 || next === -1 || next <= first ? null : [first, next - 1];
}

function runAfter(
  run: readonly [number, number] | null,
  at: number,
): readonly [first: number | null, last: number] {
  if (run === null) return [at, at];
  const [first, last] = run;
  if (at === first - 1) return [at, last];
  if (at === last + 1) return [first, at];
  if (first === last && at === first) return [null, 0];
  if (at === first) return [first + 1, last];
  if (at === last) return [first, last - 1];
  return [at, at];
}
