import { readJobTitles, type TitleLanguage, titleWordData } from './title-data';
import { formsOf, isUnspaced, type TitleWord, titleKey, titleWords } from './title-words';

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

const HEAD_FIRST: ReadonlySet<TitleLanguage | 'ro'> = new Set(['fr', 'es', 'pt', 'it', 'pl', 'ro']);
const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da']);
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
/** The shortest word that may end a compound, unless listed as an ending; and the shortest part before it. */
const SHORTEST_ENDING = 5;
const SHORTEST_BEGINNING = 3;
const LONGEST_COMPOUND = 48;

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
  return words.flatMap((_, index) => {
    for (let count = Math.min(4, words.length - index); count > 0; count--) {
      const level = table.get(keyBetween(words, index, index + count));
      if (level !== undefined) return [level];
    }
    return [];
  });
}

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
    let count = Math.min(longest.get(first.key) ?? 0, unbroken(words, from));
    for (; count > 0; count--) {
      entry = byKey.get(keyBetween(words, from, from + count));
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

/** Where a word that names a kind of work stands in titles; undefined for any other word. */
export function headPlace(word: string): HeadPlace | undefined {
  const { heads, endings } = load();
  const place = heads.get(word);
  if (place !== undefined) return place;
  if (word.length > 5 && word.endsWith('s')) {
    const one = heads.get(word.slice(0, -1));
    if (one !== undefined) return one;
  }
  return compoundEnding(word, endings) === undefined ? undefined : 'last';
}

/** The level a single word states, or undefined. */
export const seniorityOf = (word: string): Seniority | undefined => load().seniority.get(word);

let index: Index | null = null;

/** Built at the first question, in a few milliseconds. */
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
  const addHead = (word: string, place: HeadPlace): void => {
    const known = heads.get(word);
    heads.set(word, known === undefined || known === place ? place : 'either');
  };
  const seniority = new Map<string, Seniority>();
  for (const level of SENIORITIES)
    for (const words of titleWordData.levels[level]) seniority.set(titleKey(words), level);
  const ranks = new Set(titleWordData.ranks.split(' '));

  for (const { id, name, group, names } of readJobTitles()) {
    const entry = { id, name, group };
    for (const { language, name: written } of names) {
      if (UNSPACED.has(language)) {
        if (!glyphs.has(written)) glyphs.set(written, entry);
        longestGlyphs = Math.max(longestGlyphs, written.length);
        continue;
      }
      for (const form of formsOf(written)) {
        const words = titleWords(form).map((word) => word.key);
        const key = words.join(' ');
        if (!byKey.has(key)) byKey.set(key, entry);
        const first = words[0] ?? '';
        longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
        const place = HEAD_FIRST.has(language) ? 'first' : 'last';
        const head = headOf(words, place, seniority, ranks);
        if (head !== undefined && (words.length === 1 || place === 'first' || language === 'en'))
          addHead(head, place);
        if (words.length === 1 && COMPOUNDING.has(language) && first.length >= SHORTEST_ENDING)
          if (!endings.has(first)) endings.set(first, entry);
      }
    }
  }
  for (const [language, words] of Object.entries(titleWordData.heads)) {
    // "Written head" words are folded as the words of a text are, and may be hyphenated there.
    const place = (HEAD_FIRST as ReadonlySet<string>).has(language) ? 'first' : 'last';
    for (const word of words.split(' ')) {
      addHead(titleKey(word), place);
      if (COMPOUNDING.has(language) && word.length >= 6 && !endings.has(titleKey(word)))
        endings.set(titleKey(word), byKey.get(titleKey(word)) ?? null);
    }
  }
  for (const language of ['de', 'nl'] as const)
    for (const word of titleWordData.suffixes[language].split(' '))
      if (!endings.has(titleKey(word)))
        endings.set(titleKey(word), byKey.get(titleKey(word)) ?? null);
  return { byKey, longest, heads, endings, glyphs, longestGlyphs, seniority };
}

/** The word that names the work, among the words of one name of the table. */
function headOf(
  words: readonly string[],
  place: HeadPlace,
  seniority: ReadonlyMap<string, Seniority>,
  ranks: ReadonlySet<string>,
): string | undefined {
  if (place === 'first')
    return words.length === 1
      ? words[0]
      : words.find((word) => word.length > 3 && !seniority.has(word) && !ranks.has(word));
  const link = words.findIndex((word, at) => at > 0 && LINKING.has(word));
  return link > 0 ? words[link - 1] : words.at(-1);
}
