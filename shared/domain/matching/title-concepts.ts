import { readJobTitle } from '@/shared/domain/parsing/job-titles';
import { lazy } from '@/shared/kit/lazy';
import { remembering } from '@/shared/kit/remembering';
import { cosineThousandths } from './integers';
import { compileTitle } from './title-likeness';
import { titleWordTable } from './matching-data';
import { stemOf, titleStems, titleText } from './title-stems';
import {
  englishNames,
  namesOfTitle,
  titlesNamed,
  titleVector,
  type TitleVector,
  vectorLikeness,
} from './title-vectors';

/** The title of the table nearest to what somebody calls their work, and how near, 0 to 1000. */
export interface NearestTitle {
  readonly id: string;
  readonly strength: number;
}

/** Below this a name only looks alike. */
const LEAST_STRENGTH = 450;
/** What a name of the table inside a longer title is worth at least, and more the more of it the name covers: "Junior Accountant, Payroll" is an accountant. */
const HELD_STRENGTH = 700;

/** The nearest title of the table, or null where none is near. Remembered: titles repeat. */
export const nearestTitle = (title: string): NearestTitle | null => {
  const [id = '', strength = '0'] = nearestOf(title.slice(0, 200)).split('|');
  return id === '' ? null : { id, strength: Number(strength) };
};

/** English words that are titles in another language: "Arts coordinator" is no Dutch physician. */
const foreign = lazy(() => new Set(titleWordTable.foreign.split(' ')));
const isForeignWord = (text: string): boolean =>
  text.split(' ').some((word) => foreign().has(word));

const nearestOf = remembering((title: string): string => {
  const text = titleText(title);
  const exact = exactlyNamed(text);
  if (exact !== null) return `${exact}|1000`;
  const held = isForeignWord(text) ? null : readJobTitle(title);
  // Of "Director of digital marketing" the table's "Director" tells the rank; what is directed tells the work.
  const isRank = held !== null && ranks().has(held.id) && RANK_OF.test(text);
  const near = held === null || isRank ? nearestName(turnedOf(text), isRank) : null;
  if (held === null) return near === null ? '' : `${near.id}|${near.strength}`;
  if (near !== null && near.strength >= RATHER_THAN_RANK) return `${near.id}|${near.strength}`;
  const covered = Math.min(1000, Math.floor((1000 * (held.end - held.start)) / title.length));
  return `${held.id}|${HELD_STRENGTH + Math.floor(((1000 - HELD_STRENGTH) * covered) / 1000)}`;
});
/** From so much on a near name says more than a rank that is held. */
const RATHER_THAN_RANK = 700;

/** The title of the table with just these words for a name; of an English word that is a title in another language only an English one. */
function exactlyNamed(text: string): string | null {
  const named = titlesNamed(text);
  if (!isForeignWord(text)) return named[0] ?? null;
  const isEnglish = (id: string): boolean =>
    namesOfTitle(id).some((name) => name.english && name.text === text);
  return named.find(isEnglish) ?? null;
}

/** "Director of marketing" as "marketing director", which is how the table has it. */
const turnedOf = (text: string): string => text.replace(RANK_OF, '$2 $1');
const RANK_OF =
  /^((?:(?:senior|assistant|associate|deputy|regional) )?(?:director|manager|head|supervisor|coordinator|leader|vice president|vp)) of (.+)$/;

/** The nearest name of the table by its words. */
function nearestName(text: string, isBesideRank: boolean): NearestTitle | null {
  const vector = titleVector(withoutRank(text));
  let id = '';
  let strength = LEAST_STRENGTH - 1;
  for (const at of namesSharingWords(text)) {
    const name = englishNames()[at];
    if (name === undefined || (isBesideRank && ranks().has(name.id))) continue;
    const likeness = vectorLikeness(vector, nameVector(at, name.text));
    if (likeness > strength) {
      strength = likeness;
      id = name.id;
    }
  }
  return id === '' ? null : { id, strength };
}

