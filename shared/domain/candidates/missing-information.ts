import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';

/** What a candidate cannot be worked with without. */
export const MISSING_FIELDS = ['name', 'email', 'phone'] as const;

/** What a file is that was given as the CV of one person, by the code of the notice that says so. */
const NO_PLAIN_CV = {
  NOT_A_CV: 'not-a-cv',
  LETTER: 'letter',
  EMPTY_FORM: 'empty-form',
  TWO_PEOPLE: 'two-people',
} as const;

export type MissingThing =
  | (typeof MISSING_FIELDS)[number]
  | (typeof NO_PLAIN_CV)[keyof typeof NO_PLAIN_CV];

/**
 * What a person has to look at before a candidate can be worked with: a file that is no CV or the CVs of several people, then the name,
 * and e-mail and phone when there is neither (one of the two is enough to reach a person). Empty when nothing is missing.
 */
export function missingInformation(
  resume: Pick<ParsedResume, 'name' | 'emails' | 'phones' | 'notices'>,
): readonly MissingThing[] {
  const missing: MissingThing[] = resume.notices.flatMap(({ code }) =>
    isNoPlainCv(code) ? [NO_PLAIN_CV[code]] : [],
  );
  if ((resume.name?.value.trim() ?? '') === '') missing.push('name');
  if (resume.emails.length === 0 && resume.phones.length === 0) missing.push('email', 'phone');
  return missing;
}

/** What the notice of this code asks a person to look at; null for one that asks nothing. */
export const askedBy = (code: string): MissingThing | null =>
  isNoPlainCv(code) ? NO_PLAIN_CV[code] : null;

const isNoPlainCv = (code: string): code is keyof typeof NO_PLAIN_CV =>
  Object.hasOwn(NO_PLAIN_CV, code);
