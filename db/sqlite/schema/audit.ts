import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditAction } from '@/shared/domain/audit/actions';

/**
 * The hash-chained log of what was done (docs/audit-format.md). Only the store writes it, in the transaction of the deed; triggers refuse
 * to change or delete a line. No personal data: what a field held before and after is in `sealed`, under a key of the record it is about.
 */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorRole: text('actor_role').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    entityType: text('entity_type').notNull(),
    entityId: text('entity_id'),
    clientId: text('client_id'),
    /** The commit of the history it tells of. */
    commitId: text('commit_id'),
    /** Names of the fields that changed, and facts without personal data: canonical JSON. */
    metadata: text('metadata').notNull(),
    /** Base64 of nonce, sealed canonical JSON of before and after, and tag; null where nothing was changed. */
    sealed: text('sealed'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_entry_entity').on(t.entityId, t.seq),
    index('audit_entry_actor').on(t.actorId, t.seq),
    index('audit_entry_action').on(t.action, t.seq),
  ],
);

/** The key that what was sealed about a record opens with. Erasing the record deletes it, and the chain stays whole. */
export const recordKey = sqliteTable('record_key', {
  entityId: text('entity_id').primaryKey(),
  key: blob('key', { mode: 'buffer' }).notNull(),
});
