import { SEARCH_FIELDS, type SearchField } from './query';

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
      readonly field: SearchField;
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
  '|': 'or',
  '||': 'or',
  NOT: 'not',
  NEAR: 'near',
};
const FIELDS: ReadonlySet<string> = new Set(SEARCH_FIELDS);

/**
 * Cuts a typed query into words, quotes, brackets, operators (`AND` `OR` `NOT` in capitals, `&` `|`, `-` or `!` before what is excluded)
 * and fields (`skill:`). Every character belongs to one piece or is white space; nothing is an error here.
 */
export function lexQuery(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
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
  let end = start;
  while (end < text.length && !endsWord(text.charAt(end), end === start)) end++;
  const word = text.slice(start, end);
  const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
  if (operator !== undefined && (operator !== 'near' || opensNext(text, end)))
    return { kind: operator, start, end };
  const colon = word.indexOf(':');
  const field = colon > 0 ? fieldOf(word.slice(0, colon)) : null;
  if (field !== null) return { kind: 'field', field, start, end: start + colon + 1 };
  return { kind: 'word', text: word, start, end };
}

function fieldOf(word: string): SearchField | null {
  const name = word.toLowerCase();
  // Only a name of the list passes.
  return FIELDS.has(name) ? (name as SearchField) : null;
}

/** NEAR is a word like any other unless a bracket follows. */
const opensNext = (text: string, at: number): boolean => /^\s*\(/.test(text.slice(at, at + 10));

const isSpace = (letter: string): boolean => /\s/u.test(letter);

/** Brackets end a word, and so does a quotation mark, except as its first letter, where a phrase would have been read already. */
const endsWord = (letter: string, first: boolean): boolean =>
  isSpace(letter) ||
  (!first && (letter === '(' || letter === ')' || CLOSING[letter] !== undefined));
