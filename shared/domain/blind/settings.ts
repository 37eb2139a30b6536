import { z } from 'zod';

/** What blind review can take out of what people see of a candidate. */
export const BLIND_FIELDS = [
  /** Name and initials. */
  'name',
  /** E-mail, phone, links; the file's name, which often says a name. */
  'contact',
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

/** For whom candidates can be shown without what tells who they are. Administrators and auditors are never among them. */
export const BLIND_ROLES = ['recruiter', 'client_user', 'interviewer'] as const;

export const blindSettingsSchema = z.object({
  roles: z.array(z.enum(BLIND_ROLES)).max(BLIND_ROLES.length),
  fields: z.array(z.enum(BLIND_FIELDS)).max(BLIND_FIELDS.length),
});
export type BlindSettings = z.infer<typeof blindSettingsSchema>;

/** What counts where nobody decided: nobody reviews blind; who switches it on begins with everything hidden. */
export const NOT_BLIND: BlindSettings = { roles: [], fields: [...BLIND_FIELDS] };

/** The settings of a workspace, also of one that was made before there were any. */
export const blindOf = (settings: {
  readonly privacy?: { readonly blind?: BlindSettings | undefined } | undefined;
}): BlindSettings => settings.privacy?.blind ?? NOT_BLIND;

/** What is hidden from somebody with a role; a role of one's own counts as the one it narrows. Nothing: they see everything. */
export const hiddenFrom = (
  { roles, fields }: BlindSettings,
  role: string,
): readonly BlindField[] => (roles.some((one) => one === role) ? fields : []);

/** Whether anything is hidden from the actor. */
export const isBlind = (actor: { readonly blind?: readonly BlindField[] | undefined }): boolean =>
  (actor.blind ?? []).length > 0;

/** Whether a field is hidden from the actor. */
export const hides = (
  actor: { readonly blind?: readonly BlindField[] | undefined },
  field: BlindField,
): boolean => (actor.blind ?? []).includes(field);

/**
 * What a candidate is called where the name is hidden: the same on every screen, and from the end of the id, which is random (the
 * beginning of a UUIDv7 is the time at which somebody came in).
 */
export const blindName = (candidateId: string): string =>
  `Candidate ${candidateId.replaceAll('-', '').slice(-5).toUpperCase()}`;
