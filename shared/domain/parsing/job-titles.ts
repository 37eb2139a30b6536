import { fold } from '@/shared/kit/text';
import { readJobTitles, titleWordData } from './title-data';
import { formsOf, isUnspaced, keyOfName, type TitleWord, titleWords } from './title-words';

/** How high a title stands, lowest first; the table of words is `levels` in resources/titles/words.json. */
export const SENIORITIES = [
  'intern',
  'trainee',
  'junior',
  'assistant',
  'deputy',
  'senior',
  'lead',
  'head',
  'director',
  'executive',
] as const;
export type Seniority = (typeof SENIORITIES)[number];

export interface FoundTitle {
  /** Id of the title in the table. */
  readonly id: string;
  /** Canonical English name. */
  readonly name: string;
  readonly group: string;
  /** What the words around and in the title say of its level; null where they say nothing. */
  readonly seniority: Seniority | null;
  /** The matched words, as a half-open range of the text asked about. */
  readonly start: number;
  readonly end: number;
}

/** Where the word that names the work stands in a title: last in English and German, first in French and Polish. */
export type HeadPlace = 'last' | 'first' | 'either';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

interface Index {
  readonly byKey: ReadonlyMap<string, Entry>;
  /** First word of a name → the most words a name that begins so has. */
  readonly longest: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<string, HeadPlace>;
  /** Words that end compounds: "leiter" in "Vertriebsleiter". Those in the table have their entry. */
  readonly endings: ReadonlyMap<string, Entry | null>;
  /** Names in scripts without spaces; the longest has `longestGlyphs` characters. */
  readonly glyphs: ReadonlyMap<string, Entry>;
  readonly longestGlyphs: number;
  readonly seniority: ReadonlyMap<string, Seniority>;
}

const HEAD_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'pl', 'ro', 'cs']);
const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da']);
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
/** The shortest word that may end a compound, unless listed as an ending; and the shortest part before it. */
const SHORTEST_ENDING = 5;
const SHORTEST_BEGINNING = 3;
const LONGEST_COMPOUND = 48;
/** In how many names of several words a word must name the work to be taken for such a word anywhere. */
const ENOUGH_NAMES = 3;

/**
 * The title of the table that a text names, with its level: "Senior Backend Developer (m/w/d)" is the backend developer,
 * senior. Of several names the one that says what the work is wins: before an "of" or "für", then the longer. Null when no
 * name of the table is in the text.
 */
export function readJobTitle(text: string): FoundTitle | null {
  const found = isUnspaced(text) ? glyphMatch(text) : wordMatch(titleWords(text));
  if (found === null) return null;
  const { id, name, group } = found.entry;
  return { id, name, group, seniority: readSeniority(text), start: found.start, end: found.end };
}

/** The level that a title's words state. Words that lessen ("junior", "assistant", "Stv.") win over those that raise. */
export function readSeniority(text: string): Seniority | null {
  const { seniority } = load();
  let lowest: Seniority | null = null;
  let highest: Seniority | null = null;
  for (const level of isUnspaced(text)
    ? glyphLevels(text)
    : wordLevels(titleWords(text), seniority)) {
    if (LESSENING.has(level)) {
      if (lowest === null || rank(level) < rank(lowest)) lowest = level;
    } else if (highest === null || rank(level) > rank(highest)) highest = level;
  }
  return lowest ?? highest;
}

const LESSENING: ReadonlySet<Seniority> = new Set([
  'intern',
  'trainee',
  'junior',
  'assistant',
  'deputy',
]);
const rank = (level: Seniority): number => SENIORITIES.indexOf(level);

function wordLevels(
  words: readonly TitleWord[],
  table: ReadonlyMap<string, Seniority>,
): readonly Seniority[] {
  const levels: Seniority[] = [];
  for (let from = 0; from < words.length; ) {
    let count = Math.min(LONGEST_LEVEL, words.length - from);
    while (count > 0 && !table.has(keyBetween(words, from, from + count))) count--;
    const level = table.get(keyBetween(words, from, from + count));
    if (count > 0 && level !== undefined) levels.push(level);
    // The "president" of a "vice president" is no president.
    from += Math.max(1, count);
  }
  return levels;
}
const LONGEST_LEVEL = 4;

