import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import { CONSENT_STATES, HAS_FILTERS, MISSING_FILTERS } from '@/shared/domain/candidates/views';
import { EDUCATION_LEVELS, educationLevel } from '@/shared/domain/parsing/education-level';
import { SENIORITIES } from '@/shared/domain/parsing/job-titles';
import { fold, squeeze } from '@/shared/kit/text';
import type { FactField } from './query';

/** What may be said behind a field whose values are fixed. */
const FIXED: Partial<Readonly<Record<FactField, readonly string[]>>> = {
  degree: EDUCATION_LEVELS,
  seniority: SENIORITIES,
  source: CANDIDATE_SOURCES,
  consent: CONSENT_STATES,
  has: HAS_FILTERS,
  missing: MISSING_FILTERS,
};
/** Other words for them. */
const ALSO: Partial<Readonly<Record<FactField, Readonly<Record<string, string>>>>> = {
  has: { cv: 'file', resume: 'file', mail: 'email', links: 'link', url: 'link', mobile: 'phone' },
  missing: { cv: 'file', resume: 'file', mail: 'email', mobile: 'phone', jobs: 'experience' },
};

/**
 * The values a typed word stands for, where the field's values are fixed: the one of that name, else those that begin so (it may still
 * be being typed); none for a word that says nothing there. Null for fields whose values are those of the database.
 */
export function fixedValues(of: FactField, text: string): readonly string[] | null {
  const all = FIXED[of];
  if (all === undefined) return null;
  const word = fold(squeeze(text)).replaceAll(' ', '_');
  const exact = all.find((value) => value === word) ?? alias(of, word);
  if (exact !== undefined) return [exact];
  // "phd", "Diplom", "学士"
  const level = of === 'degree' ? educationLevel(text, null) : null;
  if (level !== null) return [level];
  return word === '' ? [] : all.filter((value) => value.startsWith(word));
}

function alias(of: FactField, word: string): string | undefined {
  const names = ALSO[of];
  return names !== undefined && Object.hasOwn(names, word) ? names[word] : undefined;
}
