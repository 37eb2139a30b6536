import {
  type CONSENT_STATES,
  type Facet,
  type FacetKind,
  type facetAskSchema,
  HAS_FILTERS,
  YEAR_BUCKETS,
} from '@/shared/domain/candidates/views';
import type { z } from 'zod';
import { type Bits, forEach, sizeOf, without } from './bits';
import { consentOf } from './consent';
import type { CriteriaDeps } from './criteria';
import { DIMENSIONS, type Dimension, FLAGS } from './pack';

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
  const counted = new Map<Bits, Uint32Array>();
  const countsOf = (people: Bits): Uint32Array => {
    const known = counted.get(people);
    if (known !== undefined) return known;
    const counts = tally(deps, people, all);
    counted.set(people, counts);
    return counts;
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

/** How many of the people have each value. Of most of all it is quicker to count those who are left out. */
function tally({ people: index }: CriteriaDeps, people: Bits, all: Bits | null): Uint32Array {
  const totals = index.totals();
  const rest = all === null ? null : without(all, people);
  if (rest !== null && sizeOf(rest) < sizeOf(people)) {
    const counts = totals.slice();
    index.tally(rest, counts, -1);
    return counts;
  }
  const counts = new Uint32Array(totals.length);
  index.tally(people, counts, 1);
  return counts;
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
  counts: Uint32Array,
): Values {
  const wanted = new Set(
    dimensionsOf(kind, deps.synonyms).map((dimension) => DIMENSIONS.indexOf(dimension)),
  );
  const top = createTop(MOST_VALUES + 1);
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] ?? 0;
    if (count > 0 && wanted.has(deps.people.dimensionOf(id))) top.offer(id, count);
  }
  return named(deps, top.sorted());
}

function customValues(deps: CriteriaDeps, fieldId: string, counts: Uint32Array): Values {
  const top = createTop(MOST_VALUES + 1);
  const ids = deps
    .sql("SELECT id FROM facet_term WHERE kind = 'custom' AND key >= ? AND key < ?")
    .pluck()
    .all(`${fieldId}:`, `${fieldId};`);
  for (const id of ids) {
    const count = counts[Number(id)] ?? 0;
    if (count > 0) top.offer(Number(id), count);
  }
  return named(deps, top.sorted());
}

function named({ sql }: CriteriaDeps, top: readonly (readonly [number, number])[]): Values {
  const term = sql('SELECT kind, key, name FROM facet_term WHERE id = ?').raw();
  const values = top.slice(0, MOST_VALUES).flatMap(([id, count]) => {
    const row = term.get(id);
    if (!Array.isArray(row)) return [];
    const [kind, key, name] = row.map(String);
    return [{ ...shownAs({ sql }, kind ?? '', key ?? '', name ?? ''), count }];
  });
  return { values, more: top.length > MOST_VALUES };
}

/** What a filter takes of a value, and how it is shown. */
function shownAs(
  { sql }: Pick<CriteriaDeps, 'sql'>,
  kind: string,
  key: string,
  name: string,
): { readonly value: string; readonly label: string } {
  const table = NAMED_IN[kind];
  if (table !== undefined) {
    const label = sql(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(key);
    return { value: key, label: typeof label === 'string' ? label : key };
  }
  return name === '' ? { value: key, label: key } : { value: name, label: name };
}

const NAMED_IN: Readonly<Record<string, string>> = {
  tag: 'tag',
  list: 'candidate_list',
  owner: 'user',
};

function fromColumns(deps: CriteriaDeps, kind: 'consent' | 'years' | 'has', people: Bits): Values {
  const counts = new Map<string, number>();
  const count = (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  if (kind === 'years') {
    const years = deps.people.column('years');
    const buckets = new Uint32Array(YEAR_BUCKETS.length);
    forEach(people, (num) => {
      const value = years[num] ?? 0;
      if (value === 0) return;
      const at = YEAR_BUCKETS.findLastIndex((bucket) => value - 1 >= bucket * 1000);
      buckets[at] = (buckets[at] ?? 0) + 1;
    });
    for (const [at, bucket] of YEAR_BUCKETS.entries()) counts.set(String(bucket), buckets[at] ?? 0);
  } else if (kind === 'has') {
    const flags = deps.people.column('flags');
    const has = new Uint32Array(HAS_FILTERS.length);
    forEach(people, (num) => {
      for (let at = 0; at < HAS_FILTERS.length; at++) {
        if (((flags[num] ?? 0) & (HAS_BITS[at] ?? 0)) !== 0) has[at] = (has[at] ?? 0) + 1;
      }
    });
    for (const [at, what] of HAS_FILTERS.entries()) counts.set(what, has[at] ?? 0);
  } else {
    const given = deps.people.column('consentGivenAt');
    let none = 0;
    forEach(people, (num) => {
      if ((given[num] ?? 0) === 0) none++;
      else count(consentOf(deps.people, num, deps.now) satisfies (typeof CONSENT_STATES)[number]);
    });
    if (none > 0) counts.set('none', none);
  }
  const values = [...counts]
    .filter(([, number]) => number > 0)
    .map(([value, number]) => ({ value, label: value, count: number }));
  return { values: values.toSorted((a, b) => b.count - a.count), more: false };
}

const HAS_BITS = HAS_FILTERS.map((what) => FLAGS[what]);

/** Keeps the largest of what it is offered; of equals the one with the smaller id. */
function createTop(size: number): {
  readonly offer: (id: number, count: number) => void;
  readonly sorted: () => readonly (readonly [number, number])[];
} {
  let kept: [number, number][] = [];
  let least = 0;
  const cut = (): void => {
    kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    kept = kept.slice(0, size);
    least = kept.length === size ? (kept.at(-1)?.[1] ?? 0) : 0;
  };
  return {
    // Ids come in rising order: an equal one is too late.
    offer: (id, count) => {
      if (count <= least) return;
      kept.push([id, count]);
      if (kept.length >= size * 4) cut();
    },
    sorted: () => {
      cut();
      return kept;
    },
  };
}
