import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const CUSTOM_FIELD_ENTITIES = ['candidate', 'job', 'client'] as const;
export const CUSTOM_FIELD_KINDS = ['text', 'number', 'date', 'choice', 'yes-no'] as const;

/** A field that this workspace keeps of its candidates, jobs or clients beside those everybody keeps. */
export const customFieldSchema = z.object({
  ...recordBase,
  entity: z.enum(CUSTOM_FIELD_ENTITIES),
  label: z.string(),
  kind: z.enum(CUSTOM_FIELD_KINDS),
  /** What may be chosen, for `choice`; else empty. */
  options: z.array(z.string()),
  /** Order on screen, from 0. */
  position: z.number().int().nonnegative(),
  /** No longer offered; what was entered stays. */
  archivedAt: instantSchema.nullable(),
});
export type CustomField = z.infer<typeof customFieldSchema>;

/** What a candidate has in a custom field; no row for nothing. One of `text` and `number` is set. */
export const customValueSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  fieldId: idSchema,
  /** A text, a choice, or a day as YYYY-MM-DD. */
  text: z.string().nullable(),
  /** A number, or 1 and 0 for yes and no. */
  number: z.number().nullable(),
});
export type CustomValue = z.infer<typeof customValueSchema>;
