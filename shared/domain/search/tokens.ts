/** A word of a text as the search index sees it. */
export interface Token {
  /** Half-open range in the original text, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/**
 * Letters that SQLite's unicode61 does not fold, with what they are found by. The same list, frozen in SQL, feeds the index (migration
 * 0001, view candidate_text): a change here needs a migration that rebuilds the view and the index.
 */
const REPLACED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ı: 'i',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

// Letters, digits, private use, `+` and `#` (C++, C#); a combining mark goes on a word but does not begin one.
const WORD = /[\p{L}\p{N}\p{Co}+#][\p{L}\p{N}\p{Co}+#\u0300-\u0331]*/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The words of a text, cut and folded the way the index does it (FTS5 `unicode61 remove_diacritics 2 tokenchars '+#'`), lazily: a long CV
 * whose hit stands at its top is not read to its end.
 */
export function* tokensOf(text: string): Generator<Token, void, undefined> {
  for (const match of text.matchAll(WORD)) {
    yield { start: match.index, end: match.index + match[0].length, folded: foldToken(match[0]) };
  }
}

/** A word without case and accents, as the index keeps it. */
export function foldToken(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  let folded = '';
  for (const letter of word) folded += REPLACED[letter] ?? foldLetter(letter);
  return folded;
}

// unicode61 takes accents off Latin letters only: й stays й.
function foldLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x300 && code <= 0x331) return '';
  if (code < 0x80) return letter.toLowerCase();
  const base = letter.normalize('NFD').charAt(0);
  if (/[a-zA-Z]/.test(base)) return base.toLowerCase();
  return letter.toLowerCase();
}
