import { clip } from '@/shared/kit/text';
import { glyphForm, glyphsBlanked, glyphsIn, hasGlyphs, runsIn } from './cjk';
import { type NearNode, type Query, type WordsNode, wantedWords } from './query';
import { bareForm, hasRightToLeft, rightToLeftWords } from './rtl';
import { type Beginnings, beginningsOf, placeOfWord, type Token, tokensOf } from './tokens';

/** Half-open range of the text, UTF-16. */
export type Hit = [start: number, end: number];

/** A page of marks is enough for any eye; a CV of one word repeated must not make a million. */
const MOST_HITS = 500;
/** Texts are read this far for hits, in UTF-16 units. */
const READ_AT_MOST = 400_000;

/**
 * Where a text matches the parts of a query that are wanted: ranges in order, not overlapping. Words are compared as the search index
 * compares them; the words of a phrase (and of a term like `node.js`) must follow each other. Chinese, Japanese and Korean are marked where
 * the characters stand, Arabic and Hebrew with and without vowel marks.
 */
export function findHits(text: string, query: Query, limit: number = MOST_HITS): Hit[] {
  const wanted = wantedOf(query);
  const { words: patterns, runs } = wanted;
  if ((patterns.length === 0 && runs.length === 0) || text === '') return [];
  const read = text.length > READ_AT_MOST ? clip(text, READ_AT_MOST) : text;
  const hits = patterns.length === 0 ? [] : wordHits(read, wanted, limit);
  return runs.length === 0 ? hits : joined(hits, glyphHits(read, runs, limit)).slice(0, limit);
}

function wordHits(text: string, wanted: SoughtWords, limit: number): Hit[] {
  const { words: patterns, longest, isRightToLeft, sought } = wanted;
  const window: Token[] = [];
  const hits: Hit[] = [];
  // Most of a long text stands before its first hit, and need not be cut into words.
  const from = wanted.firstWords === null ? 0 : placeOfWord(text, wanted.firstWords);
  if (from === text.length) return hits;
  const rest = text.slice(from);
  for (const token of isRightToLeft ? wordsWithMarks(rest) : words(rest, sought)) {
    // What was passed over is no word of any pattern, so none runs across it.
    if (token.apart === true) window.length = 0;
    window.push(token);
    if (window.length > longest) window.shift();
    for (const pattern of patterns) {
      const first = matchesAtEnd(window, pattern);
      if (first !== null) addHit(hits, [from + first.start, from + token.end]);
    }
    if (hits.length >= limit) break;
  }
  return hits;
}

/**
 * A piece of a text around its first hits, about `length` UTF-16 units long, cut between words, with white space squeezed and the hits in
 * it. Null when nothing matches.
 */
export function snippetOf(
  text: string,
  query: Query,
  length: number,
): { readonly text: string; readonly hits: Hit[] } | null {
  const first = findHits(text, query, 1)[0];
  if (first === undefined) return null;
  const from = wordStart(text, Math.max(0, first[0] - Math.floor(length / 3)));
  const to = wordEnd(text, Math.min(text.length, Math.max(from + length, first[1])));
  const piece = text
    .slice(from, to)
    .replace(/[\s\u0000-\u001f]+/gu, ' ')
    .trim();
  const shown = `${from > 0 ? '… ' : ''}${piece}${to < text.length ? ' …' : ''}`;
  return { text: shown, hits: findHits(shown, query) };
}

interface Pattern {
  readonly words: readonly string[];
  /** Whether the last word is only a beginning. */
  readonly prefix: boolean;
}

interface Wanted {
  readonly words: readonly Pattern[];
  /** Runs of Chinese, Japanese or Korean. */
  readonly runs: readonly string[];
}

interface SoughtWords extends Wanted {
  /** Words of the longest pattern. */
  readonly longest: number;
  readonly isRightToLeft: boolean;
  readonly sought: Beginnings;
  /** Finds the first words of the patterns, in letters of any case; null where they are not all plain. */
  readonly firstWords: RegExp | null;
}

/** What is looked for by a query: a page of fifty asks two hundred times for the same. */
function wantedOf(query: Query): SoughtWords {
  const known = wantedBy.get(query);
  if (known !== undefined) return known;
  const all = wantedWords(query).map(patternsOf);
  const patterns = all.flatMap((one) => one.words);
  const words = patterns.flatMap((one) => one.words);
  const wanted = {
    words: patterns,
    runs: all.flatMap(({ runs }) => runs),
    longest: Math.max(0, ...patterns.map((one) => one.words.length)),
    isRightToLeft: words.some(hasRightToLeft),
    sought: beginningsOf(words),
    firstWords: finderOf(patterns.flatMap((one) => one.words.slice(0, 1))),
  };
  wantedBy.set(query, wanted);
  return wanted;
}
const wantedBy = new WeakMap<Query, SoughtWords>();

