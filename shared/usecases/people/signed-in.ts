import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** Somebody at the desk. */
export interface SignedIn {
  readonly actor: Actor;
  /** Nothing but their own sign-in works until they have chosen a password. */
  readonly mustChangePassword: boolean;
}

type SignedInDeps = Pick<Deps, 'people' | 'workspace'>;

/** Whoever is at a desk that nobody signs in to: whoever can open it is its administrator. Null where one has to sign in. */
export async function openDesk(deps: SignedInDeps): Promise<SignedIn | null> {
  if (await deps.people.hasPasswords()) return null;
  const actor = await firstAdmin(deps);
  return actor === null ? null : { actor, mustChangePassword: false };
}

/** A user as they are now; null when they may not be at the desk any more. */
export async function signedInAs(
  { people, workspace }: SignedInDeps,
  userId: Id,
): Promise<SignedIn | null> {
  const user = await people.user(userId);
  const actor = user?.status === 'active' ? await workspace.actor(userId) : null;
  if (actor === null) return null;
  const credential = await people.credential(userId);
  return { actor, mustChangePassword: credential?.mustChange ?? false };
}

/** The administrator in whose name things go on while nobody is at the desk. */
export async function firstAdmin({ people, workspace }: SignedInDeps): Promise<Actor | null> {
  const user = await people.firstAdmin();
  return user === null ? null : workspace.actor(user.id);
}
