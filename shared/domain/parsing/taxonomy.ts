import { fold } from '@/shared/kit/text';
import { type TaxonomySkill, taxonomySkills } from './reference-data';

/** Most words a skill's name or alias has. */
export const LONGEST_SKILL = 6;

/** Names that are everyday words too: a skill only where a person lists it as one. */
const EVERYDAY = new Set(
  'go r c d word excel access spring react express swift rust dart less sass julia scala ruby chef puppet salt helm spark storm hive pig oracle sage sap ease teams outlook office windows unity maya blender flash edge vision sketch figma notion slack zoom lean agile scrum training research sales marketing finance english design writing reading testing support planning driving cooking teaching care fashion logistics accounting quality safety leadership communication security management statistics wiring welding painting cleaning translation editing banking insurance nursing pastry baking service maintenance production purchasing recruiting assembly measurement catering reporting analysis networking presentation negotiation organization organisation teamwork flexibility motivation creativity git shell bash'.split(
    ' ',
  ),
);

interface Index {
  readonly byKey: ReadonlyMap<string, TaxonomySkill>;
  /** First word of a name → the most words a name that begins so has. */
  readonly longest: ReadonlyMap<string, number>;
}

let index: Index | null = null;

/** The skill of that name or alias, whatever its case, accents and punctuation; null when the taxonomy has none. */
export const skillNamed = (words: string): TaxonomySkill | null =>
  load().byKey.get(skillKey(words)) ?? null;

/** Most words of any skill name that begins with this word; 0 when none does. */
export const longestFrom = (word: string): number => load().longest.get(word) ?? 0;

export const isEveryday = (key: string): boolean => key.length <= 2 || EVERYDAY.has(key);

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
  const byKey = new Map<string, TaxonomySkill>();
  const longest = new Map<string, number>();
  const add = (name: string, skill: TaxonomySkill): void => {
    const key = skillKey(name);
    if (key === '' || byKey.has(key)) return;
    byKey.set(key, skill);
    const words = key.split(' ');
    const first = words[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  };
  for (const skill of taxonomySkills) add(skill.name, skill);
  for (const skill of taxonomySkills) for (const alias of skill.aliases) add(alias, skill);
  index = { byKey, longest };
  return index;
}
