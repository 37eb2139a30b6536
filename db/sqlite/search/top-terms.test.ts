import { describe, expect, it } from 'vitest';
import { mulberry32 } from '@/bench/random';
import { add, type Bits, bitsFor, has } from './bits';
import type { CriteriaDeps } from './criteria';
import { DIMENSIONS } from './pack';
import { metCounts, walkedCounts } from './top-terms';

// Lists of more than 3,000 people are met 32 people at a time: so many people that the common values have such lists.
const PEOPLE = 9000;
const TERMS = 400;
const SIZE = 26;

describe('values counted by meeting their lists', () => {
  const random = mulberry32(20);
  const index = peopleIndex(random);
  const chosen = (share: number): Bits => {
    const people = bitsFor(PEOPLE);
    for (let num = 1; num <= PEOPLE; num++) if (random() < share) add(people, num);
    return people;
  };

  it.each([1, 0.9, 0.5, 0.15])(
    'are those of a plain count, for %d of everybody (a facet would not be as long as its list)',
    (share) => {
      const people = chosen(share);
      expectPlain(index, people);
    },
  );

  it('count who changed since the lists were made by what they have now', () => {
    const people = chosen(0.8);
    const changed = peopleIndex(mulberry32(21));
    // Other values for every ninth, the common ones of each dimension among them; the lists still say what they had.
    for (let num = 9; num <= PEOPLE; num += 9)
      changed.change(num, [num % 7, TERMS - 1, 200 + (num % 3)]);
    expectPlain(changed, people);
  });

  it('counts by a walk are the same', () => {
    const people = chosen(0.5);
    const walked = walkedCounts(index.deps, people, null, SIZE);
    const met = metCounts(index.deps, people, SIZE);
    for (const [dimension] of DIMENSIONS.entries()) {
      expect(met.top(dimension)).toEqual(walked.top(dimension));
    }
  });
});

function expectPlain(index: ReturnType<typeof peopleIndex>, people: Bits): void {
  const plain = index.plain(people);
  const met = metCounts(index.deps, people, SIZE);
  let longest = 0;
  for (const [dimension] of DIMENSIONS.entries()) {
    const wanted = [...plain]
      .filter(([id]) => index.dimensionOf(id) === dimension)
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, SIZE);
    expect(met.top(dimension)).toEqual(wanted);
    longest = Math.max(longest, wanted[0]?.[1] ?? 0);
  }
  for (let id = 0; id < TERMS; id++) expect([id, met.of(id)]).toEqual([id, plain.get(id) ?? 0]);
  // Else nothing here would have gone the way that is tested.
  expect(index.longestList).toBeGreaterThan(3000);
  expect(longest).toBeGreaterThan(0);
}

/** People with values of every dimension, a few of them very common, in the shape that counting reads. */
function peopleIndex(random: () => number) {
  const values = new Map<number, readonly number[]>();
  for (let num = 1; num <= PEOPLE; num++) {
    // By the cube the first values are many people's, and the last hardly anybody's.
    const ids = Array.from({ length: 12 }, () => Math.floor(random() ** 3 * (TERMS - 1)));
    values.set(num, [...new Set(ids)]);
  }
  const dimensionOf = (id: number): number => id % DIMENSIONS.length;
  const holders = Array.from({ length: TERMS }, (): number[] => []);
  for (const [num, ids] of values) for (const id of ids) holders[id]?.push(num);
  const from = new Uint32Array(TERMS + 2);
  for (const [id, held] of holders.entries()) from[id + 1] = (from[id] ?? 0) + held.length;
  from[TERMS + 1] = from[TERMS] ?? 0;
  const lists = {
    from,
    nums: Uint32Array.from(holders.flat()),
    changed: new Set<number>(),
    longestFirst: DIMENSIONS.map((_, dimension) =>
      Uint32Array.from(
        holders
          .map((held, id) => ({ id, length: held.length }))
          .filter(({ id, length }) => length > 0 && dimensionOf(id) === dimension)
          .sort((a, b) => b.length - a.length)
          .map(({ id }) => id),
      ),
    ),
    dimensions: Uint8Array.from({ length: TERMS }, (_, id) => dimensionOf(id)),
  };
  const having = (id: number): Bits => {
    const people = bitsFor(PEOPLE);
    for (const [num, ids] of values) if (ids.includes(id)) add(people, num);
    return people;
  };
  const people = {
    postings: () => lists,
    dimensionOf,
    having,
    totals: () => new Uint32Array(TERMS),
    valuesOf: (num: number, each: (id: number, detail: number) => void) => {
      for (const id of values.get(num) ?? []) each(id, 0);
    },
    tally: (set: Bits, counts: Uint32Array, by: 1 | -1) => {
      for (const [num, ids] of values) {
        if (has(set, num)) for (const id of ids) counts[id] = (counts[id] ?? 0) + by;
      }
    },
  };
  const cache = { get: (_key: string, make: () => Bits) => make() };
  return {
    // What counting reads of it, and nothing else.
    deps: { people, cache } as unknown as CriteriaDeps,
    dimensionOf,
    longestList: Math.max(...holders.map((held) => held.length)),
    change: (num: number, ids: readonly number[]) => {
      values.set(num, [...new Set(ids)]);
      lists.changed.add(num);
    },
    plain: (set: Bits): ReadonlyMap<number, number> => {
      const counts = new Map<number, number>();
      for (const [num, ids] of values) {
        if (has(set, num)) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return counts;
    },
  };
}