/** How alike each title of the table is to a job's title, 0 to 1000; those below 350 are left out. */
export function titleTable(jobTitle: string): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  const { postings, squares } = nameIndex();
  const names = englishNames();
  for (const { text, worth } of compileTitle(jobTitle).variants.slice(0, MOST_VARIANTS)) {
    const vector = titleVector(withoutRank(text));
    const dots = new Map<number, number>();
    for (const [feature, weight] of vector.features) {
      const list = postings.get(feature);
      if (list === undefined) continue;
      for (let at = 0; at < list.length; at += 2) {
        const name = list[at] ?? 0;
        dots.set(name, (dots.get(name) ?? 0) + weight * (list[at + 1] ?? 0));
      }
    }
    for (const [at, dot] of dots) {
      const name = names[at];
      if (name === undefined) continue;
      const alike = cosineThousandths(dot, vector.squares, squares[at] ?? 0);
      const isOther = alike >= SAME_STEMS && worth < 1000 && name.text !== text;
      const likeness = Math.floor((alike * (isOther ? OTHER_FORM : worth)) / 1000);
      if (likeness >= LEAST_LIKENESS && likeness > (best.get(name.id) ?? 0))
        best.set(name.id, likeness);
    }
  }
  const own = nearestTitle(jobTitle);
  if (own !== null) best.set(own.id, Math.max(best.get(own.id) ?? 0, own.strength));
  // "Aviation specialist" is not half alike every specialist: where the title says more than a rank, ranks of the table say nothing.
  const asked = new Set([exactlyNamed(titleText(jobTitle))]);
  for (const id of ranks()) if (!asked.has(id)) best.delete(id);
  return best;
}

/** Titles of the table that tell a rank and no work. */
const ranks = lazy(() => new Set(titleWordTable.ranks.split(' ')));
/** Last words that any work may have. */
const vague = lazy(() => new Set(titleWordTable.vague.split(' ')));

/** A title without a last word that any work may have, so that "healthcare professional" is not near "sales professional"; such a word alone stays. */
function withoutRank(text: string): string {
  const words = text.split(' ');
  return words.length > 1 && vague().has(stemOf(words.at(-1) ?? ''))
    ? words.slice(0, -1).join(' ')
    : text;
}
const LEAST_LIKENESS = 350;
const MOST_VARIANTS = 40;
/** Two names of the same stems. */
const SAME_STEMS = 995;
/** What they are worth where another name of the job's work is written otherwise: accounts executives keep books, account executives sell. */
const OTHER_FORM = 600;

interface NameIndex {
  /** Feature → name, weight, name, weight … */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly squares: readonly number[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

let index: NameIndex | null = null;

function nameIndex(): NameIndex {
  index ??= readNameIndex();
  return index;
}

function readNameIndex(): NameIndex {
  const postings = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const squares: number[] = [];
  englishNames().forEach(({ text }, at) => {
    const vector = titleVector(withoutRank(text));
    squares.push(vector.squares);
    for (const [feature, weight] of vector.features) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [at, weight]);
      else list.push(at, weight);
    }
    for (const stem of new Set(titleStems(text))) {
      const list = byStem.get(stem);
      if (list === undefined) byStem.set(stem, [at]);
      else list.push(at);
    }
  });
  return { postings, squares, byStem };
}

/** Names that share a word with the title, those of its rarer words first; bounded. */
function namesSharingWords(text: string): ReadonlySet<number> {
  const { byStem } = nameIndex();
  const found = new Set<number>();
  const byRarity = titleStems(text)
    .map((stem) => byStem.get(stem) ?? [])
    .toSorted((a, b) => a.length - b.length);
  for (const list of byRarity) {
    for (const at of list) {
      if (found.size >= MOST_NAMES) return found;
      found.add(at);
    }
  }
  return found;
}
const MOST_NAMES = 300;

const vectors = new Map<number, TitleVector>();
function nameVector(at: number, text: string): TitleVector {
  let vector = vectors.get(at);
  if (vector === undefined) {
    vector = titleVector(withoutRank(text));
    vectors.set(at, vector);
  }
  return vector;
}
