import { skillNamed } from '@/shared/domain/parsing/taxonomy';

/** The taxonomy's id for a skill by its name or another name it goes by; null for words the taxonomy does not know. */
export const findSkillId = (name: string): string | null => skillNamed(name)?.id ?? null;
