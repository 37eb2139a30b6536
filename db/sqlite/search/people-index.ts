import type { Statements } from '../statements';
import { add, type Bits, bitsFor, forEach, grown, has, remove } from './bits';
import { DETAIL_SHIFT, DIMENSIONS, FLAGS, ID_MASK, NUMBERS, unpack } from './pack';
import { readSearchState, type SearchState } from './search-state';

/** The numbers of a candidate, in the order they are packed. */
export const COLUMNS = {
  flags: 0,
  years: 1,
  createdAt: 2,
  updatedAt: 3,
  activityAt: 4,
  resumeAt: 5,
  consentGivenAt: 6,
  consentExpiresAt: 7,
  latitude: 8,
  longitude: 9,
} as const;

/** Since the last look: which candidates changed, or that everything was read anew. */
export type Changed = readonly number[] | 'everything';

/**
 * What everybody is filtered and counted by, in memory: numbers as columns and the values of each candidate as one stretch of `data`, by
 * row number. Made from candidate_facets with the first question that needs it, and brought up to date with each.
 */
export interface PeopleIndex {
  /** Reads what changed. Has to run in the transaction of the question. */
  readonly refresh: () => Changed;
  readonly state: () => SearchState;
  /** Largest row number there ever was. */
  readonly largest: () => number;
  /** Everybody, archived or not. */
  readonly everybody: () => Bits;
  readonly archived: () => Bits;
  readonly number: (column: keyof typeof COLUMNS, num: number) => number;
  readonly column: (column: keyof typeof COLUMNS) => Float64Array;
  /** Calls `each` with the values of a candidate: the term's id and its detail. */
  readonly valuesOf: (num: number, each: (id: number, detail: number) => void) => void;
  /** Index of a term's dimension in `DIMENSIONS`; NO_DIMENSION for one nobody has. */
  readonly dimensionOf: (id: number) => number;
  /** The list of who has each value, as it was when it was made. */
  readonly postings: () => Postings;
  /** Everybody with a value. */
  readonly having: (id: number) => Bits;
  /** How many of those not archived have each value, by term id. */
  readonly totals: () => Uint32Array;
  /** Adds `by` to the count of each value of each candidate of the set. */
  readonly tally: (people: Bits, counts: Uint32Array, by: 1 | -1) => void;
  readonly bytes: () => number;
}

export const NO_DIMENSION = 255;
/** Rows read at a time. */
const A_STRETCH = 2000;
/** So many changes since the last look are read as everything anew. */
const MOST_CHANGES = 20_000;
/** Values of candidates that changed lie about twice; then the stretches are put together. */
const SPARE = 1.5;

