import type { WordReaders } from '@/shared/domain/tables/person-parts';
import { remembering } from '@/shared/kit/remembering';

/** The word lists that a table is read with. They are large: loaded with the first table, not with every start. */
export async function loadWordReaders(): Promise<WordReaders> {
  const [places, skills, phones, names, levels] = await Promise.all([
    import('@/shared/domain/parsing/places'),
    import('@/shared/domain/candidates/find-skill'),
    import('@/shared/domain/parsing/phone-numbers'),
    import('@/shared/domain/parsing/language-names'),
    import('@/shared/domain/parsing/language-levels'),
  ]);
  return {
    place: remembering((text) => places.readPlace(text)),
    skillId: remembering(skills.findSkillId),
    phone: (written, country) => {
      const number = phones.phoneNumber(written, country === null ? [] : [country], true);
      return number?.value.startsWith('+') ? number.value : null;
    },
    languageName: names.readLanguageName,
    level: levels.levelOf,
  };
}
