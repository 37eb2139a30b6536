import { z } from 'zod';
import { DEED_KINDS } from '@/shared/domain/history/deeds';

/** What the address of the history holds: what it is narrowed to. */
export const historySearchSchema = z.object({
  kind: z.enum(DEED_KINDS).optional().catch(undefined),
  mine: z.boolean().optional().catch(undefined),
});
