import type { CustomRole } from '@/shared/domain/access/records';
import { allowedBy, mayManage } from '@/shared/domain/people/manage';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { MOST_ROLES, type RoleInUse } from '@/shared/usecases/ports/people-reader';

type RoleDeps = Pick<Deps, 'store' | 'people' | 'clients'>;

export type RoleValues = Pick<
  CustomRole,
  'name' | 'description' | 'base' | 'permissions' | 'clientId'
>;

interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/** Makes a role of the desk's own. Errors: INVALID with `reason`, NOT_FOUND for its client, FORBIDDEN for more than one may oneself. */
export async function createRole(
  deps: RoleDeps,
  actor: Actor,
  values: RoleValues,
): Promise<{ readonly id: Id }> {
  if ((await deps.people.roles()).length >= MOST_ROLES) {
    throw new AppError('INVALID', `There are ${MOST_ROLES} roles already.`);
  }
  const row = { id: newId(), ...(await tidy(deps, actor, values, null)) };
  await deps.store.commit({
    actor,
    action: 'role.created',
    changes: [{ op: 'insert', entity: 'role', row }],
  });
  return { id: row.id };
}

/**
 * Changes what a role allows, at once for whoever has it. Base and client stay while somebody does: they say whom one reaches. Errors:
 * NOT_FOUND, CONFLICT, INVALID with `reason`, FORBIDDEN.
 */
export async function editRole(
  deps: RoleDeps,
  actor: Actor,
  { id, version, values }: Versioned & { readonly values: RoleValues },
): Promise<{ readonly id: Id }> {
  const role = await managed(deps, actor, id);
  const patch = await tidy(deps, actor, values, id);
  if (role.users > 0 && (patch.base !== role.base || patch.clientId !== role.clientId)) {
    throw inUse();
  }
  await deps.store.commit({
    actor,
    action: 'role.changed',
    changes: [{ op: 'update', entity: 'role', id, version, patch }],
  });
  return { id };
}

/** Errors: NOT_FOUND, CONFLICT, FORBIDDEN, INVALID with `reason` `role-in-use`. */
export async function deleteRole(
  deps: RoleDeps,
  actor: Actor,
  { id, version }: Versioned,
): Promise<{ readonly id: Id }> {
  if ((await managed(deps, actor, id)).users > 0) throw inUse();
  await deps.store.commit({
    actor,
    action: 'role.deleted',
    changes: [{ op: 'delete', entity: 'role', id, version }],
  });
  return { id };
}

async function managed(deps: RoleDeps, actor: Actor, id: Id): Promise<RoleInUse> {
  const role = await deps.people.role(id);
  if (role === null) throw new AppError('NOT_FOUND', 'This role is not there any more.');
  if (!mayManage(actor, role)) throw tooMuch();
  return role;
}

async function tidy(
  deps: RoleDeps,
  actor: Actor,
  values: RoleValues,
  id: Id | null,
): Promise<RoleValues> {
  const { base, clientId } = values;
  if (base === 'candidate') {
    throw new AppError('INVALID', 'Candidates have no access to the desk.');
  }
  if (clientId !== null && (await deps.clients.get(actor, clientId)) === null) {
    throw new AppError('NOT_FOUND', 'This client is not there any more.');
  }
  const permissions = allowedBy(base, values.permissions);
  if (!mayManage(actor, { permissions, clientId })) throw tooMuch();
  const name = squeeze(values.name);
  const others = (await deps.people.roles()).filter((role) => role.id !== id);
  if (others.some((role) => fold(role.name) === fold(name))) {
    throw new AppError('INVALID', 'There is a role of this name already.', { reason: 'role-name' });
  }
  return { name, description: values.description.trim(), base, permissions, clientId };
}

const inUse = (): AppError =>
  new AppError('INVALID', 'Somebody has this role. Give them another one first.', {
    reason: 'role-in-use',
  });

const tooMuch = (): AppError =>
  new AppError('FORBIDDEN', 'This is more than your own role allows. Nothing was changed.');