const GLYPH_LEVELS: readonly (readonly [string, Seniority])[] = [
  ['实习', 'intern'],
  ['實習', 'intern'],
  ['インターン', 'intern'],
  ['인턴', 'intern'],
  ['见习', 'trainee'],
  ['初级', 'junior'],
  ['助理', 'assistant'],
  ['アシスタント', 'assistant'],
  ['副', 'deputy'],
  ['高级', 'senior'],
  ['资深', 'senior'],
  ['シニア', 'senior'],
  ['组长', 'lead'],
  ['主管', 'lead'],
  ['リーダー', 'lead'],
  ['主任', 'head'],
  ['部长', 'head'],
  ['部長', 'head'],
  ['店长', 'head'],
  ['总监', 'director'],
  ['总经理', 'executive'],
  ['总裁', 'executive'],
  ['首席', 'executive'],
  ['董事', 'executive'],
  ['社長', 'executive'],
  ['代表', 'executive'],
];

const glyphLevels = (text: string): readonly Seniority[] =>
  GLYPH_LEVELS.filter(([word]) => text.includes(word)).map(([, level]) => level);

export interface TitleMatch {
  readonly entry: { readonly id: string; readonly name: string; readonly group: string };
  readonly start: number;
  readonly end: number;
  /** Words of the text that the match covers. */
  readonly words: number;
}

/** Prepositions behind which a title says where or for whom, no longer what. */
const LINKING = new Set(
  'of for to in at with on from fur im in der des beim bei mit zur zum pour chez en para por presso per con voor bij van do dla ds w na och for'.split(
    ' ',
  ),
);
export const isLinking = (word: string): boolean => LINKING.has(word);

/** The best name of the table among the words. */
export function wordMatch(words: readonly TitleWord[]): TitleMatch | null {
  const { byKey, longest, endings } = load();
  let best: TitleMatch | null = null;
  let most = 0;
  let linked = false;
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (first === undefined) break;
    if (from > 0 && LINKING.has(first.key)) linked = true;
    let entry: Entry | null | undefined;
    let count = Math.min(longest.get(first.key) ?? 1, unbroken(words, from));
    for (; count > 0; count--) {
      const key = keyBetween(words, from, from + count);
      // "Accountants", as lists of occupations and advertisements have it.
      entry = byKey.get(key) ?? (key.endsWith('s') ? byKey.get(key.slice(0, -1)) : undefined);
      if (entry !== undefined) break;
    }
    if (entry === undefined) {
      entry = compoundEnding(first.key, endings);
      count = 1;
    }
    const last = words[from + count - 1];
    if (entry == null || last === undefined) continue;
    const end = last.end;
    const ends = from + count === words.length || words[from + count]?.breaksBefore === true;
    const weight = (linked ? 0 : 100) + (end - first.start) + (ends ? 4 : 0) + (from === 0 ? 2 : 0);
    if (weight > most) {
      most = weight;
      best = { entry, start: first.start, end, words: count };
    }
  }
  return best;
}

/** How many words from `from` on stand together, without a comma, bar or bracket between them. */
function unbroken(words: readonly TitleWord[], from: number): number {
  let count = 1;
  while (from + count < words.length && words[from + count]?.breaksBefore === false) count++;
  return count;
}

function keyBetween(words: readonly TitleWord[], from: number, to: number): string {
  let key = words[from]?.key ?? '';
  for (let index = from + 1; index < to; index++) key += ` ${words[index]?.key ?? ''}`;
  return key;
}