const finderOf = (firstWords: readonly string[]): RegExp | null =>
  firstWords.length > 0 && firstWords.every((word) => /^[a-z0-9+#]+$/.test(word))
    ? new RegExp(firstWords.map((word) => word.replaceAll('+', '\\+')).join('|'), 'gi')
    : null;

function patternsOf(node: WordsNode | NearNode): Wanted {
  // Words near each other are marked one by one.
  if (node.kind === 'near')
    return { words: node.words.map((word) => pattern(word, false)), runs: [] };
  if (!hasGlyphs(node.text))
    return { words: [pattern(node.text, node.kind === 'prefix')], runs: [] };
  const rest = pattern(glyphsIn(node.text).rest, false);
  return { words: rest.words.length === 0 ? [] : [rest], runs: runsIn(node.text) };
}

const pattern = (text: string, prefix: boolean): Pattern => ({
  words: [...tokensOf(bareForm(text))].map((token) => token.folded),
  prefix,
});

/** The words of a text; one that Chinese, Japanese or Korean hangs on is given without it (`Java工程师`). */
function* words(text: string, sought: Beginnings | null = null): Generator<Token, void, undefined> {
  let apart = false;
  for (const token of tokensOf(text, sought)) {
    const { folded, start, end } = token;
    apart ||= token.apart === true;
    const isPlain =
      folded.charCodeAt(0) < FIRST_GLYPH && folded.charCodeAt(folded.length - 1) < FIRST_GLYPH;
    if (isPlain || !hasGlyphs(folded)) {
      yield apart ? { ...token, apart } : token;
      apart = false;
    } else {
      for (const part of tokensOf(glyphsBlanked(text.slice(start, end)))) {
        yield { ...part, start: start + part.start, end: start + part.end, apart };
        apart = false;
      }
    }
  }
}

/** As `words`, with Arabic and Hebrew words in their bare form: the marks on their letters part no words. */
function* wordsWithMarks(text: string): Generator<Token, void, undefined> {
  let last = 0;
  for (const match of rightToLeftWords(text)) {
    yield* shifted(text.slice(last, match.index), last);
    last = match.index + match[0].length;
    yield { start: match.index, end: last, folded: bareForm(match[0]) };
  }
  yield* shifted(text.slice(last), last);
}

function* shifted(text: string, by: number): Generator<Token, void, undefined> {
  for (const token of words(text)) yield { ...token, start: token.start + by, end: token.end + by };
}

const FIRST_GLYPH = 0x1100;

function glyphHits(text: string, runs: readonly string[], limit: number): Hit[] {
  if (!hasGlyphs(text)) return [];
  const form = glyphForm(text);
  const hits: Hit[] = [];
  for (const run of runs) {
    let at = form.indexOf(run);
    for (let count = 0; at >= 0 && count < limit; count++) {
      hits.push([at, at + run.length]);
      at = form.indexOf(run, at + run.length);
    }
  }
  return hits;
}

/** Both in order, as one where they touch or overlap. */
function joined(some: readonly Hit[], others: readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  for (const hit of [...some, ...others].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const previous = hits.at(-1);
    if (previous === undefined || previous[1] < hit[0]) hits.push([...hit]);
    else previous[1] = Math.max(previous[1], hit[1]);
  }
  return hits;
}

/** The first token of the match that ends with the newest token, or null. */
function matchesAtEnd(window: readonly Token[], pattern: Pattern): Token | null {
  const { words, prefix } = pattern;
  const from = window.length - words.length;
  if (words.length === 0 || from < 0) return null;
  for (const [index, word] of words.entries()) {
    const token = window[from + index]?.folded ?? '';
    const last = index === words.length - 1;
    if (last && prefix ? !token.startsWith(word) : token !== word) return null;
  }
  return window[from] ?? null;
}

function addHit(hits: Hit[], hit: Hit): void {
  // A new hit ends last; it may swallow or join those before it.
  while (true) {
    const previous = hits.at(-1);
    if (previous === undefined || previous[1] <= hit[0]) break;
    hits.pop();
    hit = [Math.min(previous[0], hit[0]), Math.max(previous[1], hit[1])];
  }
  hits.push(hit);
}

// A cut may run into a word without spaces (Chinese, a URL): then it is made where it is.
const LONGEST_WORD = 40;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  for (let place = at; place > at - LONGEST_WORD && place > 0; place--) {
    if (/\s/u.test(text.charAt(place - 1))) return place;
  }
  return insidePair(text, at) ? at - 1 : at;
}

function wordEnd(text: string, at: number): number {
  for (let place = at; place < at + LONGEST_WORD && place < text.length; place++) {
    if (/\s/u.test(text.charAt(place))) return place;
  }
  if (at + LONGEST_WORD >= text.length) return text.length;
  return insidePair(text, at) ? at + 1 : at;
}

const insidePair = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};
