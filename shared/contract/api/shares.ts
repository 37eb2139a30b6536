import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { SHARE_PERMISSIONS, shareReceiverSchema } from '@/shared/domain/access/records';
import { roleSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const permission = z.enum(SHARE_PERMISSIONS);
const expiresAt = instantSchema.nullable();
const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });

/** How a candidate stands to whoever looks at them. */
export const candidateAccessSchema = z.object({
  level: permission,
  ownerName: z.string(),
  /** Who shared them with the actor, where somebody did. */
  sharedBy: z.object({ name: z.string(), permission, expiresAt }).nullable(),
  mayShare: z.boolean(),
  /** Whom they are shared with, also where it ended by itself; only for who may share them. */
  shares: z.array(
    z.object({
      ...versioned,
      candidateId: idSchema,
      permission,
      expiresAt,
      createdAt: instantSchema,
      toUserId: idSchema.nullable(),
      clientId: idSchema.nullable(),
      receiverName: z.string(),
      fromName: z.string(),
    }),
  ),
});
export type CandidateAccess = z.infer<typeof candidateAccessSchema>;

/** Showing candidates to other people of the desk or to a client. Many at once are a bulk deed (`bulk.run`). */
export const sharesContract = {
  of: procedure('candidate.read')
    .input(z.object({ candidateId: idSchema }))
    .output(candidateAccessSchema),
  receivers: procedure('candidate.share').output(
    z.object({
      users: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          role: roleSchema,
          clientName: z.string().nullable(),
        }),
      ),
      clients: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
  ),
  share: procedure('candidate.share')
    .input(
      z.object({
        candidateIds: z.array(idSchema).min(1).max(100),
        with: shareReceiverSchema,
        permission,
        expiresAt,
      }),
    )
    .output(committed),
  change: procedure('candidate.share')
    .input(z.object({ ...versioned, permission, expiresAt }))
    .output(committed),
  revoke: procedure('candidate.share').input(z.object(versioned)).output(committed),
};
