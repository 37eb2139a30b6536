import { actorOf } from '@/shared/domain/people/session';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** Somebody at the desk. */
export interface SignedIn {
  readonly actor: Actor;
  /** Nothing but their own sign-in works until they have chosen a password. */
  readonly mustChangePassword: boolean;
}

/** Whoever is at a desk that nobody signs in to: whoever can open it is its administrator. Null where one has to sign in. */
export async function openDesk({ people }: Pick<Deps, 'people'>): Promise<SignedIn | null> {
  if (await people.hasPasswords()) return null;
  const admin = await people.firstAdmin();
  return admin === null ? null : { actor: actorOf(admin, null), mustChangePassword: false };
}

/** A user as they are now; null when they may not be at the desk any more. */
export async function signedInAs(
  { people }: Pick<Deps, 'people'>,
  userId: Id,
): Promise<SignedIn | null> {
  const user = await people.user(userId);
  if (user === null || user.status !== 'active') return null;
  const role = user.roleId === null ? null : await people.role(user.roleId);
  const credential = await people.credential(userId);
  return { actor: actorOf(user, role), mustChangePassword: credential?.mustChange ?? false };
}
