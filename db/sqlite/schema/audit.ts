import { type SQL, sql } from 'drizzle-orm';
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A value that is read out of an entry's text: so nothing is shown, filtered or exported that is not what was hashed. */
const read = (column: string, field: string) =>
  text(column).generatedAlwaysAs((): SQL => sql.raw(`json_extract("body", '$.${field}')`), {
    mode: 'virtual',
  });

/**
 * The hash-chained log of what was done (docs/audit-format.md). Only the store writes it, in the transaction of the deed; triggers refuse
 * to change or delete a line. No personal data: what a field held before and after is sealed under a key of whom it is about.
 */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    /** From 1, without a gap. */
    seq: integer('seq').primaryKey(),
    /** The entry as canonical JSON (`AuditEntry`), without its hash. */
    body: text('body').notNull(),
    /** Hex of SHA-256 over the hash before and the digest of `body`. */
    hash: text('hash').notNull(),
    at: read('at', 'at'),
    actorId: read('actor_id', 'actorId'),
    action: read('action', 'action'),
    entityId: read('entity_id', 'entityId'),
    subjectId: read('subject_id', 'subjectId'),
    clientId: read('client_id', 'clientId'),
  },
  (t) => [
    index('audit_entry_at').on(t.at),
    index('audit_entry_actor').on(t.actorId),
    index('audit_entry_action').on(t.action),
    index('audit_entry_entity').on(t.entityId),
    index('audit_entry_subject').on(t.subjectId),
    index('audit_entry_client').on(t.clientId).where(sql`"client_id" is not null`),
  ],
);

/**
 * The key that what was sealed about a candidate (or about a record that is about none) opens with. Erasing them deletes it, and the
 * chain stays whole.
 */
export const recordKey = sqliteTable('record_key', {
  subjectId: text('subject_id').primaryKey(),
  key: blob('key', { mode: 'buffer' }).notNull(),
});
