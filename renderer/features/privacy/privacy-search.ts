import { z } from 'zod';

export const PRIVACY_VIEWS = [
  'quarantine',
  'consent',
  'holds',
  'returned',
  'erased',
  'searches',
] as const;
export type PrivacyView = (typeof PRIVACY_VIEWS)[number];

/** What the address of the Privacy screen holds: which list. */
export const privacySearchSchema = z.object({
  view: z.enum(PRIVACY_VIEWS).optional().catch(undefined),
});
