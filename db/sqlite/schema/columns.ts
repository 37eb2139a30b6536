import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { check, integer, text } from 'drizzle-orm/sqlite-core';

/** The columns every record has; see `recordBase` of the domain. Spread into a table, one call per table. */
export const recordColumns = () => ({
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** A value nobody filters on, as JSON text. The type is the domain's. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** true and false as 1 and 0. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** Refuses a value outside a list of the domain. NULL passes: a CHECK that is NULL is not broken. */
export const oneOf = (name: string, column: AnyColumn, values: readonly string[]) =>
  check(name, inList(column, values));

// drizzle-kit cannot put bound values into DDL. The values are constants of the domain, letters and dashes only.
function inList(column: AnyColumn, values: readonly string[]): SQL {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  return sql`${column} in (${sql.raw(list)})`;
}
