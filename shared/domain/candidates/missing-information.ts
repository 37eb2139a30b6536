import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';

/** What a candidate cannot be worked with without. */
export const MISSING_FIELDS = ['name', 'email', 'phone'] as const;
export type MissingField = (typeof MISSING_FIELDS)[number];

/**
 * What a résumé lacks: the name, and e-mail and phone when there is neither (one of the two is enough to reach a
 * person). Empty when nothing is missing.
 */
export function missingInformation(
  resume: Pick<ParsedResume, 'name' | 'emails' | 'phones'>,
): readonly MissingField[] {
  const missing: MissingField[] = [];
  if ((resume.name?.value.trim() ?? '') === '') missing.push('name');
  if (resume.emails.length === 0 && resume.phones.length === 0) missing.push('email', 'phone');
  return missing;
}
