import { z } from 'zod';
import { recordBase, resumeSchema } from '@/shared/domain/candidates/records';
import { differenceSchema, differenceSummarySchema } from '@/shared/domain/reparse/difference';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/**
 * `reading`: candidates are being looked at, nothing changes. `ready`: all were looked at, a person decides. `applying`:
 * everything that is open is being written.
 */
export const REPARSE_STATES = ['reading', 'ready', 'applying'] as const;

/** A look at what a newer parser reads differently in résumés read by an older one. There is one at a time. */
export const reparseSchema = z.object({
  ...recordBase,
  /** The version of the parser that reads anew. */
  parserVersion: z.string(),
  state: z.enum(REPARSE_STATES),
  /** The last candidate that was looked at; null before the first. After a crash it goes on behind it. */
  cursor: idSchema.nullable(),
  /** Candidates to look at, counted at the start. */
  total: z.number().int().nonnegative(),
  looked: z.number().int().nonnegative(),
  /** Candidates that could not be looked at because of a defect; they stay as they are. */
  failed: z.number().int().nonnegative(),
  summary: differenceSummarySchema,
  /** The one deed that everything applied at once is part of, so that it is taken back at once. */
  bulkId: idSchema.nullable(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Why it stands still, in a sentence. */
  error: z.string().nullable(),
});
export type Reparse = z.infer<typeof reparseSchema>;

/** A résumé read anew: the columns of its row that come from reading. */
export const resumeReadingSchema = z.object({
  resumeId: idSchema,
  values: resumeSchema.pick({
    mediaType: true,
    text: true,
    lines: true,
    pages: true,
    ocrConfidence: true,
    parserName: true,
    parserVersion: true,
    parsed: true,
    notices: true,
  }),
});
export type ResumeReading = z.infer<typeof resumeReadingSchema>;

/** `same`: nothing a person would see differs. `open`: waits for a decision. `left`: a person wants it as it is. */
export const REPARSE_ITEM_STATES = ['same', 'open', 'left'] as const;

/** One candidate looked at. */
export const reparseItemSchema = z.object({
  ...recordBase,
  reparseId: idSchema,
  candidateId: idSchema,
  candidateName: z.string(),
  state: z.enum(REPARSE_ITEM_STATES),
  /** The commit that applied it. It may have been taken back since. */
  commitId: idSchema.nullable(),
  differences: z.array(differenceSchema),
  /** The résumés as they were read anew: what is applied is what was shown, without reading the files again. */
  readings: z.array(resumeReadingSchema),
});
export type ReparseItem = z.infer<typeof reparseItemSchema>;

/** A candidate with differences as a person sees them. `applied` says that the commit is in force. */
export const reparseItemViewSchema = reparseItemSchema
  .pick({ id: true, candidateId: true, candidateName: true, differences: true })
  .extend({ state: z.enum(['open', 'left', 'applied']) });
export type ReparseItemView = z.infer<typeof reparseItemViewSchema>;
