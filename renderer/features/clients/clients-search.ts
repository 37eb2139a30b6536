import { z } from 'zod';
import { CLIENT_STATUSES } from '@/shared/domain/clients/records';
import { CLIENT_SORT_KEYS } from '@/shared/domain/clients/views';

/** What the address of the list of clients holds; what it does not say is as usual. */
export const clientsSearchSchema = z.object({
  q: z.string().max(1000).optional().catch(undefined),
  status: z.enum(CLIENT_STATUSES).optional().catch(undefined),
  by: z.enum(CLIENT_SORT_KEYS).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type ClientsSearch = z.infer<typeof clientsSearchSchema>;

/** What the page of a client shows. */
export const CLIENT_TABS = ['overview', 'people', 'activity'] as const;
export type ClientTab = (typeof CLIENT_TABS)[number];
export const clientPageSearchSchema = z.object({
  tab: z.enum(CLIENT_TABS).optional().catch(undefined),
});
