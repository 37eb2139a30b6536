import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES, type Role, type Settings, type User } from '@/shared/domain/workspace/records';
import { json, oneOf, recordColumns } from './columns';

export const workspace = sqliteTable('workspace', {
  ...recordColumns(),
  name: text('name').notNull(),
  settings: json<Settings>('settings').notNull(),
});

export const user = sqliteTable(
  'user',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    email: text('email'),
    role: text('role').$type<Role>().notNull(),
    status: text('status').$type<User['status']>().notNull(),
  },
  (t) => [
    oneOf('user_role', t.role, ROLES),
    oneOf('user_status', t.status, ['active', 'deactivated']),
  ],
);

/** The database's own identity, written when the file is made: a file without it is not a Longlist database. */
export const databaseIdentity = sqliteTable('database_identity', {
  id: text('id').primaryKey(),
  createdAt: text('created_at').notNull(),
});
