import { fold } from '@/shared/kit/text';
import { namesOnLine, readSkillLine, skillFiles, type TaxonomySkill } from './skill-data';

/** Most words a skill's name or alias has. */
export const LONGEST_SKILL = 6;

interface Index {
  /** Key of a name → index of its skill in `skills`. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Area, id and line of each skill: taken apart only when it is asked for. */
  readonly skills: readonly (readonly [area: string, id: string, line: string])[];
  /** First word of a name → the most words a name that begins so has. */
  readonly longest: ReadonlyMap<string, number>;
  /** First two characters of a name in Chinese → the most characters a name that begins so has. */
  readonly longestGlyphs: ReadonlyMap<string, number>;
  readonly everyday: ReadonlySet<string>;
  /** Keys of abbreviations: skills only where they are written in capitals. */
  readonly capitals: ReadonlySet<string>;
}

let index: Index | null = null;
const known = new Map<number, TaxonomySkill>();

/** The skill of that name or alias, whatever its case, accents and punctuation; null when the taxonomy has none. */
export const skillNamed = (words: string): TaxonomySkill | null => skillByKey(skillKey(words));

/** As `skillNamed`, for words that are a key already. */
export function skillByKey(key: string): TaxonomySkill | null {
  const { byKey, skills } = load();
  const at = byKey.get(key);
  const entry = at === undefined ? undefined : skills[at];
  if (at === undefined || entry === undefined) return null;
  const skill = known.get(at) ?? readSkillLine(entry[1], entry[0], entry[2]);
  known.set(at, skill);
  return skill;
}

/** Most words of any skill name that begins with this word; 0 when none does. */
export const longestFrom = (word: string): number => load().longest.get(word) ?? 0;

/** Most characters of any Chinese skill name that begins with these two; 0 when none does. */
export const longestGlyphsFrom = (pair: string): number => load().longestGlyphs.get(pair) ?? 0;

/** Whether the name is an everyday word too ("Go", "Word"), or so short that it could mean anything. */
export const isEveryday = (key: string): boolean =>
  (key.length <= 2 && !GLYPHS.test(key)) || load().everyday.has(key);

/** Whether the name is an abbreviation ("SEO", "ICU"), which is written in capitals where it means the skill. */
export const isAbbreviation = (key: string): boolean => load().capitals.has(key);

const GLYPHS = /[\u3400-\u9fff]/;
const ABBREVIATION = /^[A-Z0-9]{3,5}$/;

/** Folded words with single spaces; `+` and `#` stay, they tell C++ and C# from C. */
export function skillKey(words: string): string {
  const folded = fold(words);
  if (PLAIN_KEY.test(folded)) return folded;
  return folded
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
/** What is a key already, as most words of a text are. */
const PLAIN_KEY = /^[a-z0-9+#]+(?: [a-z0-9+#]+)*$/;

function load(): Index {
  if (index !== null) return index;
  const byKey = new Map<string, number>();
  const skills: (readonly [string, string, string])[] = [];
  const longest = new Map<string, number>();
  const longestGlyphs = new Map<string, number>();
  const everyday = new Set<string>();
  const capitals = new Set<string>();
  const add = (marked: string, at: number): void => {
    const listedOnly = marked.endsWith('!');
    const name = listedOnly ? marked.slice(0, -1) : marked;
    const key = skillKey(name);
    if (key === '') return;
    byKey.set(key, at);
    if (listedOnly) everyday.add(key);
    if (ABBREVIATION.test(name)) capitals.add(key);
    const space = key.indexOf(' ');
    raise(longest, space < 0 ? key : key.slice(0, space), space < 0 ? 1 : countWords(key));
    if (GLYPHS.test(key)) raise(longestGlyphs, key.slice(0, 2), key.length);
  };
  for (const [area, lines] of Object.entries(skillFiles)) {
    for (const [id, line] of Object.entries(lines)) {
      for (const name of namesOnLine(line)) add(name, skills.length);
      skills.push([area, id, line]);
    }
  }
  index = { byKey, skills, longest, longestGlyphs, everyday, capitals };
  return index;
}

function raise(most: Map<string, number>, start: string, count: number): void {
  if ((most.get(start) ?? 0) < count) most.set(start, count);
}

function countWords(key: string): number {
  let count = 1;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
  return count;
}