export function createPeopleIndex(sql: Statements): PeopleIndex {
  let seq = 0;
  let epoch = -1;
  let state: SearchState = { version: 0, below: null, started: 0, epoch: 0 };
  let highest = 0;
  let columns = Array.from({ length: NUMBERS }, () => new Float64Array(1024));
  let starts = new Uint32Array(1024);
  let lengths = new Uint16Array(1024);
  let data = new Uint32Array(16_384);
  let used = 0;
  let live = 0;
  let dimensions = new Uint8Array(4096).fill(NO_DIMENSION);
  let totals = new Uint32Array(4096);
  let everybody = bitsFor(1023);
  let archived = bitsFor(1023);
  let postings: Postings | null = null;

  const makeRoom = (num: number): void => {
    everybody = grown(everybody, num);
    archived = grown(archived, num);
    if (num < starts.length) return;
    const size = Math.max(num + 1, Math.ceil(starts.length * 1.5));
    columns = columns.map((column) => longer(column, new Float64Array(size)));
    starts = longer(starts, new Uint32Array(size));
    lengths = longer(lengths, new Uint16Array(size));
  };
  const makeRoomForTerm = (id: number): void => {
    if (id < dimensions.length) return;
    const size = Math.max(id + 1, dimensions.length * 2);
    const more = new Uint8Array(size).fill(NO_DIMENSION);
    more.set(dimensions);
    dimensions = more;
    totals = longer(totals, new Uint32Array(size));
  };
  const isCounted = (num: number): boolean => has(everybody, num) && !has(archived, num);
  const count = (num: number, by: 1 | -1): void => {
    const from = starts[num] ?? 0;
    const to = from + (lengths[num] ?? 0);
    for (let at = from; at < to; at++) {
      const id = (data[at] ?? 0) & ID_MASK;
      totals[id] = (totals[id] ?? 0) + by;
    }
  };

  const forget = (num: number): void => {
    if (num >= starts.length || !has(everybody, num)) return;
    if (isCounted(num)) count(num, -1);
    live -= lengths[num] ?? 0;
    lengths[num] = 0;
    remove(everybody, num);
    remove(archived, num);
  };

  let current = 0;
  const reader = {
    numbers: (values: Float64Array) => {
      for (let column = 0; column < NUMBERS; column++) {
        const into = columns[column];
        if (into !== undefined) into[current] = values[column] ?? 0;
      }
    },
    term: (dimension: number, id: number, detail: number) => {
      makeRoomForTerm(id);
      dimensions[id] = dimension;
      if (used >= data.length)
        data = longer(data, new Uint32Array(Math.ceil(data.length * 1.5) + 1024));
      data[used++] = (id | (detail << DETAIL_SHIFT)) >>> 0;
    },
  };
  const put = (num: number, packed: unknown): void => {
    makeRoom(num);
    forget(num);
    if (num > highest) highest = num;
    if (!Buffer.isBuffer(packed)) return;
    current = num;
    starts[num] = used;
    unpack(packed, reader);
    lengths[num] = used - (starts[num] ?? 0);
    live += lengths[num] ?? 0;
    add(everybody, num);
    if (((columns[0]?.[num] ?? 0) & FLAGS.archived) !== 0) add(archived, num);
    else count(num, 1);
  };

  const reset = (): void => {
    seq = 0;
    used = 0;
    live = 0;
    highest = 0;
    lengths.fill(0);
    totals.fill(0);
    everybody.fill(0);
    archived.fill(0);
    postings = null;
  };

  const putTogether = (): void => {
    const next = new Uint32Array(Math.ceil(live * 1.1) + 16_384);
    let at = 0;
    forEach(everybody, (num) => {
      const from = starts[num] ?? 0;
      next.set(data.subarray(from, from + (lengths[num] ?? 0)), at);
      starts[num] = at;
      at += lengths[num] ?? 0;
    });
    data = next;
    used = at;
  };

  /** Reads rows until they end; the newest `seq` of them is where the next look begins. */
  const read = (rows: Iterable<unknown>): number[] => {
    const nums: number[] = [];
    for (const row of rows) {
      if (!Array.isArray(row)) continue;
      const num = Number(row[0]);
      put(num, row[2]);
      nums.push(num);
    }
    return nums;
  };

  const lists = (): Postings => {
    postings ??= invert(everybody, starts, lengths, data, dimensions);
    return postings;
  };

  return {
    refresh: () => {
      state = readSearchState(sql);
      const newest = Number(
        sql('SELECT coalesce(max(seq), 0) FROM candidate_facets').pluck().get(),
      );
      if (newest === seq && state.epoch === epoch) return [];
      const many =
        seq === 0 ||
        Number(
          sql(
            `SELECT count(*) FROM (SELECT 1 FROM candidate_facets WHERE seq > ? LIMIT ${MOST_CHANGES + 1})`,
          )
            .pluck()
            .get(seq),
        ) > MOST_CHANGES;
      if (many || state.epoch !== epoch) {
        epoch = state.epoch;
        reset();
        // In stretches: a row at a time takes three times as long, all rows at once a hundred megabytes.
        const stretch = sql(
          `SELECT num, seq, packed FROM candidate_facets WHERE num > ? ORDER BY num LIMIT ${A_STRETCH}`,
        ).raw();
        for (let last = 0; ; ) {
          const nums = read(stretch.all(last));
          last = nums.at(-1) ?? 0;
          if (nums.length < A_STRETCH) break;
        }
        seq = newest;
        return 'everything';
      }
      const nums = read(
        sql('SELECT num, seq, packed FROM candidate_facets WHERE seq > ?').raw().iterate(seq),
      );
      seq = newest;
      if (postings !== null) {
        for (const num of nums) postings.changed.add(num);
        if (postings.changed.size > Math.max(2000, highest / 16)) postings = null;
      }
      if (used > live * SPARE + 65_536) putTogether();
      return nums;
    },
    state: () => state,
    largest: () => highest,
    everybody: () => everybody,
    archived: () => archived,
    number: (column, num) => columns[COLUMNS[column]]?.[num] ?? 0,
    column: (column) => columns[COLUMNS[column]] ?? new Float64Array(0),
    valuesOf: (num, each) => {
      const from = starts[num] ?? 0;
      const to = from + (lengths[num] ?? 0);
      for (let at = from; at < to; at++) {
        const value = data[at] ?? 0;
        each(value & ID_MASK, value >>> DETAIL_SHIFT);
      }
    },
    dimensionOf: (id) => dimensions[id] ?? NO_DIMENSION,
    having: (id) => {
      const found = bitsFor(highest);
      const { from, nums, changed } = lists();
      const end = from[id + 1] ?? 0;
      for (let at = from[id] ?? end; at < end; at++) add(found, nums[at] ?? 0);
      for (const num of changed) {
        remove(found, num);
        const first = starts[num] ?? 0;
        const last = first + (lengths[num] ?? 0);
        for (let at = first; at < last; at++) {
          if (((data[at] ?? 0) & ID_MASK) === id) add(found, num);
        }
      }
      return found;
    },
    postings: lists,
    totals: () => totals,
    tally: (people, counts, by) => {
      for (let word = 0; word < people.length; word++) {
        let bits = people[word] ?? 0;
        while (bits !== 0) {
          const num = (word << 5) + 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          const from = starts[num] ?? 0;
          const to = from + (lengths[num] ?? 0);
          for (let at = from; at < to; at++) {
            const id = (data[at] ?? 0) & ID_MASK;
            counts[id] = (counts[id] ?? 0) + by;
          }
        }
      }
    },
    bytes: () =>
      columns.reduce((sum, column) => sum + column.byteLength, 0) +
      starts.byteLength +
      lengths.byteLength +
      data.byteLength +
      dimensions.byteLength +
      totals.byteLength +
      (postings === null ? 0 : postings.from.byteLength + postings.nums.byteLength),
  };
}

