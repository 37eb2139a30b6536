import { z } from 'zod';

export const SECTIONS = [
  'appearance',
  'parsing',
  'ocr',
  'custom-fields',
  'people',
  'security',
  'privacy',
  'backup',
  'full-export',
  'workspace',
  'system',
  'shortcuts',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What the address of the settings holds: the section. */
export const settingsSearchSchema = z.object({
  section: z.enum(SECTIONS).optional().catch(undefined),
});
