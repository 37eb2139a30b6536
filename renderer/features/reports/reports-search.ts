import { z } from 'zod';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import { figureSchema } from '@/shared/domain/reports/figures';
import { idSchema } from '@/shared/kit/ids';

export const PERIODS = ['30-days', '90-days', '12-months', 'this-year', 'last-year'] as const;
export type Period = (typeof PERIODS)[number];

/** What the address of the reports holds: what they are narrowed to, and the figure whose list is open. */
export const reportsSearchSchema = z.object({
  period: z.enum(PERIODS).optional().catch(undefined),
  job: idSchema.optional().catch(undefined),
  client: idSchema.optional().catch(undefined),
  source: z.enum(CANDIDATE_SOURCES).optional().catch(undefined),
  figure: figureSchema.optional().catch(undefined),
});
export type ReportsSearch = z.infer<typeof reportsSearchSchema>;
