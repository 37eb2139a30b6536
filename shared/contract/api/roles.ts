import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { customRoleSchema } from '@/shared/domain/access/records';
import { roleSchema } from '@/shared/domain/workspace/records';
import { idSchema } from '@/shared/kit/ids';

const roleViewSchema = customRoleSchema.extend({ users: z.number().int().nonnegative() });
export type RoleView = z.infer<typeof roleViewSchema>;

const values = z.object({
  name: z.string().trim().min(1).max(100),
  description: z.string().max(1000),
  base: roleSchema,
  permissions: z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length),
  clientId: idSchema.nullable(),
});
export type RoleForm = z.infer<typeof values>;

const matrixSchema = z.object({
  columns: z
    .array(z.object({ key: z.string(), base: roleSchema, name: z.string().nullable() }))
    .readonly(),
  rows: z
    .array(
      z.object({
        procedure: z.string(),
        permission: z.enum(PERMISSIONS).nullable(),
        allowed: z.array(z.boolean()).readonly(),
      }),
    )
    .readonly(),
});
export type MatrixView = z.infer<typeof matrixSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const done = z.object({ id: idSchema });

/** Roles of the desk's own. FORBIDDEN for allowing more than one may oneself; INVALID with `reason`. */
export const rolesContract = {
  list: procedure('user.manage').output(z.array(roleViewSchema)),
  create: procedure('role.manage').input(values).output(done),
  /** Takes effect at once. Base and client stay while somebody has the role. */
  edit: procedure('role.manage').input(versioned.extend({ values })).output(done),
  /** Refused while somebody has it. */
  delete: procedure('role.manage').input(versioned).output(done),
  /** Who may call what, generated from the policy. */
  matrix: procedure('user.manage').output(matrixSchema),
  /** Writes it to where a save dialog pointed. */
  exportMatrix: procedure('user.manage')
    .input(z.object({ handle: z.string(), format: z.enum(['csv', 'xlsx']) }))
    .output(z.object({ rows: z.number().int().nonnegative() })),
  /** Says in the audit log that it goes into a PDF, which the window makes of what it shows; asked before that. */
  printed: procedure('user.manage').output(z.object({ rows: z.number().int().nonnegative() })),
};
