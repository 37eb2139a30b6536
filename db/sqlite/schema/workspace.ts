import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CustomRole } from '@/shared/domain/access/records';
import { ROLES, type Role, type Settings, type User } from '@/shared/domain/workspace/records';
import { client } from './clients';
import { json, oneOf, recordColumns } from './columns';

export const workspace = sqliteTable('workspace', {
  ...recordColumns(),
  name: text('name').notNull(),
  settings: json<Settings>('settings').notNull(),
});

export const role = sqliteTable(
  'role',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    base: text('base').$type<CustomRole['base']>().notNull(),
    permissions: json<CustomRole['permissions']>('permissions').notNull(),
    clientId: text('client_id').references((): AnySQLiteColumn => client.id),
  },
  (t) => [
    uniqueIndex('role_name').on(sql`"name" collate nocase`),
    oneOf('role_base', t.base, ROLES),
  ],
);

export const user = sqliteTable(
  'user',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    role: text('role').$type<Role>().notNull(),
    roleId: text('role_id').references((): AnySQLiteColumn => role.id),
    clientId: text('client_id').references((): AnySQLiteColumn => client.id),
    status: text('status').$type<User['status']>().notNull(),
  },
  (t) => [
    uniqueIndex('user_email').on(t.email),
    oneOf('user_role', t.role, ROLES),
    oneOf('user_status', t.status, ['active', 'deactivated']),
  ],
);

/** The database's own identity, written when the file is made: a file without it is not a Longlist database. */
export const databaseIdentity = sqliteTable('database_identity', {
  id: text('id').primaryKey(),
  createdAt: text('created_at').notNull(),
});
