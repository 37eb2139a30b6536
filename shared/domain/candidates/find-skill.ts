import { skillKey } from '@/shared/domain/candidates/parts-from-resume';
import { taxonomySkills } from '@/shared/domain/parsing/reference-data';

let byName: ReadonlyMap<string, string> | null = null;

/** The taxonomy's id for a skill by its name or another name it goes by; null for words the taxonomy does not know. */
export function findSkillId(name: string): string | null {
  byName ??= new Map(
    taxonomySkills.flatMap((skill) =>
      [...skill.aliases, skill.name].map((words) => [skillKey(words), skill.id] as const),
    ),
  );
  return byName.get(skillKey(name)) ?? null;
}
