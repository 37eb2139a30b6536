import type { WordReaders } from '@/shared/domain/tables/person-parts';

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
    place: remembered((text) => places.readPlace(text)),
    skillId: remembered(skills.findSkillId),
    phone: (written, country) => {
      const number = phones.phoneNumber(written, country === null ? [] : [country], true);
      return number?.value.startsWith('+') ? number.value : null;
    },
    languageName: names.readLanguageName,
    level: levels.levelOf,
  };
}

/** Texts that are remembered with what they were read as: the same towns and skills come again and again in a table. */
const MOST_REMEMBERED = 5000;

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly as: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.as;
    const as = read(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, { as });
    return as;
  };
}
