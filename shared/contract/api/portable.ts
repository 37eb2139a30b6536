import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { passphraseSchema } from '@/shared/domain/keys/key-file';
import { manifestSchema } from '@/shared/domain/portable/manifest';
import { signInWithSchema, workspaceStatusSchema } from './workspace';

const counts = manifestSchema.shape.counts;

const lookSchema = manifestSchema
  .pick({ workspace: true, madeAt: true, version: true, guarded: true, counts: true })
  .extend({
    bytes: z.number().nonnegative(),
    /** The folder that was looked at, for `open`. */
    handle: z.string(),
  });
export type ExportLook = z.infer<typeof lookSchema>;

/** Everything out of Longlist in open formats, and in again: docs/full-export.md. */
export const portableContract = {
  /**
   * Writes everything, in clear, to a new folder in the chosen one; whole or not at all. `typed`: the name of the workspace, as somebody
   * typed it who read that. Who asks proves who they are: with their password where one signs in, else with the passphrase where there is one.
   * INVALID with `reason`, WRONG_PASSWORD, SIGN_IN_REFUSED, WRONG_KEY, TOO_MANY_TRIES, CONFLICT, STORAGE_UNAVAILABLE.
   */
  export: procedure('backup.manage')
    .input(
      z.object({
        handle: z.string(),
        /** The folder to make in it; null: one that is called after the day. */
        name: z.string().min(1).max(200).nullable().default(null),
        typed: z.string().max(1000),
        password: z.string().max(1024).optional(),
        passphrase: passphraseSchema.optional(),
      }),
    )
    .output(z.object({ folder: z.string(), counts, files: z.number().int(), bytes: z.number() })),
  /** How much is done of what is being exported or opened, 0 to 1; null when nothing is. Also before there is a workspace. */
  progress: procedure(null).output(z.object({ done: z.number().nullable() })),
  /** What an export says of itself, before it is opened where there is no workspace yet. INVALID, WORKSPACE_TOO_NEW, CONFLICT. */
  look: procedure(null)
    .input(z.object({ handle: z.string() }))
    .output(lookSchema),
  /**
   * Makes the workspace of an export and opens it. `admin`: which administrator of it opens it and a new password, needed where one signed
   * in. INVALID with `reason` (changed, foreign, admin-needed, no-such-admin, passphrase-needed, passphrase-too-short, that of a password),
   * WORKSPACE_TOO_NEW, CONFLICT when there is a workspace, STORAGE_UNAVAILABLE.
   */
  open: procedure(null)
    .input(
      z.object({
        handle: z.string(),
        admin: signInWithSchema.optional(),
        passphrase: passphraseSchema.optional(),
      }),
    )
    .output(z.object({ status: workspaceStatusSchema, recoveryKey: z.string(), counts })),
};
