import { FACT_FIELDS, type FactField, SEARCH_FIELDS, type SearchField } from './query';

/** What may stand before a colon. */
export type TypedField = SearchField | FactField;

/** A piece of a typed query. Ranges are half-open in the typed text. */
export type Lexeme =
  | { readonly kind: 'word'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'phrase';
      readonly text: string;
      readonly unclosed: boolean;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'field';
      readonly field: TypedField;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'and' | 'or' | 'not' | 'near' | 'open' | 'close';
      readonly start: number;
      readonly end: number;
    };

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not' | 'near'>> = {
  AND: 'and',
  '&': 'and',
  '&&': 'and',
  OR: 'or',
  NOT: 'not',
  NEAR: 'near',
};
/** The fields, and other words people have for them. */
const FIELDS: ReadonlyMap<string, TypedField> = new Map<string, TypedField>([
  ...[...SEARCH_FIELDS, ...FACT_FIELDS].map((field) => [field, field] as const),
  ['skills', 'skill'],
  ['job', 'title'],
  ['role', 'title'],
  ['position', 'title'],
  ['employer', 'company'],
  ['university', 'school'],
  ['education', 'school'],
  ['place', 'city'],
  ['location', 'city'],
  ['tags', 'tag'],
  ['notes', 'note'],
  ['resume', 'cv'],
  ['lang', 'language'],
  ['speaks', 'language'],
  ['level', 'seniority'],
  ['pool', 'list'],
  ['without', 'missing'],
]);
/** `years>=5`, also with spaces around the sign. */
const RANGE = /(?:years|updated|added)\s{0,5}(?:[<>]=?|=|:)\s{0,5}[^\s()"|]*/iuy;
/** In Hebrew a quotation mark between two letters belongs to the word: מנכ"ל. */
const HEBREW = /[\u05d0-\u05ea]/;

/**
 * Cuts a typed query into words, quotes, brackets, operators (`AND` `OR` `NOT` in capitals, `&` `|`, `-` or `!` before what is excluded)
 * fields (`skill:`) and ranges (`years>=5`). Every character belongs to one piece or is white space; nothing is an error here.
 */
export function lexQuery(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at)) || isPlus(text, at)) {
      at++;
      continue;
    }
    const lexeme = lexemeAt(text, at);
    lexemes.push(lexeme);
    at = lexeme.end;
  }
  return lexemes;
}

function lexemeAt(text: string, start: number): Lexeme {
  const letter = text.charAt(start);
  const next = text.charAt(start + 1);
  if (letter === '(') return { kind: 'open', start, end: start + 1 };
  if (letter === ')') return { kind: 'close', start, end: start + 1 };
  if (letter === '|') return { kind: 'or', start, end: next === '|' ? start + 2 : start + 1 };
  // A dash with white space behind it is a dash.
  if ((letter === '-' || letter === '!') && next !== '' && !isSpace(next) && next !== ')')
    return { kind: 'not', start, end: start + 1 };
  const closing = CLOSING[letter];
  if (closing !== undefined) return phraseAt(text, start, closing);
  return wordAt(text, start);
}

function phraseAt(text: string, start: number, closing: string): Lexeme {
  const found = text.indexOf(closing, start + 1);
  const unclosed = found === -1;
  const inside = text.slice(start + 1, unclosed ? text.length : found);
  const end = unclosed ? text.length : found + 1;
  return { kind: 'phrase', text: inside, unclosed, start, end };
}

function wordAt(text: string, start: number): Lexeme {
  const range = rangeAt(text, start);
  if (range !== null) return range;
  // Before the word is read to its end: `skill:skill:…` must not be read over and over.
  const name = /^[a-z]{2,12}(?=:)/iu.exec(text.slice(start, start + 13))?.[0] ?? '';
  const field = fieldOf(name);
  if (field !== null) return { kind: 'field', field, start, end: start + name.length + 1 };
  let end = start;
  while (end < text.length && !endsWord(text, end, start)) end++;
  const word = text.slice(start, end);
  const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
  if (operator !== undefined && (operator !== 'near' || opensNext(text, end)))
    return { kind: operator, start, end };
  return { kind: 'word', text: word, start, end };
}

function rangeAt(text: string, start: number): Lexeme | null {
  RANGE.lastIndex = start;
  const typed = RANGE.exec(text)?.[0];
  if (typed === undefined) return null;
  const end = start + typed.trimEnd().length;
  return { kind: 'word', text: text.slice(start, end), start, end };
}

const fieldOf = (word: string): TypedField | null => FIELDS.get(word.toLowerCase()) ?? null;

/** `+java`, as search engines on the web had it: it must be there, as everything that is typed. */
const isPlus = (text: string, at: number): boolean =>
  text.charAt(at) === '+' && /^[\p{L}("“„«]/u.test(text.slice(at + 1, at + 3));

/** NEAR is a word like any other unless a bracket follows. */
const opensNext = (text: string, at: number): boolean => /^\s*\(/.test(text.slice(at, at + 10));

const isSpace = (letter: string): boolean => /\s/u.test(letter);

/** Brackets and bars end a word, and so does a quotation mark, except as its first letter, where a phrase would have been read already. */
function endsWord(text: string, at: number, start: number): boolean {
  const letter = text.charAt(at);
  if (isSpace(letter)) return true;
  if (at === start) return false;
  if (letter === '"')
    return !(HEBREW.test(text.charAt(at - 1)) && HEBREW.test(text.charAt(at + 1)));
  return letter === '(' || letter === ')' || letter === '|' || CLOSING[letter] !== undefined;
}
