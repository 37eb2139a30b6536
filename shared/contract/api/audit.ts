import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  auditDetailSchema,
  auditExportHeaderSchema,
  auditFiltersSchema,
  auditLineSchema,
  auditListRequestSchema,
  auditPageSchema,
  chainBreakSchema,
  headFindingSchema,
} from '@/shared/domain/audit/views';
import { instantSchema } from '@/shared/kit/clock';

const gapSchema = z.object({
  at: instantSchema,
  action: z.enum(['audit.gap-found', 'backup.restored']),
  metadata: z.record(z.string(), z.unknown()),
});

/** A check as it goes on, and what it came to. */
const verifyEventSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), checked: z.number(), of: z.number() }),
  z.object({
    state: z.literal('done'),
    /** How many were looked at and found unbroken. */
    checked: z.number(),
    /** When the first and the last of them were made; null when there is none. */
    from: instantSchema.nullable(),
    to: instantSchema.nullable(),
    broken: chainBreakSchema.nullable(),
    head: headFindingSchema,
    fingerprint: z.string(),
  }),
]);
export type VerifyEvent = z.infer<typeof verifyEventSchema>;

export const auditContract = {
  /** What was done, newest first. */
  list: procedure('audit.read').input(auditListRequestSchema).output(auditPageSchema),
  /** One entry whole; what was sealed only for those who may see it. NOT_FOUND. */
  entry: procedure('audit.read')
    .input(z.object({ seq: z.number().int().positive() }))
    .output(auditDetailSchema),
  /** Where the log ends, what its signed head says, and where it was found not to be the one that was signed. */
  state: procedure('audit.read').output(
    z.object({
      entries: z.number().int(),
      head: headFindingSchema,
      gaps: z.array(gapSchema),
      fingerprint: z.string(),
    }),
  ),
  /** Checks every entry and the signed head, telling how far it is. */
  verify: procedure('audit.read').output(eventIterator(verifyEventSchema)),
  /** Writes the entries to where a save dialog pointed; those that the filters leave out as their digests. */
  export: procedure('audit.export')
    .input(
      z.object({
        handle: z.string(),
        format: z.enum(['jsonl', 'csv']),
        filters: auditFiltersSchema,
      }),
    )
    .output(z.object({ header: auditExportHeaderSchema })),
  /** The newest entries with what proves them, for paper: 2,000 at most. */
  printed: procedure('audit.export')
    .input(z.object({ filters: auditFiltersSchema }))
    .output(z.object({ header: auditExportHeaderSchema, lines: z.array(auditLineSchema) })),
};
