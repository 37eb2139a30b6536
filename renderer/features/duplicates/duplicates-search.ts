import { z } from 'zod';
import { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import { idSchema } from '@/shared/kit/ids';

/** What the address of the screen holds: the tab, what the queue is narrowed to, and who is compared. */
export const duplicatesSearchSchema = z.object({
  tab: z.enum(['merged']).optional().catch(undefined),
  reason: z.enum(DUPLICATE_REASONS).optional().catch(undefined),
  group: idSchema.optional().catch(undefined),
  /** People to compare, whether or not they are in the queue. */
  compare: z.array(idSchema).min(2).max(12).optional().catch(undefined),
});
