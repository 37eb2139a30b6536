import { readJobTitles } from '@/shared/domain/parsing/title-data';
import { formsOf } from '@/shared/domain/parsing/title-words';
import { cosineThousandths, log2Sixteenths } from './integers';
import { kindsOf, titleStems, titleText } from './title-stems';

/** A title as whole numbers by feature: its stems (`=nurse`), the kinds of work they name (`~4`), and their pieces of three and four letters. */
export interface TitleVector {
  readonly features: ReadonlyMap<string, number>;
  readonly squares: number;
}

/** A name of the table of titles. */
export interface TitleName {
  readonly id: string;
  readonly text: string;
}

export interface NameOfTitle {
  readonly text: string;
  readonly english: boolean;
}

interface Background {
  /** In how many English names of the table a feature stands; in other languages what English lacks counts as rare. */
  readonly counts: ReadonlyMap<string, number>;
  readonly names: number;
  readonly english: readonly TitleName[];
  /** Stems in order of the alphabet → the titles so named, in whatever language. */
  readonly byStems: ReadonlyMap<string, readonly string[]>;
  readonly namesOf: ReadonlyMap<string, readonly NameOfTitle[]>;
}

const STEM = 30;
const KIND = 20;
const PIECE = 10;
/** What the last word counts more: it says what the work is. */
const HEAD = 12;
const NO_HEAD = 10;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The vector of a text that `titleText` made. A feature weighs the more the fewer names of the table have it. */
export function titleVector(text: string): TitleVector {
  const { counts, names } = background();
  const features = new Map<string, number>();
  let squares = 0;
  for (const [feature, count] of featuresOf(text)) {
    const rarity = rarityOf(feature, counts, names);
    const weight = Math.floor((count * rarity) / 16);
    if (weight === 0) continue;
    features.set(feature, weight);
    squares += weight * weight;
  }
  return { features, squares };
}

/** 16 × (1 + the natural logarithm of how rare a feature is). */
const rarityOf = (feature: string, counts: Background['counts'], names: number): number =>
  16 + Math.floor((log2Sixteenths(names + 1, (counts.get(feature) ?? 0) + 1) * 11) / 16);

/** How alike two titles are by their words, 0 to 1000. */
export function vectorLikeness(one: TitleVector, other: TitleVector): number {
  const [small, large] = one.features.size < other.features.size ? [one, other] : [other, one];
  let dot = 0;
  for (const [feature, weight] of small.features)
    dot += weight * (large.features.get(feature) ?? 0);
  return cosineThousandths(dot, one.squares, other.squares);
}

/** How much a text says: the rarity of its stems, summed. */
export function titleMass(text: string): number {
  const { counts, names } = background();
  let mass = 0;
  for (const stem of new Set(titleStems(text))) mass += rarityOf(`=${stem}`, counts, names);
  return mass;
}

/** Ids of the titles of the table that have just these words for a name, in any order; those that are written so first. */
export function titlesNamed(text: string): readonly string[] {
  const ids = background().byStems.get(stemsKey(text)) ?? [];
  if (ids.length < 2) return ids;
  const isWritten = (id: string): number =>
    namesOfTitle(id).some((name) => name.text === text) ? 0 : 1;
  return ids.toSorted((a, b) => isWritten(a) - isWritten(b));
}

/** All names of a title of the table, in every language. */
export const namesOfTitle = (id: string): readonly NameOfTitle[] =>
  background().namesOf.get(id) ?? [];

/** The English names of the table. */
export const englishNames = (): readonly TitleName[] => background().english;

function featuresOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    found.set(feature, (found.get(feature) ?? 0) + weight);
  };
  const stems = titleStems(text);
  stems.forEach((stem, at) => {
    const head = at === stems.length - 1 ? HEAD : NO_HEAD;
    add(`=${stem}`, STEM * head);
    for (const kind of kindsOf(stem))
      found.set(`~${kind}`, Math.max(found.get(`~${kind}`) ?? 0, KIND * head));
    const glyphs = CJK.test(stem);
    const padded = glyphs ? stem : ` ${stem} `;
    for (let size = glyphs ? 1 : 3; size <= (glyphs ? 2 : 4); size++)
      for (let from = 0; from + size <= padded.length; from++)
        add(padded.slice(from, from + size), PIECE * head);
  });
  return found;
}

const stemsKey = (text: string): string => [...titleStems(text)].sort().join(' ');

let known: Background | null = null;

/** Read at the first question: all names of the table, in a few tenths of a second. */
function background(): Background {
  known ??= readBackground();
  return known;
}

function readBackground(): Background {
  const counts = new Map<string, number>();
  const english: TitleName[] = [];
  const byStems = new Map<string, string[]>();
  const namesOf = new Map<string, readonly NameOfTitle[]>();
  for (const { id, parts } of readJobTitles()) {
    const own = new Map<string, NameOfTitle>();
    for (const { language, names: written } of parts) {
      for (const name of written.split(', ').flatMap(formsOf)) {
        const text = titleText(name);
        if (!own.has(text)) own.set(text, { text, english: language === 'en' });
        if (language === 'en') {
          english.push({ id, text });
          for (const feature of featuresOf(text).keys())
            counts.set(feature, (counts.get(feature) ?? 0) + 1);
        }
        const key = stemsKey(text);
        const same = byStems.get(key);
        if (same === undefined) byStems.set(key, [id]);
        else if (!same.includes(id)) same.push(id);
      }
    }
    namesOf.set(id, [...own.values()]);
  }
  return { counts, names: english.length, english, byStems, namesOf };
}
