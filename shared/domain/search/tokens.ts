/** A word of a text as the search index sees it. */
export interface Token {
  /** Half-open range in the original text, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Whether words that nobody looks for were passed over before this one. */
  readonly apart?: boolean;
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

// Letters, digits, `+` and `#` (C++, C#). Of the combining marks, only those that unicode61 knows go on a word (none begins
// one); the rest part words, as they do there.
const MARKS =
  '\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331';
const LETTER = /[\p{L}\p{N}+#]/u;
const MARK = new RegExp(`[${MARKS}]`, 'u');
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The words of a text, cut and folded the way the index does it (FTS5 `unicode61 remove_diacritics 2 categories 'L* N*' tokenchars '+#'`), lazily: a long CV
 * whose hit stands at its top is not read to its end. `beginnings` (see `beginningsOf`) passes over words of plain letters that begin
 * otherwise, which saves cutting and folding nearly all of them; `apart` on the next word says that some were.
 */
export function* tokensOf(
  text: string,
  beginnings: Beginnings | null = null,
): Generator<Token, void, undefined> {
  let at = 0;
  let apart = false;
  while (at < text.length) {
    const start = at;
    let code = text.charCodeAt(at);
    if (isHighSurrogate(code)) code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    if (kindOf(code) !== WORD) continue;
    const first = code;
    let plain = code < 0x80;
    while (at < text.length) {
      code = text.charCodeAt(at);
      if (isHighSurrogate(code)) code = text.codePointAt(at) ?? 0;
      if (kindOf(code) === APART) break;
      plain &&= code < 0x80;
      at += code > 0xffff ? 2 : 1;
    }
    if (plain && beginnings !== null && beginnings[first] === 0) {
      apart = true;
      continue;
    }
    const word = text.slice(start, at);
    const folded = plain ? word.toLowerCase() : foldToken(word);
    yield apart ? { start, end: at, folded, apart } : { start, end: at, folded };
    apart = false;
  }
}

/**
 * Where the first word stands that begins as `finder` finds (plain letters, in any case); the length of the text where there is none, and 0
 * where a letter that is not plain comes before it, which may be another form of a plain one.
 */
export function placeOfWord(text: string, finder: RegExp): number {
  finder.lastIndex = 0;
  let place = text.length;
  for (let found = finder.exec(text); found !== null; found = finder.exec(text)) {
    const { index } = found;
    if (index === 0 || kindOf(text.charCodeAt(index - 1)) === APART) {
      place = index;
      break;
    }
    finder.lastIndex = index + 1;
  }
  for (let at = 0; at < place; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 && (isSurrogate(code) || kindOf(code) !== APART)) return 0;
  }
  return place;
}

/** 1 for each ASCII code that a word looked for may begin with. */
export type Beginnings = Uint8Array;

/** With what letters, large or small, the folded words begin. */
export function beginningsOf(words: readonly string[]): Beginnings {
  const codes = new Uint8Array(0x80);
  for (const word of words) {
    const first = word.charAt(0);
    for (const letter of [first, first.toUpperCase()]) {
      const code = letter.charCodeAt(0);
      if (code < 0x80) codes[code] = 1;
    }
  }
  return codes;
}

const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800;
const isHighSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800;

const APART = 1;
const WORD = 2;
const ON_WORD = 3;
/** What each letter is, found out once: a list of fifty people reads fifty CVs, and a regular expression over each took 8 ms. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  if (code > 0xffff) return classify(code);
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

function classify(code: number): number {
  const letter = String.fromCodePoint(code);
  if (LETTER.test(letter)) return WORD;
  return MARK.test(letter) ? ON_WORD : APART;
}

/** A word without case and accents, as the index keeps it. */
export function foldToken(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  let folded = '';
  for (const letter of word) folded += foldedLetter(letter);
  return folded;
}

/** A word in the form to ask the index for: its letters replaced as in the index, case and accents left for the index to fold. */
export function indexForm(word: string): string {
  if (PLAIN.test(word)) return word;
  let form = '';
  for (const letter of word) form += REPLACED[letter] ?? letter;
  return form;
}

const foldedLetters = new Map<string, string>();

function foldedLetter(letter: string): string {
  const known = foldedLetters.get(letter);
  if (known !== undefined) return known;
  const folded = REPLACED[letter] ?? foldLetter(letter);
  foldedLetters.set(letter, folded);
  return folded;
}

// unicode61 takes accents off Latin letters only: й stays й. Case is folded by way of upper case, so that ς and σ are one.
function foldLetter(letter: string): string {
  if (letter < '\u0080') return letter.toLowerCase();
  if (MARK.test(letter)) return '';
  const upper = letter.toUpperCase();
  const lower = (upper.length === letter.length ? upper : letter).toLowerCase();
  const base = lower.normalize('NFD').charAt(0);
  return base >= 'a' && base <= 'z' ? base : lower;
}
