import { z } from 'zod';
import { IMPORT_OUTCOMES } from '@/shared/domain/imports/records';
import { idSchema } from '@/shared/kit/ids';

export const ITEM_TABS = ['all', ...IMPORT_OUTCOMES, 'waiting', 'cancelled'] as const;
export type ItemTab = (typeof ITEM_TABS)[number];

/** What the address of the import screen holds: which import is shown and which of its files. */
export const importSearchSchema = z.object({
  id: idSchema.optional().catch(undefined),
  tab: z.enum(ITEM_TABS).optional().catch(undefined),
});
export type ImportSearch = z.infer<typeof importSearchSchema>;
