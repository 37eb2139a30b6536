import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActionName, EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import { json, oneOf } from './columns';

/** One line per commit: who did what, when, and whether it was taken back. */
export const commitLog = sqliteTable(
  'commit_log',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    // No CHECK: a kind of deed is added with every subject, and old lines keep the names they were written with.
    action: text('action').$type<ActionName>().notNull(),
    undoes: text('undoes'),
    undoneBy: text('undone_by'),
    /** The bulk deed of several commits; null for what stands for itself. */
    partOf: text('part_of'),
  },
  (t) => [index('commit_log_actor').on(t.actorId, t.id), index('commit_log_part').on(t.partOf)],
);

/**
 * What each commit changed. Rows of one entity and one subject put in together share a line that lists their ids (the rows are the
 * after state); an update keeps the changed fields before and after; a delete keeps the whole row.
 */
export const changeLog = sqliteTable(
  'change_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    commitId: text('commit_id')
      .notNull()
      .references(() => commitLog.id),
    entity: text('entity').$type<EntityName>().notNull(),
    op: text('op').$type<'insert' | 'update' | 'delete'>().notNull(),
    /** The candidate, job or client it is about; null for what is about none. */
    subjectId: text('subject_id'),
    rowIds: json<readonly Id[]>('row_ids').notNull(),
    before: json<Record<string, unknown>>('before'),
    after: json<Record<string, unknown>>('after'),
  },
  (t) => [
    index('change_log_commit').on(t.commitId),
    index('change_log_subject').on(t.subjectId, t.seq),
    oneOf('change_log_op', t.op, ['insert', 'update', 'delete']),
  ],
);
