import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { BLIND_FIELDS } from '@/shared/domain/blind/settings';
import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { passphraseSchema } from '@/shared/domain/keys/key-file';
import { roleSchema, settingsSchema } from '@/shared/domain/workspace/records';
import { idSchema } from '@/shared/kit/ids';
import { keySlotsSchema, lockReasonSchema } from './keys';

export const workspaceStatusSchema = z.discriminatedUnion('state', [
  /** First run: nothing has been made yet. */
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('open'),
    id: idSchema,
    name: z.string(),
    userId: idSchema,
    userName: z.string(),
    role: roleSchema,
    /** What whoever is at the desk may do: for what the window shows. Every procedure is checked for itself. */
    permissions: z.array(z.enum(PERMISSIONS)),
    /** Whether one signs in here; else whoever can open the workspace is its administrator. */
    guarded: z.boolean(),
    /** What of candidates is hidden from whoever is at the desk: they review blind. None for most. */
    blind: z.array(z.enum(BLIND_FIELDS)),
    settings: settingsSchema,
    /** Why nothing can be written at this time (the disk of the workspace), while everything can be read; null: it can. */
    readOnly: z.enum(['full', 'read-only', 'unreachable']).nullable(),
    candidates: z.number().int().nonnegative(),
    version: z.string(),
  }),
  /** Somebody has to sign in before anything else is said. */
  z.object({ state: z.literal('signed-out'), id: idSchema, name: z.string() }),
  /** Somebody signed in with a password that was given to them and has to choose one of their own. */
  z.object({
    state: z.literal('password-change'),
    id: idSchema,
    name: z.string(),
    userName: z.string(),
  }),
  /** A key has to be given first (`keys.unlock`). */
  z.object({ state: z.literal('locked'), reason: lockReasonSchema, slots: keySlotsSchema }),
  /** It is being encrypted (a workspace of an earlier Longlist, or with another key) or put back from a backup, and opens when that is done. Ask again. */
  z.object({
    state: z.literal('working'),
    work: z.enum(['encrypting', 'changing-key', 'restoring']),
    /** How much is done, 0 to 1. */
    done: z.number(),
  }),
  /** There is a workspace, but it cannot be opened: damaged, too new, busy. Nothing was changed. */
  z.object({ state: z.literal('unavailable'), code: z.string(), message: z.string() }),
]);
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;

export const signInWithSchema = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
});

export const workspaceContract = {
  status: procedure(null).output(workspaceStatusSchema),
  /**
   * Makes the workspace and its first user, an admin, who is at its desk from then on. It is encrypted: opened by the passphrase, or by
   * this computer's keychain where none is given; the recovery key is shown once. CONFLICT when there is one already; INVALID with `reason`
   * for an address or a password that is not taken, passphrase-needed (no keychain keeps a key here), passphrase-too-short.
   */
  create: procedure(null)
    .input(
      z.object({
        name: z.string().trim().min(1).max(200),
        userName: z.string().trim().min(1).max(200),
        /** Without it nobody signs in: whoever can open the workspace is its administrator. */
        signIn: signInWithSchema.optional(),
        passphrase: passphraseSchema.optional(),
      }),
    )
    .output(z.object({ status: workspaceStatusSchema, recoveryKey: z.string() })),
  updateSettings: procedure('settings.change')
    .input(settingsSchema.omit({ privacy: true }).partial())
    .output(settingsSchema),
  /** Whom candidates can belong to, by name. */
  owners: procedure('candidate.read').output(z.array(z.object({ id: idSchema, name: z.string() }))),
  /** OCR languages whose data is on this computer, and those that could be added from a file. */
  ocrLanguages: procedure('workspace.read').output(
    z.array(z.object({ code: z.string(), bundled: z.boolean() })),
  ),
  /** Adds OCR data from a chosen `.traineddata` or `.traineddata.gz` file. INVALID when it is not one. */
  addOcrLanguage: procedure('settings.change')
    .input(z.object({ handle: z.string() }))
    .output(z.object({ code: z.string() })),
};
