import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { NOTIFICATION_KINDS, type Notification } from '@/shared/domain/notifications/records';
import {
  type SavedSearch,
  type SavedView,
  type SearchEntry,
  VIEW_SUBJECTS,
} from '@/shared/domain/searches/records';
import { flag, json, oneOf, recordColumns } from './columns';
import { user } from './workspace';

const ownerId = () =>
  text('owner_id')
    .notNull()
    .references(() => user.id);

export const savedSearch = sqliteTable(
  'saved_search',
  {
    ...recordColumns(),
    ownerId: ownerId(),
    name: text('name').notNull(),
    text: text('text').notNull(),
    filters: json<SavedSearch['filters']>('filters').notNull(),
    sort: json<SavedSearch['sort']>('sort'),
    columns: json<SavedSearch['columns']>('columns'),
    notify: flag('notify').notNull(),
    seenAt: text('seen_at').notNull(),
  },
  (t) => [index('saved_search_owner').on(t.ownerId)],
);

export const searchEntry = sqliteTable(
  'search_entry',
  {
    ...recordColumns(),
    ownerId: ownerId(),
    text: text('text').notNull(),
    filters: json<SearchEntry['filters']>('filters').notNull(),
    total: integer('total').notNull(),
  },
  (t) => [index('search_entry_owner').on(t.ownerId, t.updatedAt)],
);

export const notification = sqliteTable(
  'notification',
  {
    ...recordColumns(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    kind: text('kind').$type<Notification['kind']>().notNull(),
    subjectId: text('subject_id'),
    subjectName: text('subject_name').notNull(),
    count: integer('count').notNull(),
    readAt: text('read_at'),
  },
  (t) => [
    index('notification_user').on(t.userId, t.createdAt),
    oneOf('notification_kind', t.kind, NOTIFICATION_KINDS),
  ],
);

export const savedView = sqliteTable(
  'saved_view',
  {
    ...recordColumns(),
    ownerId: ownerId(),
    subject: text('subject').$type<SavedView['subject']>().notNull(),
    name: text('name').notNull(),
    view: json<SavedView['view']>('view').notNull(),
  },
  (t) => [
    index('saved_view_owner').on(t.ownerId, t.subject),
    oneOf('saved_view_subject', t.subject, VIEW_SUBJECTS),
  ],
);
