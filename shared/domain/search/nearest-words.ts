/** A word of the index. */
export interface KnownWord {
  readonly word: string;
  /** In how many candidates it is. */
  readonly count: number;
}

/** How many letters may be wrong in a word: none in a short one, which too many others are near to. */
export function mistakesIn(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * Words nearest to a misspelt one, at most `limit`: those with the fewest letters left out, put in, changed or swapped (at most
 * `mistakesIn`), of these the most frequent first. A word far rarer than the first is left out: it is a mistake itself as a rule.
 */
export function nearestWords(
  word: string,
  known: readonly KnownWord[],
  limit: number,
): readonly string[] {
  const letters = lettersOf(word);
  let nearest = mistakesIn(word);
  let found: KnownWord[] = [];
  if (nearest === 0) return [];
  for (const one of known) {
    if (Math.abs(one.word.length - word.length) > nearest) continue;
    // A letter changed changes two of the set at most.
    if (countBits(lettersOf(one.word) ^ letters) > 2 * nearest) continue;
    const distance = mistakesBetween(word, one.word, nearest);
    if (distance > nearest || distance === 0) continue;
    if (distance < nearest) found = [];
    nearest = distance;
    found.push(one);
  }
  found.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  const most = found[0]?.count ?? 0;
  return found
    .filter(({ count }) => count * RARER >= most)
    .slice(0, limit)
    .map((one) => one.word);
}
const RARER = 50;

/**
 * How many letters have to be left out, put in, changed or swapped with their neighbour to make one word of the other (the restricted
 * distance of Damerau and Levenshtein); more than `most` when it is more than that.
 */
export function mistakesBetween(one: string, other: string, most: number): number {
  const width = other.length + 1;
  let beforeLast = new Uint8Array(width);
  let last = Uint8Array.from({ length: width }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = new Uint8Array(width).fill(MUCH);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(other.length, i + most); j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? MUCH) + 1,
        (row[j - 1] ?? MUCH) + 1,
        (last[j - 1] ?? MUCH) + (same ? 0 : 1),
      );
      const isSwap =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? MUCH) + 1);
      row[j] = Math.min(cost, MUCH);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? MUCH;
}
const MUCH = 200;

/** Which letters are in a word, a bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
