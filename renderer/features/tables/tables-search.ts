import { z } from 'zod';
import { idSchema } from '@/shared/kit/ids';

/** What the address holds: the opened table, or the import that is shown. */
export const tablesSearchSchema = z.object({
  draft: idSchema.optional().catch(undefined),
  id: idSchema.optional().catch(undefined),
});
