import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';

// `keys.json`: the key of the workspace, locked away once for each way to open it. docs/security.md tells it in words.

const base64Schema = z.base64().max(1000);

/** Something encrypted with AES-256-GCM; the tag stands at its end. */
const sealedSchema = z.object({ nonce: base64Schema, sealed: base64Schema });
export type Sealed = z.infer<typeof sealedSchema>;

/**
 * What Argon2id costs. The bounds are what a computer can do: whoever changed a slot to cost less has still to guess, and one that costs
 * more than this would only stand still.
 */
export const argon2CostSchema = z.object({
  memoryKiB: z
    .number()
    .int()
    .min(8)
    .max(1024 * 1024),
  passes: z.number().int().min(1).max(32),
  lanes: z.number().int().min(1).max(8),
});
export type Argon2Cost = z.infer<typeof argon2CostSchema>;

const slot = { ...sealedSchema.shape, madeAt: instantSchema };

export const keySlotSchema = z.discriminatedUnion('kind', [
  /** Opened by a random secret that the system's keychain holds under `account`. */
  z.object({ kind: z.literal('keychain'), account: z.string().max(200), ...slot }),
  /** Opened by the recovery key. */
  z.object({ kind: z.literal('recovery'), salt: base64Schema, ...slot }),
  /** Opened by what a person types. */
  z.object({
    kind: z.literal('passphrase'),
    salt: base64Schema,
    cost: argon2CostSchema,
    ...slot,
  }),
]);
export type KeySlot = z.infer<typeof keySlotSchema>;
export type SlotKind = KeySlot['kind'];

export const keyFileSchema = z.object({
  format: z.literal('longlist-keys'),
  version: z.literal(1),
  /** The database these keys are for. */
  databaseId: z.string().min(1).max(100),
  /** The key of the workspace, once for each way to open it; of each kind one at most. */
  slots: z.array(keySlotSchema).max(3),
  /** What must stay the same when the key is changed, sealed with the key: names of originals, signatures, fingerprints. */
  identity: sealedSchema,
  /** Earlier keys, sealed with this one, newest first: older backups are encrypted with them. */
  retired: z.array(z.object({ ...sealedSchema.shape, retiredAt: instantSchema })).max(100),
  /** Files may still be in clear (`plain`) or encrypted with the newest retired key: encrypting them has not ended. */
  unfinished: z.enum(['plain', 'retired']).nullable(),
  /** Minutes without anybody at the desk after which the workspace locks itself; null: never. */
  autoLockMinutes: z.number().int().min(1).max(1440).nullable(),
  madeAt: instantSchema,
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Signs a passphrase has at least. */
export const LEAST_PASSPHRASE = 12;
const MOST_PASSPHRASE = 1000;

export const passphraseSchema = z.string().min(1).max(MOST_PASSPHRASE);

/** What keeps a new passphrase from being one; null when nothing does. */
export const passphraseProblem = (text: string): 'too-short' | null =>
  [...text.normalize('NFKC')].length < LEAST_PASSPHRASE ? 'too-short' : null;
