/** Names looked up by the beginning of any of their words. */
export interface WordBook {
  /** The next name, folded. Names added first are found first, so the most frequent come first. */
  readonly add: (name: string) => void;
  /**
   * The numbers (in the order of adding, from 0) of names that begin with `prefix`, then of those with another word that does: `limit` of
   * each at most, and never more than `MOST_FOUND`.
   */
  readonly find: (prefix: string, limit: number) => readonly number[];
}

/** A word may begin as far into a name as this. */
const FARTHEST = 256;
/** Names of each sort that a beginning finds. */
export const MOST_FOUND = 64;
/** A box with more words than this is parted by their next letter. */
const MOST_IN_A_BOX = 64;
/** What is the same for so many letters is not parted further, and only the first of it is looked at. */
const DEEPEST = 40;
const MOST_LOOKED_AT = 1000;

/**
 * The words that begin with the same letters: the first names they stand in, ready for an answer, and all of them while they are few. Many
 * are parted into boxes by the next letter (a burst trie: Heinz, Zobel and Williams, 2002), so no prefix takes longer than a small box.
 */
interface Box {
  /** Names that begin with the letters, and those with another word that does. */
  readonly beginning: number[];
  readonly inside: number[];
  /** Where words stand that go on behind the letters: the number of the name and the place in it. Emptied when they are parted. */
  places: number[];
  parts: Map<number, Box> | null;
}

export function createWordBook(): WordBook {
  const names: string[] = [];
  const root = emptyBox();

  const put = (box: Box, place: number, from: number): void => {
    const number = Math.floor(place / FARTHEST);
    const at = place % FARTHEST;
    const name = names[number] ?? '';
    let into = box;
    for (let depth = from; ; depth++) {
      const first = at === 0 ? into.beginning : into.inside;
      // A name of which two words begin alike is found once.
      if (first.length < MOST_FOUND && first.at(-1) !== number) first.push(number);
      if (at + depth >= name.length) return;
      if (into.parts === null) {
        into.places.push(place);
        if (into.places.length > MOST_IN_A_BOX && depth < DEEPEST) part(into, depth);
        return;
      }
      into = partOf(into.parts, name.charCodeAt(at + depth));
    }
  };
  /** Parts a box whose words have `depth` letters in common. */
  const part = (box: Box, depth: number): void => {
    const { places } = box;
    box.places = [];
    box.parts = new Map();
    for (const place of places) {
      const name = names[Math.floor(place / FARTHEST)] ?? '';
      const next = name.charCodeAt((place % FARTHEST) + depth);
      put(partOf(box.parts, next), place, depth + 1);
    }
  };

  return {
    add: (name) => {
      const number = names.push(name) - 1;
      for (let at = 0; at < name.length && at < FARTHEST; at++) {
        if (at > 0 && !PARTS.has(name.charCodeAt(at - 1))) continue;
        if (!PARTS.has(name.charCodeAt(at))) put(root, number * FARTHEST + at, 0);
      }
    },
    find: (prefix, limit) => {
      let box = root;
      let depth = 0;
      for (; depth < prefix.length && box.parts !== null; depth++) {
        const next = box.parts.get(prefix.charCodeAt(depth));
        if (next === undefined) return [];
        box = next;
      }
      if (depth === prefix.length) return joined(box.beginning, box.inside, limit);
      const beginning: number[] = [];
      const inside: number[] = [];
      for (const place of box.places.slice(0, MOST_LOOKED_AT)) {
        const number = Math.floor(place / FARTHEST);
        const at = place % FARTHEST;
        if (names[number]?.startsWith(prefix, at) === true)
          (at === 0 ? beginning : inside).push(number);
      }
      return joined(beginning, inside, limit);
    },
  };
}

const emptyBox = (): Box => ({ beginning: [], inside: [], places: [], parts: null });

function partOf(parts: Map<number, Box>, letter: number): Box {
  const known = parts.get(letter);
  if (known !== undefined) return known;
  const made = emptyBox();
  parts.set(letter, made);
  return made;
}

/** What both have is named once. */
function joined(
  beginning: readonly number[],
  inside: readonly number[],
  limit: number,
): readonly number[] {
  const first = beginning.slice(0, limit);
  const others = inside.slice(0, limit);
  if (others.length === 0) return first;
  return [...new Set([...first, ...others])];
}

/** What parts words: white space and the punctuation of names. */
const PARTS: ReadonlySet<number> = new Set(
  [...' \t\n-./(),&\'’"'].map((sign) => sign.charCodeAt(0)),
);