/** Who has each value: the row numbers of term `id` stand from `from[id]` to `from[id + 1]`. What changed since is in `changed`. */
export interface Postings {
  readonly from: Uint32Array;
  readonly nums: Uint32Array;
  readonly changed: Set<number>;
  /** The terms of each dimension that anybody has, those with the longest lists first. */
  readonly longestFirst: readonly Uint32Array[];
  /** The dimension of each term at that time. */
  readonly dimensions: Uint8Array;
}

/** Sorts all values by term, counting first (counting sort). */
function invert(
  everybody: Bits,
  starts: Uint32Array,
  lengths: Uint16Array,
  data: Uint32Array,
  dimensions: Uint8Array,
): Postings {
  const from = new Uint32Array(dimensions.length + 2);
  forEach(everybody, (num) => {
    const first = starts[num] ?? 0;
    const last = first + (lengths[num] ?? 0);
    for (let at = first; at < last; at++) {
      const id = (data[at] ?? 0) & ID_MASK;
      from[id + 2] = (from[id + 2] ?? 0) + 1;
    }
  });
  for (let id = 2; id < from.length; id++) from[id] = (from[id] ?? 0) + (from[id - 1] ?? 0);
  const nums = new Uint32Array(from[from.length - 1] ?? 0);
  forEach(everybody, (num) => {
    const first = starts[num] ?? 0;
    const last = first + (lengths[num] ?? 0);
    for (let at = first; at < last; at++) {
      const id = (data[at] ?? 0) & ID_MASK;
      const place = from[id + 1] ?? 0;
      nums[place] = num;
      from[id + 1] = place + 1;
    }
  });
  const longestFirst = byLength(from, dimensions);
  return { from, nums, changed: new Set(), longestFirst, dimensions: dimensions.slice() };
}

function byLength(from: Uint32Array, dimensions: Uint8Array): readonly Uint32Array[] {
  const terms: number[][] = DIMENSIONS.map(() => []);
  const lengthOf = (id: number): number => (from[id + 1] ?? 0) - (from[id] ?? 0);
  for (let id = 0; id < dimensions.length; id++) {
    if (lengthOf(id) > 0) terms[dimensions[id] ?? NO_DIMENSION]?.push(id);
  }
  return terms.map((ids) => Uint32Array.from(ids.sort((a, b) => lengthOf(b) - lengthOf(a))));
}

function longer<T extends Float64Array | Uint32Array | Uint16Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
