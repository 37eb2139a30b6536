import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  answersPreviewSchema,
  impactReportSchema,
  impactRequestSchema,
  impactSelectionSchema,
  impactStatusSchema,
} from '@/shared/domain/adverse-impact/views';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();
const people = z.object({ people: count });

/** What people said of themselves comes in here and goes out as figures; no other procedure has anything of it. */
export const adverseImpactContract = {
  /** Of how many people there are answers. */
  status: procedure('adverse-impact.read').output(impactStatusSchema),
  report: procedure('adverse-impact.read').input(impactRequestSchema).output(impactReportSchema),
  /** Writes the workbook to where a save dialog pointed; takes `export.run` too. */
  save: procedure('adverse-impact.read')
    .input(
      z.object({
        handle: z.string(),
        format: z.enum(['csv', 'xlsx']),
        request: impactRequestSchema,
      }),
    )
    .output(z.object({ tables: count })),
  /** Writes who to ask, each with a reference code, for letters; takes `export.run` and `candidate.read` too. */
  saveCodes: procedure('adverse-impact.read')
    .input(z.object({ handle: z.string(), selection: impactSelectionSchema }))
    .output(z.object({ rows: count })),
  /** Looks at a file of answers and keeps nothing. INVALID for one that is none. */
  preview: procedure('adverse-impact.read')
    .input(z.object({ handle: z.string() }))
    .output(answersPreviewSchema),
  /** Keeps the answers of the file looked at last. NOT_FOUND for another, CONFLICT when it changed since. */
  accept: procedure('adverse-impact.read')
    .input(z.object({ id: idSchema }))
    .output(people),
  /** Takes the answers to these codes out; a code without any is passed over. */
  withdraw: procedure('adverse-impact.read')
    .input(z.object({ codes: z.array(z.string().max(100)).min(1).max(1000) }))
    .output(people),
  /** Takes all answers out. */
  removeAll: procedure('adverse-impact.read')
    .input(z.object({ confirmed: z.literal(true) }))
    .output(people),
};
