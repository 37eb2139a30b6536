import { z } from 'zod';

/** What blind review can take out of what people see of a candidate. */
export const BLIND_FIELDS = [
  /** Name and initials. */
  'name',
  /** E-mail, phone, links; the file's name, which often says a name. */
  'contact',
  /** Pictures, and the pages of the file with them: only its text is shown. */
  'photo',
  /** Day of birth and age. */
  'birth',
  /** Titles, pronouns, and what a CV says of gender. */
  'gender',
  /** Nationality, place of birth, family, religion. */
  'origin',
  /** Street and postcode. Town and country stay: whether somebody can get to work is decided by them. */
  'address',
  /** Names of schools. The degree stays. */
  'schools',
  /** Years of study, which tell an age. */
  'study-years',
] as const;
export type BlindField = (typeof BLIND_FIELDS)[number];

/** For whom candidates can be shown without what tells who they are. */
export const BLIND_ROLES = ['recruiter', 'client_user', 'interviewer'] as const;

export const blindSettingsSchema = z.object({
  roles: z.array(z.enum(BLIND_ROLES)).max(BLIND_ROLES.length).readonly(),
  fields: z.array(z.enum(BLIND_FIELDS)).max(BLIND_FIELDS.length).readonly(),
});
export type BlindSettings = z.infer<typeof blindSettingsSchema>;

export const NOT_BLIND: BlindSettings = { roles: [], fields: [...BLIND_FIELDS] };

/**
 * What a candidate is called where the name is hidden: the same on every screen, and from the end of the id, which is random (the
 * beginning of a UUIDv7 is the time at which somebody came in).
 */
export const blindName = (candidateId: string): string =>
  `Candidate ${candidateId.replaceAll('-', '').slice(-5).toUpperCase()}`;
