import { z } from 'zod';
import type { Candidate } from '@/shared/domain/candidates/records';
import { type Instant, instantSchema } from '@/shared/kit/clock';

/** Why somebody's data may be held (GDPR article 6). `withdrawn`: they gave consent and took it back. */
export const LAWFUL_BASES = [
  'consent',
  'contract',
  'legitimate-interest',
  'legal-obligation',
] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];
export const WITHDRAWN = 'withdrawn';

/** What is entered: on what basis since when, and until when; null withdraws it. */
export const consentInputSchema = z
  .object({
    basis: z.enum(LAWFUL_BASES),
    givenAt: instantSchema,
    expiresAt: instantSchema.nullable(),
  })
  .refine(({ givenAt, expiresAt }) => expiresAt === null || expiresAt > givenAt, {
    message: 'It must end after it begins.',
    path: ['expiresAt'],
  })
  .nullable();
export type ConsentInput = z.infer<typeof consentInputSchema>;

type ConsentFields = Pick<Candidate, 'consentBasis' | 'consentGivenAt' | 'consentExpiresAt'>;

/** The fields of a candidate that say so. */
export const consentFields = (consent: ConsentInput): ConsentFields =>
  consent === null
    ? { consentBasis: WITHDRAWN, consentGivenAt: null, consentExpiresAt: null }
    : {
        consentBasis: consent.basis,
        consentGivenAt: consent.givenAt,
        consentExpiresAt: consent.expiresAt,
      };

/** An instant so many calendar months later; the last day of the month where the day is not in it. */
export function monthsLater(from: Instant, months: number): Instant {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}
