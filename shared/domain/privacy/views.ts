import { z } from 'zod';
import {
  legalHoldSchema,
  quarantineSchema,
  retentionRuleSchema,
  searchLogEntrySchema,
} from '@/shared/domain/privacy/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();

/** How many rows of each kind are held on somebody, and so would go. Kinds without any are left out. */
export const heldCountsSchema = z.record(z.string(), count);
export type HeldCounts = z.infer<typeof heldCountsSchema>;

/** What stands on the Privacy panel of a candidate. */
export const privacyPanelSchema = z.object({
  candidateId: idSchema,
  name: z.string(),
  consent: z.object({
    basis: z.string().nullable(),
    givenAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
  }),
  hold: legalHoldSchema.extend({ placedByName: z.string() }).nullable(),
  quarantine: quarantineSchema.nullable(),
  lastActivityAt: instantSchema,
  /** What the rules say: until when they must be kept, and when they go into quarantine; null where no rule says so. */
  mustKeepUntil: instantSchema.nullable(),
  goesAt: instantSchema.nullable(),
});
export type PrivacyPanel = z.infer<typeof privacyPanelSchema>;

/** What an erasure would take. */
export const erasurePreviewSchema = z.object({
  candidateId: idSchema,
  name: z.string(),
  counts: heldCountsSchema,
  /** Original files that go, and those that stay because another candidate has the same. */
  files: count,
  sharedFiles: count,
  /** Erasing before it needs a reason. */
  mustKeepUntil: instantSchema.nullable(),
  held: z.boolean(),
});
export type ErasurePreview = z.infer<typeof erasurePreviewSchema>;

export const quarantineViewSchema = quarantineSchema.extend({
  name: z.string(),
  ruleName: z.string().nullable(),
  held: z.boolean(),
});
export type QuarantineView = z.infer<typeof quarantineViewSchema>;

export const holdViewSchema = legalHoldSchema.extend({
  name: z.string(),
  placedByName: z.string(),
});
export type HoldView = z.infer<typeof holdViewSchema>;

export const consentViewSchema = z.object({
  candidateId: idSchema,
  name: z.string(),
  basis: z.string().nullable(),
  expiresAt: instantSchema,
  /** It is over. */
  expired: z.boolean(),
});
export type ConsentView = z.infer<typeof consentViewSchema>;

/** A file that would bring back somebody who was erased, kept out until a person decides. */
export const returnedViewSchema = z.object({
  itemId: idSchema,
  taskId: idSchema,
  fileName: z.string(),
  seenAt: instantSchema,
  erasedAt: instantSchema.nullable(),
});
export type ReturnedView = z.infer<typeof returnedViewSchema>;

export const searchLogViewSchema = searchLogEntrySchema
  .pick({ id: true, userId: true, at: true, text: true, filters: true, jobId: true, total: true })
  .extend({ userName: z.string(), jobTitle: z.string().nullable() });
export type SearchLogView = z.infer<typeof searchLogViewSchema>;

/** What the rules would do today. */
export const retentionPreviewSchema = z.object({
  people: count,
  /** Would go into quarantine. */
  quarantined: count,
  /** Are kept by a legal hold. */
  held: count,
  /** Are in quarantine already. */
  waiting: count,
  /** No rule that ends speaks of them. */
  unruled: count,
  /** Are kept for now, and when the first of them goes. */
  kept: count,
  nextAt: instantSchema.nullable(),
  /** A few of those who would go. */
  sample: z.array(z.object({ candidateId: idSchema, name: z.string() })),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

export const retentionRuleViewSchema = retentionRuleSchema.omit({
  createdAt: true,
  createdBy: true,
  updatedAt: true,
});
export type RetentionRuleView = z.infer<typeof retentionRuleViewSchema>;

/** How the daily look at the rules stands. */
export const retentionStatusSchema = z.object({
  lastRunAt: instantSchema.nullable(),
  /** Set when the clock jumped: nothing is done until somebody confirms that it is right. */
  clockJumped: z.boolean(),
  lastSeenAt: instantSchema.nullable(),
  now: instantSchema,
});
export type RetentionStatus = z.infer<typeof retentionStatusSchema>;