/** The title that a German, Dutch or Swedish compound ends with; null for an ending without a title, undefined for none. */
export function compoundEnding(
  word: string,
  endings: ReadonlyMap<string, Entry | null>,
): Entry | null | undefined {
  if (word.length > LONGEST_COMPOUND) return undefined;
  for (let cut = SHORTEST_BEGINNING; cut <= word.length - 4; cut++) {
    const entry = endings.get(word.slice(cut));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

export function glyphMatch(text: string): TitleMatch | null {
  const { glyphs, longestGlyphs } = load();
  const most = Math.min(text.length, 200);
  let best: TitleMatch | null = null;
  for (let from = 0; from < most; from++) {
    for (let size = Math.min(longestGlyphs, most - from); size > 1; size--) {
      const entry = glyphs.get(text.slice(from, from + size));
      if (entry === undefined) continue;
      // What comes last says what the work is; "软件工程师" wins over "工程师", with which it ends.
      if (best === null || from >= best.end || size > best.end - best.start)
        best = { entry, start: from, end: from + size, words: 1 };
      break;
    }
  }
  return best;
}

/** What the tables say of one word. */
export interface WordFacts {
  /** Where titles have a word for this kind of work; undefined for any other word. */
  readonly place: HeadPlace | undefined;
  readonly seniority: Seniority | undefined;
}

const facts = new Map<string, WordFacts>();

/** What the tables say of a folded word; kept, because the words of CVs repeat. */
export function factsOf(word: string): WordFacts {
  let known = facts.get(word);
  if (known === undefined) {
    known = { place: placeOf(word), seniority: load().seniority.get(word) };
    if (facts.size >= MOST_FACTS) facts.clear();
    facts.set(word, known);
  }
  return known;
}
const MOST_FACTS = 5000;

function placeOf(word: string): HeadPlace | undefined {
  const { heads, endings } = load();
  const place = heads.get(word);
  if (place !== undefined) return place;
  if (word.length > 5 && word.endsWith('s')) {
    const one = heads.get(word.slice(0, -1));
    if (one !== undefined) return one;
  }
  return compoundEnding(word, endings) === undefined ? undefined : 'last';
}

let index: Index | null = null;

/** Built at the first question. */
function load(): Index {
  index ??= buildIndex();
  return index;
}

function buildIndex(): Index {
  const byKey = new Map<string, Entry>();
  const longest = new Map<string, number>();
  const heads = new Map<string, HeadPlace>();
  const endings = new Map<string, Entry | null>();
  const glyphs = new Map<string, Entry>();
  let longestGlyphs = 0;
  const seniority = new Map<string, Seniority>();
  for (const level of SENIORITIES)
    for (const words of titleWordData.levels[level]) seniority.set(words, level);
  // These stand where heads stand in some names of the table, but in names of firms and departments too.
  const { first, last } = titleWordData.companies;
  const noHeads = new Set(`${titleWordData.functions} ${first} ${last}`.split(' '));
  const ranks = new Set(titleWordData.ranks.split(' '));
  const addHead = (word: string, place: HeadPlace): void => {
    const known = heads.get(word);
    if (known === place || known === 'either') return;
    heads.set(word, known === undefined ? place : 'either');
  };
  const deriveHead = (word: string, place: HeadPlace): void => {
    if (word.length > 2 && !noHeads.has(word) && !ranks.has(word)) addHead(word, place);
  };
  // A word that leads only one or two names of several words may be a field of work there: "Data entry", "job étudiant".
  const leads = new Map<string, number>();
  const countLead = (word: string, place: HeadPlace): void => {
    const key = `${place} ${word}`;
    const count = (leads.get(key) ?? 0) + 1;
    leads.set(key, count);
    if (count === ENOUGH_NAMES) deriveHead(word, place);
  };

  for (const { id, name, group, parts } of readJobTitles()) {
    const entry = { id, name, group };
    for (const { language, names } of parts) {
      if (UNSPACED.has(language)) {
        for (const written of names.split(', ')) {
          if (!glyphs.has(written)) glyphs.set(written, entry);
          longestGlyphs = Math.max(longestGlyphs, written.length);
        }
        continue;
      }
      const place = HEAD_FIRST.has(language) ? 'first' : 'last';
      const compounding = COMPOUNDING.has(language);
      // The whole list is folded at once, and names are cut by position: this loop is most of the time it takes.
      for (const key of keysOf(names)) {
        byKey.set(key, entry);
        const blank = key.indexOf(' ');
        const first = blank < 0 ? key : key.slice(0, blank);
        const count = blank < 0 ? 1 : wordsIn(key);
        if ((longest.get(first) ?? 0) < count) longest.set(first, count);
        if (blank < 0) {
          deriveHead(first, place);
          if (compounding && first.length >= SHORTEST_ENDING && !endings.has(first))
            endings.set(first, entry);
        } else if (place === 'first') countLead(first, place);
        else if (language === 'en') countLead(englishHead(key), place);
      }
    }
  }
  for (const [language, words] of Object.entries(titleWordData.heads)) {
    const place = HEAD_FIRST.has(language) ? 'first' : 'last';
    for (const word of fold(words).split(' ')) {
      addHead(word, place);
      if (COMPOUNDING.has(language) && word.length >= 6 && !endings.has(word))
        endings.set(word, byKey.get(word) ?? null);
    }
  }
  for (const word of `${titleWordData.suffixes.de} ${titleWordData.suffixes.nl}`.split(' ')) {
    addHead(word, 'last');
    if (!endings.has(word)) endings.set(word, byKey.get(word) ?? null);
  }
  return { byKey, longest, heads, endings, glyphs, longestGlyphs, seniority };
}

/** The keys of a list of names, both forms of those with a slash. */
function keysOf(names: string): readonly string[] {
  const forms = names.includes('/') ? names.split(', ').flatMap(formsOf).join(', ') : names;
  return fold(forms).split(', ').map(keyOfName);
}

function wordsIn(key: string): number {
  let count = 1;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
  return count;
}

/** The word that names the work in an English name: the last, or the one before an "of" or "for". */
function englishHead(key: string): string {
  const link = ENGLISH_LINK.exec(key);
  const end = link === null ? key.length : link.index;
  return key.slice(key.lastIndexOf(' ', end - 1) + 1, end);
}
const ENGLISH_LINK = / (?:of|for|to|in|at|and|&) /;
