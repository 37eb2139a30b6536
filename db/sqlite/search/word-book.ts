/** Names looked up by the beginning of any of their words. */
export interface WordBook {
  /** The next name, folded. Names added first are found first, so the most frequent come first. */
  readonly add: (name: string) => void;
  /**
   * The numbers (in the order of adding, from 0) of names that begin with `prefix`, then of those with another word that does: `limit` of
   * each at most.
   */
  readonly find: (prefix: string, limit: number) => readonly number[];
}

/** A word may begin as far into a name as this. */
const FARTHEST = 256;
/** What one letter finds: the first so many. */
const MOST_OF_A_LETTER = 40;
/** A look through names that share two letters ends here. */
const MOST_LOOKED_AT = 20_000;

/** Words lie in boxes by their first two letters: a box of a hundred thousand names has a few hundred words, read in microseconds. */
export function createWordBook(): WordBook {
  const names: string[] = [];
  const boxes = new Map<string, number[]>();
  const put = (key: string, place: number, most: number): void => {
    const box = boxes.get(key);
    if (box === undefined) boxes.set(key, [place]);
    else if (box.length < most) box.push(place);
  };
  return {
    add: (name) => {
      const number = names.push(name) - 1;
      for (let at = 0; at < name.length && at < FARTHEST; at++) {
        if (at > 0 && !PARTS.has(name.charCodeAt(at - 1))) continue;
        if (PARTS.has(name.charCodeAt(at))) continue;
        const place = number * FARTHEST + at;
        put(name.charAt(at), place, MOST_OF_A_LETTER);
        if (at + 1 < name.length) put(name.slice(at, at + 2), place, Number.POSITIVE_INFINITY);
      }
    },
    find: (prefix, limit) => {
      const box = boxes.get(prefix.slice(0, 2)) ?? [];
      const beginning: number[] = [];
      const inside: number[] = [];
      for (let index = 0; index < box.length && index < MOST_LOOKED_AT; index++) {
        const place = box[index] ?? 0;
        const number = Math.floor(place / FARTHEST);
        const at = place % FARTHEST;
        const found = at === 0 ? beginning : inside;
        if (found.length < limit && names[number]?.startsWith(prefix, at) === true)
          found.push(number);
        if (beginning.length === limit) break;
      }
      return [...new Set([...beginning, ...inside])];
    },
  };
}

/** What parts words: white space and the punctuation of names. */
const PARTS: ReadonlySet<number> = new Set(
  [...' \t\n-./(),&\'’"'].map((sign) => sign.charCodeAt(0)),
);
