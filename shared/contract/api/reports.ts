import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  behindRequestSchema,
  figureRowSchema,
  reportFiltersSchema,
  reportSchema,
} from '@/shared/domain/reports/figures';

const text = z.string().max(10_000);

export const reportsContract = {
  /** Every figure of a report, of one moment. */
  report: procedure('report.read').input(reportFiltersSchema).output(reportSchema),
  /** What one of them counts, newest first: `total` is the figure. */
  /** Writes a table as it stands on screen to where a save dialog pointed. `cut`: cells that a workbook could not hold whole. */
  saveTable: procedure('export.run')
    .input(
      z.object({
        handle: z.string(),
        format: z.enum(['csv', 'xlsx']),
        header: z.array(text).max(100),
        rows: z.array(z.array(z.union([text, z.number()])).max(100)).max(10_000),
      }),
    )
    .output(z.object({ cut: z.number().int().nonnegative() })),
  /** Writes a picture that the window drew, a PNG of at most 20 MB. INVALID for anything else. */
  savePicture: procedure('export.run')
    .input(z.object({ handle: z.string(), picture: z.instanceof(Blob) }))
    .output(z.object({ saved: z.literal(true) })),
  behind: procedure('report.read')
    .input(behindRequestSchema)
    .output(z.object({ rows: z.array(figureRowSchema), total: z.number().int().nonnegative() })),
};
