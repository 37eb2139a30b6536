import {
  type Facet,
  type FacetKind,
  type facetAskSchema,
  HAS_FILTERS,
  YEAR_BUCKETS,
} from '@/shared/domain/candidates/views';
import type { z } from 'zod';
import { type Bits, forEach, sizeOf, sizeOfBoth, without } from './bits';
import { consentOf } from './consent';
import { type CriteriaDeps, flagged, type ShownValue, those } from './criteria';
import { DIMENSIONS, type Dimension, FLAGS } from './pack';
import { type Count, metCounts, type TermCounts, walkedCounts } from './top-terms';

type Ask = z.infer<typeof facetAskSchema>;

/** Values of a facet that are given; a screen shows ten and offers the rest by typing. */
const MOST_VALUES = 25;

/** The people whose values are counted for a facet, by its kind and field. */
export type PeopleFor = (ask: Ask) => Bits;

/** Counts the values of each facet asked for. `all` are those of whom the sets are a part, where the index keeps their totals. */
export function countFacets(
  deps: CriteriaDeps,
  asks: readonly Ask[],
  peopleFor: PeopleFor,
  all: Bits | null,
): Facet[] {
  const counted = new Map<Bits, TermCounts>();
  const countsOf = (people: Bits): TermCounts => {
    const known = counted.get(people) ?? countTerms(deps, people, all);
    counted.set(people, known);
    return known;
  };
  return asks.map((ask) => {
    const people = peopleFor(ask);
    switch (ask.kind) {
      case 'consent':
      case 'years':
      case 'has':
        return { ...ask, ...fromColumns(deps, ask.kind, people) };
      case 'custom':
        return { ...ask, ...customValues(deps, ask.fieldId ?? '', countsOf(people)) };
      default:
        return { ...ask, ...topValues(deps, ask.kind, countsOf(people)) };
    }
  });
}

/** Fewer than this share of everybody are counted by a walk over their values: about where both ways take as long at 100,000. */
const FEW = 1 / 8;

/** How many of the people have each value: by a walk over them, or over those who are left out, or else by the lists of the values. */
function countTerms(deps: CriteriaDeps, people: Bits, all: Bits | null): TermCounts {
  const size = MOST_VALUES + 1;
  const few = deps.people.largest() * FEW;
  if (all === null || sizeOf(people) <= few) return walkedCounts(deps, people, null, size);
  const rest = without(all, people);
  if (sizeOf(rest) <= few) return walkedCounts(deps, people, rest, size);
  return metCounts(deps, people, size);
}

type Values = Pick<Facet, 'values' | 'more'>;

/** Skills are counted under the name of the taxonomy where it knows them (when other names count), else as written. */
function dimensionsOf(
  kind: Exclude<FacetKind, 'consent' | 'years' | 'has'>,
  synonyms: boolean,
): readonly Dimension[] {
  if (kind !== 'skill') return [kind];
  return synonyms ? ['skill', 'taxon'] : ['skill', 'knownSkill'];
}

function topValues(
  deps: CriteriaDeps,
  kind: Exclude<FacetKind, 'consent' | 'years' | 'has' | 'custom'>,
  counts: TermCounts,
): Values {
  const top = dimensionsOf(kind, deps.synonyms)
    .flatMap((dimension) => counts.top(DIMENSIONS.indexOf(dimension)))
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return named(deps, top.slice(0, MOST_VALUES + 1));
}

function customValues(deps: CriteriaDeps, fieldId: string, counts: TermCounts): Values {
  const ids = deps
    .sql("SELECT id FROM facet_term WHERE kind = 'custom' AND key >= ? AND key < ?")
    .pluck()
    .all(`${fieldId}:`, `${fieldId};`)
    .map(Number);
  const held = ids.map((id): Count => [id, counts.of(id)]).filter(([, count]) => count > 0);
  const top = held.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return named(deps, top.slice(0, MOST_VALUES + 1));
}

function named(deps: CriteriaDeps, top: readonly (readonly [number, number])[]): Values {
  const values = top.slice(0, MOST_VALUES).flatMap(([id, count]) => {
    const shown = deps.names.get(id) ?? shownAs(deps, id);
    return shown === null ? [] : [{ ...shown, count }];
  });
  return { values, more: top.length > MOST_VALUES };
}

/** What a filter takes of a value, and how it is shown. Kept where the name cannot change: a tag may be renamed without a new value. */
function shownAs({ sql, names }: CriteriaDeps, id: number): ShownValue | null {
  const row = sql('SELECT kind, key, name FROM facet_term WHERE id = ?').raw().get(id);
  if (!Array.isArray(row)) return null;
  const [kind = '', key = '', name = ''] = row.map(String);
  const table = NAMED_IN[kind];
  if (table !== undefined) {
    const label = sql(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(key);
    return { value: key, label: typeof label === 'string' ? label : key };
  }
  const shown = name === '' ? { value: key, label: key } : { value: name, label: name };
  names.set(id, shown);
  return shown;
}

const NAMED_IN: Readonly<Record<string, string>> = {
  tag: 'tag',
  list: 'candidate_list',
  owner: 'user',
};

/** What stands in columns is counted by the sets of the people with each value, which are kept; consent depends on the time of day. */
function fromColumns(deps: CriteriaDeps, kind: 'consent' | 'years' | 'has', people: Bits): Values {
  const values = countsOf(deps, kind, people)
    .filter(([, number]) => number > 0)
    .map(([value, number]) => ({ value, label: value, count: number }));
  return { values: values.toSorted((a, b) => b.count - a.count), more: false };
}

function countsOf(
  deps: CriteriaDeps,
  kind: 'consent' | 'years' | 'has',
  people: Bits,
): readonly (readonly [value: string, count: number])[] {
  if (kind === 'consent') return consents(deps, people);
  if (kind === 'has') {
    return HAS_FILTERS.map((what) => [what, sizeOfBoth(people, flagged(deps, FLAGS[what], true))]);
  }
  const years = deps.people.column('years');
  return YEAR_BUCKETS.map((bucket, at) => {
    const from = at === 0 ? 0 : bucket * 1000;
    const to = (YEAR_BUCKETS[at + 1] ?? Number.POSITIVE_INFINITY) * 1000;
    const within = those(deps, `bucket ${from} ${to}`, (num) => {
      const value = years[num] ?? 0;
      return value > 0 && value - 1 >= from && value - 1 < to;
    });
    return [String(bucket), sizeOfBoth(people, within)];
  });
}

function consents(deps: CriteriaDeps, people: Bits): readonly (readonly [string, number])[] {
  const given = deps.people.column('consentGivenAt');
  const counts = new Map<string, number>();
  let none = 0;
  forEach(people, (num) => {
    if ((given[num] ?? 0) === 0) none++;
    else {
      const state = consentOf(deps.people, num, deps.now);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  });
  if (none > 0) counts.set('none', none);
  return [...counts];
}
