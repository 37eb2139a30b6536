import type { CustomRole } from '@/shared/domain/access/records';
import type { Actor, User } from '@/shared/domain/workspace/records';

/** Who is asking when nobody has signed in: it may nothing. Names no user. */
export const NOBODY: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  name: '',
  role: 'candidate',
  permissions: [],
};

/** The user as who is asking. `role` is the role of their own that they have; one that is gone allows nothing. */
export function actorOf(user: User, role: CustomRole | null): Actor {
  const clientId = user.clientId ?? role?.clientId ?? null;
  const actor = { id: user.id, name: user.name, role: user.role, clientId };
  if (user.roleId === null) return actor;
  return { ...actor, permissions: role?.permissions ?? [] };
}
