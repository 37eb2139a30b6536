import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLIENT_STATUSES, type Client } from '@/shared/domain/clients/records';
import { flag, json, oneOf, recordColumns } from './columns';

export const client = sqliteTable(
  'client',
  {
    ...recordColumns(),
    companyName: text('company_name').notNull(),
    status: text('status').$type<Client['status']>().notNull(),
    industry: text('industry'),
    website: text('website'),
    phone: text('phone'),
    address: text('address'),
    city: text('city'),
    state: text('state'),
    country: text('country'),
    postalCode: text('postal_code'),
    notes: text('notes').notNull(),
    offLimits: flag('off_limits').notNull(),
    offLimitsReason: text('off_limits_reason'),
    custom: json<Client['custom']>('custom').notNull(),
  },
  (t) => [
    index('client_name').on(sql`"company_name" collate nocase`),
    oneOf('client_status', t.status, CLIENT_STATUSES),
    check('client_off_limits', sql`${t.offLimits} in (0, 1)`),
  ],
);

export const contact = sqliteTable(
  'contact',
  {
    ...recordColumns(),
    clientId: text('client_id')
      .notNull()
      .references(() => client.id),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    title: text('title'),
  },
  (t) => [index('contact_client').on(t.clientId)],
);
