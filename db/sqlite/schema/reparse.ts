import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  REPARSE_ITEM_STATES,
  REPARSE_STATES,
  type Reparse,
  type ReparseItem,
} from '@/shared/domain/reparse/records';
import { json, oneOf, recordColumns } from './columns';

export const reparse = sqliteTable(
  'reparse',
  {
    ...recordColumns(),
    parserVersion: text('parser_version').notNull(),
    state: text('state').$type<Reparse['state']>().notNull(),
    cursor: text('cursor'),
    total: integer('total').notNull(),
    looked: integer('looked').notNull(),
    failed: integer('failed').notNull(),
    summary: json<Reparse['summary']>('summary').notNull(),
    bulkId: text('bulk_id'),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    error: text('error'),
  },
  (t) => [oneOf('reparse_state', t.state, REPARSE_STATES)],
);

export const reparseItem = sqliteTable(
  'reparse_item',
  {
    ...recordColumns(),
    reparseId: text('reparse_id')
      .notNull()
      .references(() => reparse.id),
    // No references: an item outlives the undo of an import, and an undone commit stays in the log.
    candidateId: text('candidate_id').notNull(),
    candidateName: text('candidate_name').notNull(),
    state: text('state').$type<ReparseItem['state']>().notNull(),
    commitId: text('commit_id'),
    // The long columns stand last, as in `resume`.
    differences: json<ReparseItem['differences']>('differences').notNull(),
    readings: json<ReparseItem['readings']>('readings').notNull(),
  },
  (t) => [
    index('reparse_item_state').on(t.reparseId, t.state, t.commitId, t.id),
    uniqueIndex('reparse_item_candidate').on(t.reparseId, t.candidateId),
    oneOf('reparse_item_state_value', t.state, REPARSE_ITEM_STATES),
  ],
);
