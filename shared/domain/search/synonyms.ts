import { isAbbreviation, isEveryday, skillByKey, skillKey } from '@/shared/domain/parsing/taxonomy';
import { otherTitles } from '@/shared/domain/parsing/title-synonyms';
import { clip } from '@/shared/kit/text';
import { type Query, type WordsNode, wantedWords } from './query';

/** The other names of what one part asks for, the usual ones first. */
export interface Synonyms {
  readonly node: WordsNode;
  readonly words: readonly string[];
}

const MOST_NAMES = 24;
/** Longer words are no name of a skill or a job. */
const LONGEST = 80;

/**
 * Other names of the skills and jobs that a query asks for, from the taxonomy and the table of titles: `k8s` is Kubernetes,
 * "Krankenschwester" is a nurse. A name that is an everyday word too (Go, R) stands for its skill only behind `skill:`. Exclusions stay as they
 * are typed.
 */
export function synonymsIn(query: Query): readonly Synonyms[] {
  return wantedWords(query).flatMap((node) => {
    if (node.kind === 'near' || node.text.length > LONGEST) return [];
    const words = [...otherSkills(node), ...otherJobs(node)];
    const others = distinct(node.text, words).slice(0, MOST_NAMES);
    return others.length === 0 ? [] : [{ node, words: others }];
  });
}

function otherSkills({ text, field }: WordsNode): readonly string[] {
  if (field !== null && field !== 'skill' && field !== 'cv') return [];
  const key = skillKey(clip(text, LONGEST));
  const skill = skillByKey(key);
  if (skill === null) return [];
  const names = [skill.name, ...skill.aliases];
  if (field === 'skill') return names;
  const everyday = new Set(skill.listedOnly.map(skillKey));
  const isAmbiguous = (name: string): boolean => everyday.has(name) && name.length < PLAIN_FROM;
  if (isAmbiguous(key) || key.length < 2) return [];
  // "ML" is found in "500 ml" too, and "SEO" is a family name.
  return names.filter((name) => {
    const other = skillKey(name);
    return !(
      isAmbiguous(other) ||
      isAbbreviation(other) ||
      (isEveryday(other) && other.length <= 2)
    );
  });
}

/** An everyday word of so many letters means the skill well enough where people are looked for: accounting, leadership. */
const PLAIN_FROM = 7;

const otherJobs = ({ text, field }: WordsNode): readonly string[] =>
  field === null || field === 'title' ? otherTitles(text) : [];

/** Names that find somebody whom the typed words do not: another in which they stand whole finds nobody new. */
function distinct(typed: string, names: readonly string[]): string[] {
  const kept: string[] = [];
  const keys = [` ${skillKey(typed)} `];
  for (const name of names) {
    const key = ` ${skillKey(name)} `;
    if (key.trim() === '' || keys.some((known) => key.includes(known))) continue;
    keys.push(key);
    kept.push(name);
  }
  return kept;
}
