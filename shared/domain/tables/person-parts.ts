import { contactKey } from '@/shared/domain/candidates/contact-key';
import { monthsBetween } from '@/shared/domain/candidates/months-between';
import { type PartEntity, partKey } from '@/shared/domain/candidates/part-identity';
import { type ResumeParts, skillKey } from '@/shared/domain/candidates/parts-from-resume';
import type { ContactPoint, Provenance } from '@/shared/domain/candidates/records';
import type { YearMonth } from '@/shared/domain/parsing/parsed-resume';
import type { CandidateLanguage } from '@/shared/domain/candidates/records';
import { fold } from '@/shared/kit/text';
import type { TablePerson } from './table-person';

/** What reading a person needs large word lists for; made once an import (`shared/usecases/tables/word-readers.ts`). */
export interface WordReaders {
  readonly place: (text: string) => {
    readonly city: string | null;
    readonly region: string | null;
    readonly country: string | null;
  } | null;
  readonly skillId: (name: string) => string | null;
  /** E.164 of a number, dialled at home in the country (ISO 3166-1) where it has no code; null where it cannot be told. */
  readonly phone: (written: string, country: string | null) => string | null;
  readonly languageName: (name: string) => string | null;
  readonly level: (words: string) => CandidateLanguage['level'];
}

export interface PartMaking {
  readonly mark: Provenance;
  readonly today: YearMonth;
  readonly words: WordReaders;
}

/** The parts of a candidate as a row gives them, each once, as entered by the person who imports the table. */
export function partsOf(person: TablePerson, making: PartMaking): ResumeParts {
  const { mark: provenance, today, words } = making;
  return {
    contactPoint: distinct('contactPoint', contactsOf(person, making)),
    experience: distinct(
      'experience',
      person.experience.map((job) => ({
        ...job,
        months: monthsBetween(job.start, job.end, today),
        provenance,
      })),
    ),
    education: distinct(
      'education',
      person.education.map((entry) => ({ ...entry, provenance })),
    ),
    candidateSkill: distinct(
      'candidateSkill',
      person.skills.map((name) => ({
        name,
        key: skillKey(name),
        skillId: words.skillId(name),
        years: null,
        declared: true,
        provenance,
      })),
    ),
    certification: distinct(
      'certification',
      person.certifications.map((one) => ({ ...one, provenance })),
    ),
    candidateLanguage: distinct(
      'candidateLanguage',
      person.languages.map(({ name, levelText }) => ({
        name: words.languageName(name) ?? name,
        level: levelText === null ? null : words.level(levelText),
        levelText,
        provenance,
      })),
    ),
  };
}

function contactsOf(
  person: TablePerson,
  { mark: provenance, words }: PartMaking,
): ResumeParts['contactPoint'] {
  const country = person.location === null ? null : (words.place(person.location)?.country ?? null);
  const point = (kind: ContactPoint['kind'], value: string) => ({
    kind,
    value,
    // A number is compared with its country's code, as the numbers of CVs are kept; it is shown as it was written.
    key: contactKey(kind, kind === 'phone' ? (words.phone(value, country) ?? value) : value),
    linkKind: kind === 'link' ? linkKindOf(value) : null,
    provenance,
  });
  return [
    ...person.emails.map((value) => point('email', value)),
    ...person.phones.map((value) => point('phone', value)),
    ...person.links.map((value) => point('link', value)),
  ];
}

function linkKindOf(url: string): NonNullable<ContactPoint['linkKind']> {
  const host = fold(url).replace(/^[a-z]+:\/\//, '');
  const known = (['linkedin', 'github', 'xing'] as const).find((name) =>
    new RegExp(`^([a-z]{2,3}\\.)?${name}\\.com(/|$)`).test(host),
  );
  return known ?? 'website';
}

function distinct<E extends PartEntity, T extends Parameters<typeof partKey<E>>[1]>(
  entity: E,
  parts: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = partKey(entity, part);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
