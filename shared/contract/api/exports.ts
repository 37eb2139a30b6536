import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { auditFiltersSchema, NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { jobFiltersSchema, NO_JOB_FILTERS } from '@/shared/domain/jobs/views';
import { RECORD_FORMATS } from '@/shared/domain/tables/record-exports';
import { idSchema } from '@/shared/kit/ids';

const asked = {
  /** As `recordColumns` names them. */
  columns: z.array(z.string().max(100)).min(1).max(100),
  format: z.enum(RECORD_FORMATS),
  /** Where a save dialog pointed. */
  handle: z.string(),
};
/** `cut`: cells of a workbook whose text is longer than Excel takes. */
const written = z.object({
  rows: z.number().int().nonnegative(),
  cut: z.number().int().nonnegative(),
});

/**
 * Tables of records as files: whole or not at all, no cell ever a formula, only what the actor reaches, and each of them in the audit log.
 * Candidates go out through `tables.export`.
 */
export const exportsContract = {
  /** Jobs as a list of them is narrowed, by title. */
  jobs: procedure('export.run')
    .input(
      z.object({
        ...asked,
        text: z.string().max(1000).default(''),
        filters: jobFiltersSchema.default(NO_JOB_FILTERS),
      }),
    )
    .output(written),
  /** Applications of one job, or of all of them, in the order in which people were put on it. */
  applications: procedure('export.run')
    .input(z.object({ ...asked, jobId: idSchema.nullable() }))
    .output(written),
  /** All interviews, in the order in which they were planned. */
  interviews: procedure('export.run').input(z.object(asked)).output(written),
  /** The audit log to read, newest first, without what proves it: `audit.export` writes that. */
  audit: procedure('audit.export')
    .input(z.object({ ...asked, filters: auditFiltersSchema.default(NO_AUDIT_FILTERS) }))
    .output(written),
};
