import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  behindRequestSchema,
  figureRowSchema,
  reportFiltersSchema,
  reportSchema,
} from '@/shared/domain/reports/figures';

export const reportsContract = {
  /** Every figure of a report, of one moment. */
  report: procedure('report.read').input(reportFiltersSchema).output(reportSchema),
  /** What one of them counts, newest first: `total` is the figure. */
  behind: procedure('report.read')
    .input(behindRequestSchema)
    .output(z.object({ rows: z.array(figureRowSchema), total: z.number().int().nonnegative() })),
};
