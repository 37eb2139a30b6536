/** A number from 0 up to 1. */
export type Random = () => number;

/** A small seeded random number generator (mulberry32): the same seed gives the same people on every machine. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An element by Zipf's law (exponent 1): the n-th comes about n times less often than the first. */
export function zipf<T>(random: Random, list: readonly T[]): T {
  const rank = Math.floor((list.length + 1) ** random()) - 1;
  const value = list[Math.min(rank, list.length - 1)];
  if (value === undefined) throw new Error('an empty list');
  return value;
}

/** An element, each as likely as the other. */
export function uniform<T>(random: Random, list: readonly T[]): T {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new Error('an empty list');
  return value;
}

/** The same elements in another order (Fisher and Yates). */
export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = mixed[index];
    const moved = mixed[other];
    if (kept === undefined || moved === undefined) continue;
    mixed[index] = moved;
    mixed[other] = kept;
  }
  return mixed;
}

/** So many different words that nobody ever said, of `shortest` to `longest` syllables. */
export function invent(random: Random, count: number, shortest: number, longest: number): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = shortest + Math.floor(random() * (longest - shortest + 1));
    let word = '';
    for (let index = 0; index < syllables; index++) {
      word += uniform(random, ONSETS) + uniform(random, NUCLEI) + uniform(random, CODAS);
    }
    made.add(word);
  }
  return [...made];
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const ONSETS = [...'b br c d dr f g gr h j k l m n p pr r s st t tr v w z'.split(' '), ''];
const NUCLEI = 'a e i o u ai ea ou io'.split(' ');
const CODAS = ['', ...'n r s l t m nd x'.split(' ')];
