import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { roleSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';
import { PERMISSIONS } from './permissions';

/** A named set of what somebody may do: never more than `base` may, and it reaches whom `base` reaches. */
export const customRoleSchema = z.object({
  ...recordBase,
  name: z.string().min(1).max(100),
  description: z.string().max(1000),
  base: roleSchema,
  permissions: z.array(z.enum(PERMISSIONS)).readonly(),
  /** The one client that whoever has this role is limited to. */
  clientId: idSchema.nullable(),
});
export type CustomRole = z.infer<typeof customRoleSchema>;

/**
 * What somebody signs in with, apart from the user, so that no secret ever reaches the history. One for each user who signs in.
 */
export const credentialSchema = z.object({
  ...recordBase,
  userId: idSchema,
  /** Argon2id in the PHC format; null until a password is set. */
  passwordHash: z.string().nullable(),
  mustChange: z.boolean(),
  passwordChangedAt: instantSchema.nullable(),
  /** Base32; set while two-step sign-in is being set up and after. */
  totpSecret: z.string().nullable(),
  /** Null until the first code proved that the secret arrived. */
  totpConfirmedAt: instantSchema.nullable(),
  /** The time step of the last code taken: a code works once. */
  totpLastStep: z.number().int().nullable(),
  /** Hashes of the codes that stand in for a lost phone, those not used yet. */
  recoveryCodes: z.array(z.string()).readonly(),
  /** Failed attempts since the last success. */
  failures: z.number().int().nonnegative(),
  lockedUntil: instantSchema.nullable(),
  lastSeenAt: instantSchema.nullable(),
});
export type Credential = z.infer<typeof credentialSchema>;

export const SHARE_PERMISSIONS = ['view', 'comment', 'edit'] as const;

/** A candidate shown to somebody who would not reach them: a user, or everybody of a client. */
export const shareSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  fromUserId: idSchema,
  /** Exactly one of the two is set. */
  toUserId: idSchema.nullable(),
  clientId: idSchema.nullable(),
  permission: z.enum(SHARE_PERMISSIONS),
  expiresAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
});
export type Share = z.infer<typeof shareSchema>;

/** Whom something is shown to. */
export const shareReceiverSchema = z.object({ kind: z.enum(['user', 'client']), id: idSchema });
export type ShareReceiver = z.infer<typeof shareReceiverSchema>;
