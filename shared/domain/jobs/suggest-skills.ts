import { allSkills } from '@/shared/domain/parsing/skill-data';
import { skillKey } from '@/shared/domain/parsing/taxonomy';

interface Suggestion {
  readonly id: string;
  readonly name: string;
}
interface Listed extends Suggestion {
  /** Its own name first, then the others it goes by. */
  readonly keys: readonly string[];
}

let listed: readonly Listed[] | null = null;

/**
 * Skills of the taxonomy for what is typed so far: those of just that name, those whose own name begins so, those with another name that
 * does, those with a word that does; shorter names first. Empty for nothing typed.
 */
export function suggestSkills(typed: string, limit: number): readonly Suggestion[] {
  const key = skillKey(typed);
  if (key === '') return [];
  return all()
    .map((skill) => ({ skill, rank: rankOf(skill.keys, key) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        a.skill.name.length - b.skill.name.length ||
        (a.skill.name < b.skill.name ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ skill: { id, name } }) => ({ id, name }));
}

const NONE = 9;

function rankOf([own = '', ...others]: readonly string[], key: string): number {
  if (own === key) return 0;
  if (others.includes(key)) return 1;
  if (own.startsWith(key)) return 2;
  if (others.some((name) => name.startsWith(key))) return 3;
  return own.includes(` ${key}`) ? 4 : NONE;
}

function all(): readonly Listed[] {
  listed ??= allSkills().map(({ id, name, aliases }) => ({
    id,
    name,
    keys: [name, ...aliases].map(skillKey),
  }));
  return listed;
}
