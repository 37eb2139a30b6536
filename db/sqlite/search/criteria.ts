import type { CandidateFilters, FacetKind, SkillCriterion } from '@/shared/domain/candidates/views';
import { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';
import { kilometresBetween } from '@/shared/domain/places/gazetteer';
import type { TermKind } from '../schema/search';
import type { Statements } from '../statements';
import { add, and, type Bits, bitsFor, forEach, has, or, without } from './bits';
import { consentOf } from './consent';
import { taxonOf } from './derive-facets';
import { FLAGS } from './pack';
import type { PeopleIndex } from './people-index';
import type { SetCache } from './set-cache';
import { sortKey } from './sort-key';

/** One condition of a search that its set of people answers. */
export interface Criterion {
  /** The facet whose values it chooses among; null where none shows them. `field` for custom fields. */
  readonly group: FacetKind | null;
  readonly field: string | null;
  readonly people: Bits;
}

/** What a filter takes of a value, and what a person reads. */
export interface ShownValue {
  readonly value: string;
  readonly label: string;
}

export interface CriteriaDeps {
  readonly sql: Statements;
  readonly people: PeopleIndex;
  readonly cache: SetCache;
  /** How values are shown, by the number of the term; emptied when anything changed. */
  readonly names: Map<number, ShownValue>;
  readonly now: Date;
  /** Whether other names of a skill count. */
  readonly synonyms: boolean;
}

/** The conditions of the filters but for the archived flag and `like`, each as the set of those who pass. All of them have to hold. */
export function criteriaOf(deps: CriteriaDeps, filters: CandidateFilters): readonly Criterion[] {
  const found: Criterion[] = [];
  const put = (group: Criterion['group'], people: Bits, field: string | null = null): void => {
    found.push({ group, field, people });
  };
  const keyed = (kind: TermKind, names: readonly string[]): Bits =>
    anyOf(
      deps,
      names.map((name) => () => having(deps, kind, sortKey(name) ?? '')),
    );
  const coded = (kind: TermKind, keys: readonly string[]): Bits =>
    anyOf(
      deps,
      keys.map((key) => () => having(deps, kind, key)),
    );

  for (const skill of filters.skills) put('skill', skilled(deps, skill));
  if (filters.skillsAny.length > 0) {
    put(
      'skill',
      anyOf(
        deps,
        filters.skillsAny.map((skill) => () => skilled(deps, skill)),
      ),
    );
  }
  for (const name of filters.skillsNone) {
    put('skill', without(deps.people.everybody(), skilled(deps, { name, minYears: null })));
  }
  for (const id of filters.tagIds) put('tag', coded('tag', [id]));
  if (filters.listIds.length > 0) put('list', coded('list', filters.listIds));
  if (filters.titles.length > 0)
    put('title', or(keyed('title', filters.titles), keyed('writtenTitle', filters.titles)));
  if (filters.seniorities.length > 0) put('seniority', coded('seniority', filters.seniorities));
  if (filters.companies.length > 0) put('company', employedBy(deps, filters));
  if (filters.schools.length > 0) put('school', keyed('school', filters.schools));
  if (filters.degrees.length > 0) put('degree', coded('degree', filters.degrees));
  if (filters.cities.length > 0) put('city', keyed('city', filters.cities));
  if (filters.countries.length > 0) {
    put(
      'country',
      coded(
        'country',
        filters.countries.map((code) => code.toUpperCase()),
      ),
    );
  }
  if (filters.near !== null) put(null, nearTo(deps, filters.near));
  for (const language of filters.languages) put('language', speaking(deps, language));
  if (filters.ownerIds.length > 0) put('owner', coded('owner', filters.ownerIds));
  if (filters.sources.length > 0) put('source', coded('source', filters.sources));
  if (filters.consent.length > 0) {
    const wanted = new Set(filters.consent);
    put(
      'consent',
      those(deps, null, (num) => wanted.has(consentOf(deps.people, num, deps.now))),
    );
  }
  if (filters.doNotContact !== null)
    put(null, flagged(deps, FLAGS.doNotContact, filters.doNotContact));
  if (filters.minYears !== null || filters.maxYears !== null)
    put('years', withYears(deps, filters));
  putDays(deps, filters, put);
  for (const what of filters.has) put('has', flagged(deps, FLAGS[what], true));
  for (const what of filters.missing) put('has', flagged(deps, FLAGS[what], false));
  for (const custom of filters.custom) put('custom', customPeople(deps, custom), custom.fieldId);
  if (filters.newSince !== null) {
    const since = Date.parse(filters.newSince);
    put(
      null,
      those(
        deps,
        `new since ${since}`,
        (num) =>
          Math.max(deps.people.number('createdAt', num), deps.people.number('resumeAt', num)) >
          since,
      ),
    );
  }
  if (filters.review) put(null, flagged(deps, FLAGS.review, true));
  if (filters.taskId !== null) put(null, importedBy(deps, filters.taskId));
  return found;
}

/** Everybody who has a value, by its kind and key. */
export function having(deps: CriteriaDeps, kind: TermKind, key: string): Bits {
  const id = termId(deps.sql, kind, key);
  if (id === null) return new Uint32Array(0);
  return havingId(deps, id);
}

/** The number of a value; null for one nobody has. */
export function termId(sql: Statements, kind: TermKind, key: string): number | null {
  const id = sql('SELECT id FROM facet_term WHERE kind = ? AND key = ?').pluck().get(kind, key);
  return typeof id === 'number' ? id : null;
}

/** The detail of a candidate's value; null where they do not have it. */
export function detailOf(people: PeopleIndex, num: number, id: number): number | null {
  let found: number | null = null;
  people.valuesOf(num, (value, detail) => {
    if (value === id) found = detail;
  });
  return found;
}

/** Everybody with the skill (under another name too, when synonyms count) and, where asked for, so many years of it. */
function skilled(deps: CriteriaDeps, { name, minYears }: SkillCriterion): Bits {
  const key = sortKey(name) ?? '';
  const taxon = deps.synonyms ? taxonOf(key) : null;
  const ids = [
    termId(deps.sql, 'skill', key),
    taxon === null ? null : termId(deps.sql, 'taxon', taxon),
  ].filter((id) => id !== null);
  const with_ = anyOf(
    deps,
    ids.map((id) => () => havingId(deps, id)),
  );
  if (minYears === null || minYears <= 0) return with_;
  const least = Math.ceil(minYears * 10 - 1e-6) + 1;
  return deps.cache.get(
    `skill ${ids.join(',')} ${least}`,
    () => {
      const long = bitsFor(deps.people.largest());
      forEach(with_, (num) => {
        if (ids.some((id) => (detailOf(deps.people, num, id) ?? 0) >= least)) add(long, num);
      });
      return long;
    },
    (bits, nums) => {
      mend(bits, nums, (num) => ids.some((id) => (detailOf(deps.people, num, id) ?? 0) >= least));
      return true;
    },
  );
}

/** As `having`, by the number of the term. */
export const havingId = (deps: CriteriaDeps, id: number): Bits =>
  deps.cache.get(
    `term ${id}`,
    () => deps.people.having(id),
    (bits, nums) => {
      mend(bits, nums, (num) => detailOf(deps.people, num, id) !== null);
      return true;
    },
  );

function employedBy(deps: CriteriaDeps, { companies, companiesWhen }: CandidateFilters): Bits {
  return anyOf(
    deps,
    companies.map((name) => () => {
      const ever = having(deps, 'company', sortKey(name) ?? '');
      if (companiesWhen === 'ever') return ever;
      const id = termId(deps.sql, 'company', sortKey(name) ?? '');
      return id === null ? ever : detailed(deps, id, ever, 'now', (detail) => detail === 1);
    }),
  );
}

function speaking(
  deps: CriteriaDeps,
  { name, minLevel }: CandidateFilters['languages'][number],
): Bits {
  const key = sortKey(name) ?? '';
  const speakers = having(deps, 'language', key);
  if (minLevel === null) return speakers;
  const id = termId(deps.sql, 'language', key);
  const least = CEFR_LEVELS.indexOf(minLevel) + 1;
  return id === null
    ? speakers
    : detailed(deps, id, speakers, String(least), (detail) => detail >= least);
}

/** Those of the people with a value whose detail passes, kept under `key`. */
const detailed = (
  deps: CriteriaDeps,
  id: number,
  from: Bits,
  key: string,
  passes: (detail: number) => boolean,
): Bits =>
  deps.cache.get(
    `detail ${id} ${key}`,
    () => filtered(deps, from, (num) => passes(detailOf(deps.people, num, id) ?? 0)),
    (bits, nums) => {
      mend(bits, nums, (num) => {
        const detail = detailOf(deps.people, num, id);
        return detail !== null && passes(detail);
      });
      return true;
    },
  );

function withYears(deps: CriteriaDeps, { minYears, maxYears }: CandidateFilters): Bits {
  const from = (minYears ?? 0) * 1000 + 1;
  const to = (maxYears ?? 1e6) * 1000 + 1;
  const years = deps.people.column('years');
  return those(deps, `years ${from} ${to}`, (num) => {
    const value = years[num] ?? 0;
    return value > 0 && value >= from - 0.5 && value <= to + 0.5;
  });
}

function nearTo(deps: CriteriaDeps, near: NonNullable<CandidateFilters['near']>): Bits {
  const latitudes = deps.people.column('latitude');
  const longitudes = deps.people.column('longitude');
  // A degree of latitude is 111.2 km: who is beyond that is not asked further.
  const span = (near.km / 111.2) * 100 + 1;
  const middle = near.latitude * 100 + 9001;
  return those(deps, `near ${near.latitude} ${near.longitude} ${near.km}`, (num) => {
    const north = latitudes[num] ?? 0;
    if (north === 0 || Math.abs(north - middle) > span) return false;
    const place = {
      latitude: (north - 9001) / 100,
      longitude: ((longitudes[num] ?? 0) - 18001) / 100,
    };
    return kilometresBetween(place, near) <= near.km;
  });
}

const DAY = 86_400_000;

function putDays(
  deps: CriteriaDeps,
  filters: CandidateFilters,
  put: (group: null, people: Bits) => void,
): void {
  const asked = [
    ['createdAt', filters.added],
    ['updatedAt', filters.updated],
    ['activityAt', filters.lastActivity],
  ] as const;
  for (const [column, days] of asked) {
    if (days === null) continue;
    const from = days.from === null ? Number.NEGATIVE_INFINITY : Date.parse(days.from);
    const to = days.to === null ? Number.POSITIVE_INFINITY : Date.parse(days.to) + DAY;
    const moments = deps.people.column(column);
    put(
      null,
      those(deps, `${column} ${from} ${to}`, (num) => {
        const at = moments[num] ?? 0;
        return at >= from && at < to;
      }),
    );
  }
}

function customPeople(deps: CriteriaDeps, custom: CandidateFilters['custom'][number]): Bits {
  const { fieldId, values, min, max, days } = custom;
  const sets: Bits[] = [];
  if (values.length > 0) {
    sets.push(
      anyOf(
        deps,
        values.map((value) => () => having(deps, 'custom', `${fieldId}:${sortKey(value) ?? ''}`)),
      ),
    );
  }
  if (min !== null || max !== null) {
    sets.push(
      asked(
        deps,
        `SELECT c.num FROM custom_value v JOIN candidate c ON c.id = v.candidate_id
         WHERE v.field_id = ? AND v.number >= ? AND v.number <= ?`,
        [fieldId, min ?? -Number.MAX_VALUE, max ?? Number.MAX_VALUE],
      ),
    );
  }
  if (days !== null) {
    sets.push(
      asked(
        deps,
        `SELECT c.num FROM custom_value v JOIN candidate c ON c.id = v.candidate_id
         WHERE v.field_id = ? AND v.text >= ? AND v.text <= ?`,
        [fieldId, days.from ?? '', days.to ?? '9999-12-31'],
      ),
    );
  }
  if (sets.length === 0) {
    sets.push(
      asked(
        deps,
        'SELECT c.num FROM custom_value v JOIN candidate c ON c.id = v.candidate_id WHERE v.field_id = ?',
        [fieldId],
      ),
    );
  }
  return sets.reduce((both, set) => and(both, set));
}

const importedBy = (deps: CriteriaDeps, taskId: string): Bits =>
  asked(
    deps,
    `SELECT c.num FROM import_item i JOIN candidate c ON c.id = i.candidate_id
     WHERE i.task_id = ? AND i.outcome IN ('loaded', 'updated', 'missing_information', 'possible_duplicate')`,
    [taskId],
  );

/** A set that only the database knows. */
function asked(deps: CriteriaDeps, statement: string, params: readonly unknown[]): Bits {
  const found = bitsFor(deps.people.largest());
  for (const num of deps
    .sql(statement)
    .pluck()
    .all(...params)) {
    add(found, Number(num));
  }
  return found;
}

/** Everybody with a flag, or without it. */
export function flagged(deps: CriteriaDeps, flag: number, wanted: boolean): Bits {
  const flags = deps.people.column('flags');
  const passes = (num: number): boolean => (((flags[num] ?? 0) & flag) !== 0) === wanted;
  return those(deps, `flag ${flag} ${wanted}`, passes);
}

/**
 * Everybody who passes a look at their columns, kept under `key`, which has to say all that the look depends on; null where that is the time
 * of the question.
 */
export function those(
  deps: Pick<CriteriaDeps, 'people' | 'cache'>,
  key: string | null,
  passes: (num: number) => boolean,
): Bits {
  const everybody = deps.people.everybody();
  if (key === null) return filtered(deps, everybody, passes);
  return deps.cache.get(
    `column ${key}`,
    () => filtered(deps, everybody, passes),
    (bits, nums) => {
      mend(bits, nums, (num) => has(everybody, num) && passes(num));
      return true;
    },
  );
}

function filtered(
  deps: Pick<CriteriaDeps, 'people'>,
  from: Bits,
  passes: (num: number) => boolean,
): Bits {
  const found = bitsFor(deps.people.largest());
  forEach(from, (num) => {
    if (passes(num)) add(found, num);
  });
  return found;
}

function anyOf(deps: Pick<CriteriaDeps, 'people'>, sets: readonly (() => Bits)[]): Bits {
  return sets.reduce<Bits>((all, set) => or(all, set()), bitsFor(deps.people.largest()));
}

/** Puts the bits of some candidates right. */
function mend(bits: Bits, nums: ReadonlySet<number>, passes: (num: number) => boolean): void {
  for (const num of nums) {
    const word = num >>> 5;
    const bit = 1 << (num & 31);
    bits[word] = passes(num) ? (bits[word] ?? 0) | bit : (bits[word] ?? 0) & ~bit;
  }
}
