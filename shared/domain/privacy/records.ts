import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const RETENTION_ENDS = ['erase', 'anonymise'] as const;

/** How long those a rule speaks of are kept: at least, and at most. */
export const retentionRuleSchema = z.object({
  ...recordBase,
  name: z.string().min(1).max(200),
  /** Who it speaks of. Absent and empty: everybody. */
  about: z.object({
    countries: z.array(z.string().length(2)).max(250).optional(),
    sources: z.array(z.string().max(40)).max(20).optional(),
    consentBases: z.array(z.string().max(100)).max(20).optional(),
    /** Only those who were never, or who were, put on a job. */
    applied: z.boolean().optional(),
    /** At the end of the quarantine nobody has to confirm. */
    automatic: z.boolean().optional(),
  }),
  /** Days from the last activity during which nobody is erased by a rule or by hand without a reason (a law may ask for it). */
  minimumDays: z.number().int().min(0).max(36_500).nullable(),
  /** Days from the last activity after which somebody goes into quarantine. */
  maximumDays: z.number().int().min(1).max(36_500).nullable(),
  /** What happens at the end of the quarantine. */
  end: z.enum(RETENTION_ENDS),
  enabled: z.boolean(),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

/** Somebody who is about to be erased: out of all working lists, and brought back with one deed until `until`. */
export const quarantineSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  ruleId: idSchema.nullable(),
  reason: z.string().max(2000),
  since: instantSchema,
  until: instantSchema,
  end: z.enum(RETENTION_ENDS),
  releasedAt: instantSchema.nullable(),
});
export type Quarantine = z.infer<typeof quarantineSchema>;

/** A reason for which a candidate must not be erased, whatever a rule says. */
export const legalHoldSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  reason: z.string().min(1).max(2000),
  placedBy: idSchema,
  releasedAt: instantSchema.nullable(),
});
export type LegalHold = z.infer<typeof legalHoldSchema>;

/** That somebody was erased or made anonymous; nothing in it says who it was. */
export const erasureSchema = z.object({
  ...recordBase,
  /** The id the candidate had. Another one, merged into it, has a line of its own. */
  candidateId: idSchema,
  kind: z.enum(RETENTION_ENDS),
  reason: z.string().max(2000),
  erasedAt: instantSchema,
  /** Hashes of the original files that were deleted, so that a restored backup can be cleaned of them. Keyed, as the fingerprints are. */
  files: z.array(z.string()).readonly(),
  /** How many rows of each kind went. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** A keyed hash of what an erased person would be known again by: an address, a number, a name with a birthday, a file. */
export const erasedFingerprintSchema = z.object({
  ...recordBase,
  erasureId: idSchema,
  kind: z.enum(['email', 'phone', 'link', 'name', 'file']),
  fingerprint: z.string(),
});
export type ErasedFingerprint = z.infer<typeof erasedFingerprintSchema>;

/** Who searched what, when, and for which job. */
export const searchLogEntrySchema = z.object({
  ...recordBase,
  userId: idSchema,
  at: instantSchema,
  text: z.string().max(10_000),
  filters: z.record(z.string(), z.unknown()),
  jobId: idSchema.nullable(),
  /** How many were found. */
  total: z.number().int().nonnegative(),
});
export type SearchLogEntry = z.infer<typeof searchLogEntrySchema>;
