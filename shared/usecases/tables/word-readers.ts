import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { readLanguageName } from '@/shared/domain/parsing/language-names';
import { levelOf } from '@/shared/domain/parsing/language-levels';
import { phoneNumber } from '@/shared/domain/parsing/phone-numbers';
import { readPlace } from '@/shared/domain/parsing/places';
import type { WordReaders } from '@/shared/domain/tables/person-parts';
import { remembering } from '@/shared/kit/remembering';

/** What the words of one table are read with; it remembers what it has read. */
export const createWordReaders = (): WordReaders => ({
  place: remembering((text) => readPlace(text)),
  skillId: remembering(findSkillId),
  phone: (written, country) => {
    const number = phoneNumber(written, country === null ? [] : [country], true);
    return number?.value.startsWith('+') ? number.value : null;
  },
  languageName: readLanguageName,
  level: levelOf,
});
