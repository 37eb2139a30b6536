import type { Query, QueryPart } from './query';
import { tokensOf } from './tokens';

/** More parts than this are left out, and said so. */
export const MOST_PARTS = 24;

/** Letters a word needs before it counts as one being typed. */
const SHORTEST_PREFIX = 2;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/**
 * Reads what a person typed into the search box: words, `"exact phrases"`, `begin*` and `-without`. All parts must match. The word being
 * typed (the last one, with nothing after it) counts as the beginning of a word once it has two letters. Never throws: what cannot be
 * understood is pointed at in `problems`, and the rest is searched.
 */
export function parseQuery(text: string): Query {
  const parts: QueryPart[] = [];
  const problems: Query['problems'] = [];
  let at = 0;

  while (at < text.length) {
    if (/\s/u.test(text.charAt(at))) {
      at++;
      continue;
    }
    const piece = readPiece(text, at);
    at = piece.part.end;
    if (piece.unclosed)
      problems.push({ code: 'unclosed-quote', start: piece.quote, end: text.length });
    if (!hasWord(piece.part.text)) {
      problems.push({ code: 'nothing-to-search', start: piece.part.start, end: piece.part.end });
    } else if (parts.length === MOST_PARTS) {
      problems.push({ code: 'too-many-parts', start: piece.part.start, end: text.length });
      break;
    } else {
      parts.push(piece.part);
    }
  }

  if (parts.length > 0 && parts.every((part) => part.exclude)) {
    problems.push({ code: 'only-exclusions', start: parts[0]?.start ?? 0, end: text.length });
  }
  return { parts, problems };
}

interface Piece {
  readonly part: QueryPart;
  readonly unclosed: boolean;
  /** Where the quotation mark stands. */
  readonly quote: number;
}

function readPiece(text: string, start: number): Piece {
  const next = text.charAt(start + 1);
  const exclude = text.charAt(start) === '-' && next !== '' && !/\s/u.test(next);
  const from = exclude ? start + 1 : start;
  const closing = CLOSING[text.charAt(from)];
  return closing === undefined
    ? readWord(text, start, from, exclude)
    : readPhrase(text, start, from, exclude, closing);
}

function readPhrase(
  text: string,
  start: number,
  quote: number,
  exclude: boolean,
  closing: string,
): Piece {
  const found = text.indexOf(closing, quote + 1);
  const unclosed = found === -1;
  const inside = text.slice(quote + 1, unclosed ? text.length : found);
  const end = unclosed ? text.length : found + 1;
  return { part: { kind: 'phrase', text: inside, exclude, start, end }, unclosed, quote };
}

function readWord(text: string, start: number, from: number, exclude: boolean): Piece {
  let end = from;
  while (end < text.length && !endsWord(text.charAt(end), end === from)) end++;
  const typed = text.slice(from, end);
  const starred = /\*+$/u.test(typed);
  const word = starred ? typed.replace(/\*+$/u, '') : typed;
  const beingTyped =
    end === text.length && !exclude && lastWordLength(word) >= SHORTEST_PREFIX && endsInWord(word);
  const kind = starred || beingTyped ? 'prefix' : 'term';
  return { part: { kind, text: word, exclude, start, end }, unclosed: false, quote: from };
}

function hasWord(text: string): boolean {
  return tokensOf(text).next().done !== true;
}

function lastWordLength(text: string): number {
  let length = 0;
  for (const token of tokensOf(text)) length = [...token.folded].length;
  return length;
}

function endsInWord(text: string): boolean {
  let end = -1;
  for (const token of tokensOf(text)) end = token.end;
  return end === text.length;
}

// A quotation mark begins a phrase of its own, except as the first letter, where a phrase would have been read already.
const endsWord = (letter: string, first: boolean): boolean =>
  /\s/u.test(letter) || (!first && CLOSING[letter] !== undefined);
