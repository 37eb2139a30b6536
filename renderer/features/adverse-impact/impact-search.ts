import { z } from 'zod';
import { PERIODS } from '@/renderer/features/reports';
import { IMPACT_STAGES } from '@/shared/domain/adverse-impact/views';
import { idSchema } from '@/shared/kit/ids';

/** What the address of the workbook holds: what it is counted from. */
export const impactSearchSchema = z.object({
  period: z.enum(PERIODS).optional().catch(undefined),
  jobs: z.array(idSchema).max(200).optional().catch(undefined),
  stage: z.enum(IMPACT_STAGES).optional().catch(undefined),
});
export type ImpactSearch = z.infer<typeof impactSearchSchema>;
