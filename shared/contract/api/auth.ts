import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { roleSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { signInWithSchema, workspaceStatusSchema } from './workspace';

const password = z.string().max(1024);
const code = z.string().max(100);
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()).readonly() });

/** Somebody's own account. */
export const meSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  /** The role of the desk's own that they have. */
  roleName: z.string().nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
  hasPassword: z.boolean(),
  passwordChangedAt: instantSchema.nullable(),
  twoStep: z.boolean(),
  recoveryCodesLeft: z.number().int().nonnegative(),
});
export type Me = z.infer<typeof meSchema>;

/**
 * Signing in and one's own account. No permission: they work before somebody is signed in (`signIn`), or for whoever is, also while
 * nothing else does because a password has to be changed. All but the first two: SIGN_IN_NEEDED.
 */
export const authContract = {
  /**
   * `code-needed`: address and password were right. SIGN_IN_REFUSED with `waitSeconds` for everything that does not fit, whatever it is.
   * Whoever was signed in stays it until somebody else is.
   */
  signIn: procedure(null)
    .input(signInWithSchema.extend({ code: code.optional() }))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('signed-in'), status: workspaceStatusSchema }),
        z.object({ state: z.literal('code-needed') }),
      ]),
    ),
  /** Nothing at a desk that nobody signs in to. */
  signOut: procedure(null).output(workspaceStatusSchema),
  me: procedure(null).output(meSchema),
  /** WRONG_PASSWORD, SIGN_IN_REFUSED after several of them, INVALID with `reason` (a problem of passwords, or `same`). */
  changePassword: procedure(null)
    .input(z.object({ old: password, password }))
    .output(workspaceStatusSchema),
  /** The first password of a desk that nobody signed in to. INVALID with `reason`, CONFLICT when there is one. */
  setFirstPassword: procedure(null).input(signInWithSchema).output(workspaceStatusSchema),
  /** What an authenticator app is given; on only after `confirmTwoStep`. WRONG_PASSWORD, CONFLICT when it is on. */
  startTwoStep: procedure(null)
    .input(z.object({ password }))
    .output(z.object({ secret: z.string(), address: z.string() })),
  /** INVALID for a code that is not right. The recovery codes are shown this once. */
  confirmTwoStep: procedure(null).input(z.object({ code })).output(recoveryCodes),
  /** WRONG_PASSWORD. */
  stopTwoStep: procedure(null)
    .input(z.object({ password }))
    .output(z.object({ twoStep: z.literal(false) })),
  /** WRONG_PASSWORD. Those of before stop working. */
  renewRecoveryCodes: procedure(null).input(z.object({ password })).output(recoveryCodes),
};
