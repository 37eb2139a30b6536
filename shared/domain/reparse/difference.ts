import { z } from 'zod';
import { CANDIDATE_FIELDS } from '@/shared/domain/candidates/records';

/** What can be different after reading anew: a field, a whole part, or a field of one. */
export const DIFFERENCE_KINDS = [
  ...CANDIDATE_FIELDS,
  'contactPoint',
  'experience',
  'experience.company',
  'experience.title',
  'experience.location',
  'experience.start',
  'experience.end',
  'experience.description',
  'education',
  'education.institution',
  'education.degree',
  'education.field',
  'education.start',
  'education.end',
  'education.grade',
  'candidateSkill',
  'candidateSkill.years',
  'certification',
  'certification.issuer',
  'certification.date',
  'candidateLanguage',
  'candidateLanguage.level',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One value before and after. Null before: it would be gained; null after: it would be lost. */
export const differenceSchema = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  /** The job, degree … whose field it is; null for what stands for itself. */
  of: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Difference = z.infer<typeof differenceSchema>;

const tallySchema = z.object({
  /** Candidates with at least one such difference, and the differences by what becomes of the value. */
  candidates: z.number().int().nonnegative(),
  gained: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  lost: z.number().int().nonnegative(),
});
/** How often each kind of value is different over all candidates looked at. */
export const differenceSummarySchema = z.partialRecord(z.enum(DIFFERENCE_KINDS), tallySchema);
export type DifferenceSummary = z.infer<typeof differenceSummarySchema>;
