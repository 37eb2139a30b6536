import { type Part, PARTS, type Weights } from '@/shared/domain/matching/score-types';
import type { Bits } from './bits';

/** How alike everybody is to a job in each part, 0 to 1000 by row number; null where the job asks for nothing there. */
export type PartColumns = Readonly<Record<Part, Uint16Array | null>> & {
  /** How many must-haves they meet, 255 at most. */
  readonly mustHavesMet: Uint8Array;
};

/** A hundred points in hundredths. */
const FULL_SCORE = 10_000;
/** Whole scores from 0 to 100. */
const BINS = 101;

/** Everybody of a set in the order of their scores, with what is counted on the way. */
export interface Ranking {
  /** Hundredths of a point by row number; only those of the set are set. */
  readonly scores: Uint16Array;
  readonly compared: number;
  /** How many have each whole score, rounded down. */
  readonly histogram: readonly number[];
  /** Of the one in the middle, the lower of two; null when there is nobody. */
  readonly median: number | null;
  /** How many have this score or more. */
  readonly atLeast: (score: number) => number;
  /** Row numbers in the order of `byRank`, best first; of two alike in all of that who came first. `least` is the least score taken. */
  readonly page: (least: number, offset: number, limit: number) => readonly number[];
}

/**
 * Scores a set of people by weights: the number of `totalPoints` for each. Counting sort: a score is one of 10,001 numbers, so one pass
 * counts them, and a page is found with a second one that keeps only what is on it.
 */
export function rankPeople(
  columns: PartColumns,
  weights: Weights,
  people: Bits,
  largest: number,
): Ranking {
  const scores = new Uint16Array(largest + 1);
  const counts = new Uint32Array(FULL_SCORE + 1);
  const compared = scoreInto(scores, counts, columns, weights, people);
  return {
    scores,
    compared,
    histogram: binned(counts),
    median: medianOf(counts, compared),
    atLeast: (score) => sumFrom(counts, score),
    page: (least, offset, limit) =>
      pageOf(columns, { scores, counts, people }, { least, offset, limit }),
  };
}

function scoreInto(
  scores: Uint16Array,
  counts: Uint32Array,
  columns: PartColumns,
  weights: Weights,
  people: Bits,
): number {
  const asked = PARTS.flatMap((part) => {
    const column = columns[part];
    const weight = weights[part];
    return column === null || weight === 0 ? [] : [{ column, weight }];
  });
  const sum = asked.reduce((total, { weight }) => total + weight, 0);
  // Five columns with weights of 0 rather than a loop over parts: this is what a slider waits for.
  const none = new Uint16Array(0);
  const [a = none, b = none, c = none, d = none, e = none] = asked.map(({ column }) => column);
  const [wa = 0, wb = 0, wc = 0, wd = 0, we = 0] = asked.map(({ weight }) => weight * 20);
  const twice = Math.max(1, sum * 2);
  let compared = 0;
  for (let word = 0; word < people.length; word++) {
    let bits = people[word] ?? 0;
    while (bits !== 0) {
      const num = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const weighted =
        wa * (a[num] ?? 0) +
        wb * (b[num] ?? 0) +
        wc * (c[num] ?? 0) +
        wd * (d[num] ?? 0) +
        we * (e[num] ?? 0);
      const score = Math.floor((weighted + sum) / twice);
      scores[num] = score;
      counts[score] = (counts[score] ?? 0) + 1;
      compared++;
    }
  }
  return compared;
}

function binned(counts: Uint32Array): readonly number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (let score = 0; score < counts.length; score++) {
    const bin = Math.floor(score / 100);
    bins[bin] = (bins[bin] ?? 0) + (counts[score] ?? 0);
  }
  return bins;
}

function medianOf(counts: Uint32Array, compared: number): number | null {
  if (compared === 0) return null;
  const middle = Math.ceil(compared / 2);
  let seen = 0;
  for (let score = 0; score < counts.length; score++) {
    seen += counts[score] ?? 0;
    if (seen >= middle) return score;
  }
  return null;
}

function sumFrom(counts: Uint32Array, least: number): number {
  let sum = 0;
  for (let score = Math.max(0, least); score < counts.length; score++) sum += counts[score] ?? 0;
  return sum;
}

interface Counted {
  readonly scores: Uint16Array;
  /** How many have each score. */
  readonly counts: Uint32Array;
  readonly people: Bits;
}

function pageOf(
  columns: PartColumns,
  { scores, counts, people }: Counted,
  asked: { readonly least: number; readonly offset: number; readonly limit: number },
): readonly number[] {
  const { least, offset, limit } = asked;
  if (limit === 0) return [];
  // Scores from `high` down to `low` hold the page; `before` are better than all of them.
  let before = 0;
  let high = FULL_SCORE;
  while (high >= least && before + (counts[high] ?? 0) <= offset) before += counts[high--] ?? 0;
  if (high < least) return [];
  let low = high;
  let reach = before + (counts[low] ?? 0);
  while (low > least && reach < offset + limit) reach += counts[--low] ?? 0;
  // Where those of each score begin among them.
  const firsts = new Uint32Array(high - low + 2);
  for (let at = 1; at < firsts.length; at++)
    firsts[at] = (firsts[at - 1] ?? 0) + (counts[high - at + 1] ?? 0);
  const next = firsts.slice();
  const keys = new Float64Array(reach - before);
  for (let word = 0; word < people.length; word++) {
    let bits = people[word] ?? 0;
    while (bits !== 0) {
      const num = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const score = scores[num] ?? 0;
      if (score < low || score > high) continue;
      const at = next[high - score] ?? 0;
      next[high - score] = at + 1;
      keys[at] = tieKey(columns, num);
    }
  }
  for (let at = 0; at + 1 < firsts.length; at++) keys.subarray(firsts[at], firsts[at + 1]).sort();
  return Array.from(
    keys.subarray(offset - before, offset - before + limit),
    (key) => key % MOST_PEOPLE,
  );
}

const MOST_PEOPLE = 2 ** 24;
const LIKENESSES = 1001;

/** What orders people of one score, the smallest first: `byRank` in one whole number of 52 bits, with the row number at its end. */
const tieKey = ({ mustHavesMet, title, skills }: PartColumns, num: number): number =>
  (((255 - (mustHavesMet[num] ?? 0)) * LIKENESSES + 1000 - (title?.[num] ?? 0)) * LIKENESSES +
    1000 -
    (skills?.[num] ?? 0)) *
    MOST_PEOPLE +
  num;
