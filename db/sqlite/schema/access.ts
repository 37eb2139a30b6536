import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { type Credential, SHARE_PERMISSIONS, type Share } from '@/shared/domain/access/records';
import { candidate } from './candidates';
import { client } from './clients';
import { flag, json, oneOf, recordColumns } from './columns';
import { user } from './workspace';

export const credential = sqliteTable(
  'credential',
  {
    ...recordColumns(),
    userId: text('user_id')
      .notNull()
      .references((): AnySQLiteColumn => user.id),
    passwordHash: text('password_hash'),
    mustChange: flag('must_change').notNull(),
    passwordChangedAt: text('password_changed_at'),
    totpSecret: text('totp_secret'),
    totpConfirmedAt: text('totp_confirmed_at'),
    totpLastStep: integer('totp_last_step'),
    recoveryCodes: json<Credential['recoveryCodes']>('recovery_codes').notNull(),
    failures: integer('failures').notNull(),
    lockedUntil: text('locked_until'),
    lastSeenAt: text('last_seen_at'),
  },
  (t) => [
    uniqueIndex('credential_user').on(t.userId),
    check('credential_must_change', sql`${t.mustChange} in (0, 1)`),
  ],
);

export const share = sqliteTable(
  'share',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references((): AnySQLiteColumn => candidate.id),
    fromUserId: text('from_user_id')
      .notNull()
      .references((): AnySQLiteColumn => user.id),
    toUserId: text('to_user_id').references((): AnySQLiteColumn => user.id),
    clientId: text('client_id').references((): AnySQLiteColumn => client.id),
    permission: text('permission').$type<Share['permission']>().notNull(),
    expiresAt: text('expires_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [
    index('share_candidate').on(t.candidateId),
    index('share_user').on(t.toUserId, t.candidateId),
    index('share_client').on(t.clientId, t.candidateId),
    oneOf('share_permission', t.permission, SHARE_PERMISSIONS),
    check('share_one_receiver', sql`(${t.toUserId} is null) <> (${t.clientId} is null)`),
  ],
);
