import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { passphraseSchema } from '@/shared/domain/keys/key-file';

/** What opens the workspace: shown by name, never what it is. */
export const keySlotsSchema = z.object({
  keychain: z.boolean(),
  passphrase: z.boolean(),
  recoveryKey: z.boolean(),
});

/** Why a workspace is locked. */
export const lockReasonSchema = z.enum([
  /** Somebody locked it, or nobody was at the desk. */
  'locked',
  /** It was started, and a passphrase opens it. */
  'passphrase',
  /** The keychain has not got its secret: another computer, another person, or it was cleared. */
  'keychain-missing',
  /** The keychain has another secret than the one that fits. */
  'keychain-changed',
  /** The keychain is not there or stays locked. */
  'keychain-unavailable',
  /** The keychain did not answer in time; it may wait for its own password. */
  'keychain-no-answer',
  /** The passphrase or recovery key given with the start is wrong. */
  'wrong-key',
  /** It was made by an earlier Longlist and is not encrypted; without a keychain it needs a passphrase first. `keys.protect` gives it. */
  'not-encrypted',
]);
export type LockReason = z.infer<typeof lockReasonSchema>;

const keyStatusSchema = z.object({
  slots: keySlotsSchema,
  /** How the keychain of this computer is. `no-answer`: it may wait for its password. */
  keychain: z.enum(['works', 'unavailable', 'no-answer']),
  /** Whether a passphrase came with the start (`--passphrase-file`, the environment): a workspace that is made gets it. */
  passphraseGiven: z.boolean(),
  /** Minutes without anybody at the desk after which the window locks; null: never. */
  autoLockMinutes: z.number().int().nullable(),
  /** When the key was changed the last time; null: it is the first one. */
  rotatedAt: z.string().nullable(),
});
export type KeyStatus = z.infer<typeof keyStatusSchema>;

const current = z.object({
  /** The passphrase there is; null where there is none. */
  passphrase: passphraseSchema.nullable(),
});
const shownOnce = z.object({
  /** Fourteen groups of four signs. It is shown once: Longlist does not keep it. */
  recoveryKey: z.string(),
});

export const keysContract = {
  /** Also without a workspace (then nothing opens it yet) and while it is locked. */
  status: procedure(null).output(keyStatusSchema),
  /**
   * Opens a locked workspace; `workspace.status` is `open` then, or `working` where something has to be encrypted first. WRONG_KEY,
   * TOO_MANY_TRIES (`seconds`), INVALID for a mistyped recovery key, WORKSPACE_LOCKED with its `reason` where the keychain does not open it.
   */
  unlock: procedure(null)
    .input(
      z.union([
        z.object({ passphrase: passphraseSchema }),
        z.object({ recoveryKey: z.string().max(1000) }),
        z.object({ keychain: z.literal(true) }),
      ]),
    )
    .output(z.object({})),
  /** Closes the workspace and forgets its keys. What runs in the background goes on after it is unlocked. */
  lock: procedure('workspace.read').output(z.object({})),
  /** Encrypts the workspace of an earlier Longlist (`not-encrypted`). INVALID with `reason` passphrase-too-short. */
  protect: procedure(null)
    .input(z.object({ passphrase: passphraseSchema }))
    .output(shownOnce),
  /** Sets the passphrase or another one; the keychain opens the workspace no more. WRONG_KEY, TOO_MANY_TRIES, INVALID passphrase-too-short. */
  changePassphrase: procedure('key.manage')
    .input(current.extend({ next: passphraseSchema }))
    .output(z.object({})),
  /** Has the keychain open the workspace, and no passphrase. WRONG_KEY, TOO_MANY_TRIES, INVALID passphrase-needed where no keychain works. */
  removePassphrase: procedure('key.manage').input(current).output(z.object({})),
  /** Makes another recovery key; the one before opens nothing any more. WRONG_KEY, TOO_MANY_TRIES. */
  newRecoveryKey: procedure('key.manage').input(current).output(shownOnce),
  /**
   * Puts another key in place of the workspace's and encrypts everything anew: `workspace.status` is `working` with its progress, then `open`
   * again. WRONG_KEY, TOO_MANY_TRIES, CONFLICT.
   */
  rotate: procedure('key.manage').input(current).output(shownOnce),
  setAutoLock: procedure('key.manage')
    .input(z.object({ minutes: z.number().int().min(1).max(1440).nullable() }))
    .output(z.object({})),
};
