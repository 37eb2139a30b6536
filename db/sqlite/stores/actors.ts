import { blindOf, hiddenFrom } from '@/shared/domain/blind/settings';
import { type Actor, actorSchema } from '@/shared/domain/workspace/records';
import { decode, entityTable } from '../entities';
import type { Statements } from '../statements';

/** Users as they would be asking: with what a role of their own narrows, and what is hidden from them. `where` chooses by the alias `u`. */
export function readActors(
  sql: Statements,
  where: string,
  ...params: readonly (string | number)[]
): readonly Actor[] {
  const rows = sql(
    `SELECT u.id AS id, u.name AS name, u.role AS role, coalesce(u.client_id, r.client_id) AS "clientId",
       CASE WHEN u.role_id IS NOT NULL THEN coalesce(r.permissions, '[]') END AS permissions
     FROM ${entityTable('user').sql} u LEFT JOIN ${entityTable('role').sql} r ON r.id = u.role_id WHERE ${where}`,
  ).all(...params) as readonly { readonly permissions: string | null; readonly role: string }[]; // The columns named above.
  const workspace = sql(
    `SELECT ${entityTable('workspace').select} FROM workspace ORDER BY id LIMIT 1`,
  ).get();
  const blind = blindOf(workspace === undefined ? {} : decode('workspace', workspace).settings);
  return rows.map(({ permissions, ...user }) => {
    const hidden = hiddenFrom(blind, user.role);
    return actorSchema.parse({
      ...user,
      ...(permissions !== null && { permissions: JSON.parse(permissions) as unknown }),
      ...(hidden.length > 0 && { blind: hidden }),
    });
  });
}
