import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type ErasedFingerprint,
  type Erasure,
  type Quarantine,
  RETENTION_ENDS,
  type RetentionRule,
  type SearchLogEntry,
} from '@/shared/domain/privacy/records';
import { candidate } from './candidates';
import { flag, json, oneOf, recordColumns } from './columns';
import { user } from './workspace';

export const retentionRule = sqliteTable(
  'retention_rule',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    about: json<RetentionRule['about']>('about').notNull(),
    minimumDays: integer('minimum_days'),
    maximumDays: integer('maximum_days'),
    end: text('end').$type<RetentionRule['end']>().notNull(),
    enabled: flag('enabled').notNull(),
  },
  (t) => [
    oneOf('retention_rule_end', t.end, RETENTION_ENDS),
    check('retention_rule_enabled', sql`${t.enabled} in (0, 1)`),
  ],
);

const candidateId = () =>
  text('candidate_id')
    .notNull()
    .references(() => candidate.id);

export const quarantine = sqliteTable(
  'quarantine',
  {
    ...recordColumns(),
    candidateId: candidateId(),
    ruleId: text('rule_id').references(() => retentionRule.id),
    reason: text('reason').notNull(),
    since: text('since').notNull(),
    until: text('until').notNull(),
    end: text('end').$type<Quarantine['end']>().notNull(),
    releasedAt: text('released_at'),
  },
  (t) => [
    // Somebody is in quarantine once at a time.
    uniqueIndex('quarantine_candidate').on(t.candidateId).where(sql`"released_at" is null`),
    index('quarantine_until').on(t.until),
    oneOf('quarantine_end', t.end, RETENTION_ENDS),
  ],
);

export const legalHold = sqliteTable(
  'legal_hold',
  {
    ...recordColumns(),
    candidateId: candidateId(),
    reason: text('reason').notNull(),
    placedBy: text('placed_by')
      .notNull()
      .references(() => user.id),
    releasedAt: text('released_at'),
  },
  (t) => [index('legal_hold_candidate').on(t.candidateId)],
);

/** `candidate_id` refers to nobody any more. */
export const erasure = sqliteTable(
  'erasure',
  {
    ...recordColumns(),
    candidateId: text('candidate_id').notNull(),
    kind: text('kind').$type<Erasure['kind']>().notNull(),
    reason: text('reason').notNull(),
    erasedAt: text('erased_at').notNull(),
    files: json<Erasure['files']>('files').notNull(),
    counts: json<Erasure['counts']>('counts').notNull(),
  },
  (t) => [
    index('erasure_candidate').on(t.candidateId),
    oneOf('erasure_kind', t.kind, RETENTION_ENDS),
  ],
);

export const erasedFingerprint = sqliteTable(
  'erased_fingerprint',
  {
    ...recordColumns(),
    erasureId: text('erasure_id')
      .notNull()
      .references(() => erasure.id),
    kind: text('kind').$type<ErasedFingerprint['kind']>().notNull(),
    fingerprint: text('fingerprint').notNull(),
  },
  (t) => [
    index('erased_fingerprint_fingerprint').on(t.fingerprint),
    index('erased_fingerprint_erasure').on(t.erasureId),
    oneOf('erased_fingerprint_kind', t.kind, ['email', 'phone', 'link', 'name', 'file']),
  ],
);

export const searchLogEntry = sqliteTable(
  'search_log',
  {
    ...recordColumns(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    at: text('at').notNull(),
    text: text('text').notNull(),
    filters: json<SearchLogEntry['filters']>('filters').notNull(),
    jobId: text('job_id'),
    total: integer('total').notNull(),
  },
  (t) => [index('search_log_at').on(t.at), index('search_log_user').on(t.userId, t.at)],
);
