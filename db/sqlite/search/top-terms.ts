import { type Bits, has, sizeOfBoth } from './bits';
import { type CriteriaDeps, havingId } from './criteria';
import { DIMENSIONS } from './pack';

/** The number of a term and how many of the people have it. */
export type Count = readonly [id: number, count: number];

/** How many people have each value. */
export interface TermCounts {
  /** The most frequent values of a dimension (an index of `DIMENSIONS`), the smaller number first of equals. */
  readonly top: (dimension: number) => readonly Count[];
  readonly of: (id: number) => number;
}

/** The lists of values that more people have than this are met by sets, 32 people at a time. */
const MANY = 3000;

/** Counts by a walk over all values of the people: for few, or for those who are left out where these are few. `size` values are kept. */
export function walkedCounts(
  { people: index }: CriteriaDeps,
  people: Bits,
  leftOut: Bits | null,
  size: number,
): TermCounts {
  const totals = index.totals();
  const counts = leftOut === null ? new Uint32Array(totals.length) : totals.slice();
  if (leftOut === null) index.tally(people, counts, 1);
  else index.tally(leftOut, counts, -1);
  let tops: readonly Top[] | null = null;
  return {
    of: (id) => counts[id] ?? 0,
    top: (dimension) => {
      tops ??= topsOf(index, counts, size);
      return tops[dimension]?.sorted() ?? [];
    },
  };
}

/** One look at all counts for all dimensions. */
function topsOf(index: CriteriaDeps['people'], counts: Uint32Array, size: number): readonly Top[] {
  const tops = DIMENSIONS.map(() => createTop(size));
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] ?? 0;
    if (count > 0) tops[index.dimensionOf(id)]?.offer(id, count);
  }
  return tops;
}

/**
 * Counts by meeting the people with the list of each value, the longest list first, until none that is left can be among the most frequent
 * (the threshold algorithm of Fagin, Lotem and Naor over one list). Exact: a large set costs some hundred lists and not a walk over all
 * values of half of everybody.
 */
export function metCounts(deps: CriteriaDeps, people: Bits, size: number): TermCounts {
  const { people: index } = deps;
  const { from, nums, changed, longestFirst, dimensions } = index.postings();
  // The lists are older than what changed since: those people are counted by themselves.
  const young = new Uint32Array(index.totals().length);
  const fresh: number[] = [];
  const mostYoung = DIMENSIONS.map(() => 0);
  let settled = people;
  if (changed.size > 0) {
    settled = people.slice();
    for (const num of changed) {
      if (!has(people, num)) continue;
      settled[num >>> 5] = (settled[num >>> 5] ?? 0) & ~(1 << (num & 31));
      index.valuesOf(num, (id) => {
        const before = young[id] ?? 0;
        if (before === 0) fresh.push(id);
        young[id] = before + 1;
      });
    }
    for (const id of fresh) {
      const dimension = index.dimensionOf(id);
      mostYoung[dimension] = Math.max(mostYoung[dimension] ?? 0, young[id] ?? 0);
    }
  }
  const lengthOf = (id: number): number => Math.max(0, (from[id + 1] ?? 0) - (from[id] ?? 0));
  const of = (id: number): number => {
    let count = young[id] ?? 0;
    const length = lengthOf(id);
    if (length > MANY) return count + sizeOfBoth(settled, havingId(deps, id));
    const first = from[id] ?? 0;
    for (let at = first; at < first + length; at++) if (has(settled, nums[at] ?? 0)) count++;
    return count;
  };
  return {
    of,
    top: (dimension) => {
      const top = createTop(size);
      for (const id of fresh) {
        // Nobody had it when the lists were made, or its number was another value's.
        const isNew = lengthOf(id) === 0 || dimensions[id] !== dimension;
        if (isNew && index.dimensionOf(id) === dimension) top.offer(id, young[id] ?? 0);
      }
      for (const id of longestFirst[dimension] ?? []) {
        if (lengthOf(id) + (mostYoung[dimension] ?? 0) < top.least()) break;
        const count = index.dimensionOf(id) === dimension ? of(id) : 0;
        if (count > 0) top.offer(id, count);
      }
      return top.sorted();
    },
  };
}

interface Top {
  readonly offer: (id: number, count: number) => void;
  /** What has a smaller count is not among them any more. */
  readonly least: () => number;
  readonly sorted: () => readonly Count[];
}

/** Keeps the largest of what it is offered; of equals the one with the smaller id. */
function createTop(size: number): Top {
  let kept: Count[] = [];
  let least = 0;
  const cut = (): void => {
    kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    kept = kept.slice(0, size);
    least = kept.length === size ? (kept.at(-1)?.[1] ?? 0) : 0;
  };
  return {
    least: () => least,
    offer: (id, count) => {
      if (count < least) return;
      kept.push([id, count]);
      if (kept.length >= size * 2) cut();
    },
    sorted: () => {
      cut();
      return kept;
    },
  };
}
