import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { idSchema } from '@/shared/kit/ids';

export const CLIENT_STATUSES = ['active', 'inactive'] as const;

/** What a custom field holds for a job or a client, by the field's id: a text, a choice, a day, a number, 1 or 0 for yes and no. */
export const customValuesSchema = z.record(idSchema, z.union([z.string(), z.number()]));
export type CustomValues = z.infer<typeof customValuesSchema>;

/** A company that hires. A team that hires for itself has one: itself. */
export const clientSchema = z.object({
  ...recordBase,
  companyName: z.string(),
  status: z.enum(CLIENT_STATUSES),
  industry: z.string().nullable(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  country: z.string().nullable(),
  postalCode: z.string().nullable(),
  notes: z.string(),
  /** Who works there is not approached for other clients' jobs, but by somebody who says why. */
  offLimits: z.boolean(),
  offLimitsReason: z.string().nullable(),
  custom: customValuesSchema,
});
export type Client = z.infer<typeof clientSchema>;

/** Somebody at a client, without a login. */
export const contactSchema = z.object({
  ...recordBase,
  clientId: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  title: z.string().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;
