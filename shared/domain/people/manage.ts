import type { Permission } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import { permissionsOf } from '@/shared/domain/access/roles';
import type { CustomRole } from '@/shared/domain/access/records';
import { ROLES, type Actor, type Role, type User } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** Roles that somebody of the desk can be given; candidates have a door of their own. */
export const GIVEN_ROLES = ROLES.filter((role) => role !== 'candidate');

/** What every role has: without it the window shows nothing at all. */
const ALWAYS: readonly Permission[] = ['workspace.read'];

/** What a role of one's own allows: what was chosen, as far as its base goes. */
export const allowedBy = (base: Role, chosen: readonly Permission[]): readonly Permission[] =>
  permissionsOf(base).filter(
    (permission) => ALWAYS.includes(permission) || chosen.includes(permission),
  );

/** What somebody's role comes to. */
export interface Rights {
  readonly permissions: readonly Permission[];
  readonly clientId: Id | null;
}

export const rightsOf = (
  user: Pick<User, 'role' | 'roleId' | 'clientId'>,
  role: CustomRole | null,
): Rights => ({
  permissions:
    user.roleId === null ? permissionsOf(user.role) : allowedBy(user.role, role?.permissions ?? []),
  clientId: user.clientId ?? role?.clientId ?? null,
});

/**
 * Whether somebody who manages people may give these rights, or lay hands on somebody who has them: nobody hands out, or takes over by a new
 * password, more than they have themselves.
 */
export const mayManage = (actor: Actor, rights: Rights): boolean =>
  rights.permissions.every((permission) => can(actor, permission)) &&
  (actor.clientId == null || actor.clientId === rights.clientId);

/** An administrator with all that an administrator may: one of them has to stay. */
export const isWholeAdmin = (user: Pick<User, 'role' | 'roleId' | 'status'>): boolean =>
  user.role === 'admin' && user.roleId === null && user.status === 'active';

/** Whether a role makes sense only at a client. */
export const needsClient = (role: Role): boolean => role === 'client_user';
/** Whether a role can be limited to one client without a role of one's own. */
export const takesClient = (role: Role): boolean => needsClient(role) || role === 'interviewer';
