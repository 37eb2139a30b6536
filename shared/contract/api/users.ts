import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { roleSchema, userSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const personSchema = userSchema.extend({
  roleName: z.string().nullable(),
  clientName: z.string().nullable(),
  lastSeenAt: instantSchema.nullable(),
  hasPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  twoStep: z.boolean(),
});
export type PersonView = z.infer<typeof personSchema>;

const values = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().max(320),
  phone: z.string().max(50).nullable(),
  role: roleSchema,
  roleId: idSchema.nullable(),
  clientId: idSchema.nullable(),
});
export type UserForm = z.infer<typeof values>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const done = z.object({ id: idSchema });
const oneTimePassword = z.string();

/** FORBIDDEN throughout for somebody with more rights than one's own, and for giving more than that. */
export const usersContract = {
  /** Everybody, those deactivated too, by name. */
  list: procedure('user.manage').output(z.array(personSchema)),
  /** The one-time password is told this once. INVALID with `reason`; CONFLICT while nobody signs in here. */
  create: procedure('user.manage').input(values).output(done.extend({ oneTimePassword })),
  /** INVALID with `reason`, `last-admin` among them. */
  edit: procedure('user.manage').input(versioned.extend({ values })).output(done),
  /** Keeps the record and ends their sessions. INVALID with `reason` `last-admin`. */
  deactivate: procedure('user.manage').input(versioned).output(done),
  reactivate: procedure('user.manage').input(versioned).output(done),
  /** INVALID for one's own. */
  resetPassword: procedure('user.manage')
    .input(z.object({ id: idSchema }))
    .output(z.object({ oneTimePassword })),
  resetTwoStep: procedure('user.manage')
    .input(z.object({ id: idSchema }))
    .output(done),
};
