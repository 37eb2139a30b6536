import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import {
  firstAdmin,
  openDesk,
  type SignedIn,
  signedInAs,
} from '@/shared/usecases/people/signed-in';

/** Who is at the desk of this core: it has one window, so at most one person. */
export interface SignInState {
  /** Resolves when what was written last about people counts here too. */
  readonly settled: () => Promise<void>;
  /** Whoever is signed in, also before they have chosen a password. */
  readonly current: () => SignedIn | null;
  /** Who is asking. Errors: SIGN_IN_NEEDED, PASSWORD_CHANGE_NEEDED. */
  readonly actor: () => Actor;
  /** Who is asking about their own sign-in. Errors: SIGN_IN_NEEDED. */
  readonly own: () => Actor;
  /** In whose name background work goes on. */
  readonly background: () => Actor;
  /** Whether somebody has to sign in here, or whoever comes is the administrator. */
  readonly isGuarded: () => boolean;
  readonly enter: (userId: Id) => Promise<void>;
  readonly leave: () => void;
  /** Called when somebody else is at the desk, or nobody. */
  readonly onChange: (listener: () => void) => void;
}

/** Topics of what decides who may be at the desk. */
const CONCERNS = ['users', 'roles', 'credentials', 'settings'];

/**
 * Follows what is written about people: who was deactivated is gone with the next question, who was given another role asks in it, and
 * the first password closes a desk that was open to whoever came.
 */
export async function createSignInState(
  deps: Pick<Deps, 'people' | 'workspace' | 'store'>,
): Promise<SignInState> {
  let signedIn: SignedIn | null = null;
  let guarded = true;
  let admin: Actor | null = null;
  let reading: Promise<void> = Promise.resolve();
  const listeners: (() => void)[] = [];

  const seat = (next: SignedIn | null): void => {
    const before = signedIn?.actor.id;
    signedIn = next;
    if (before === next?.actor.id) return;
    for (const listener of listeners) listener();
  };

  const read = async (): Promise<void> => {
    admin = await firstAdmin(deps);
    const open = await openDesk(deps);
    guarded = open === null;
    if (open !== null) return seat(open);
    const id = signedIn?.actor.id;
    if (id === undefined) return;
    const now = await signedInAs(deps, id);
    // Somebody may have left meanwhile.
    if (signedIn?.actor.id === id) seat(now);
  };
  await read();
  deps.store.onCommit(({ topics }) => {
    if (!topics.some((topic) => CONCERNS.includes(topic))) return;
    // Who could not be looked up is nobody.
    reading = reading.then(read).catch(() => seat(null));
  });

  const own = (): Actor => {
    if (signedIn !== null) return signedIn.actor;
    throw new AppError('SIGN_IN_NEEDED', 'Sign in first.');
  };
  return {
    settled: () => reading,
    current: () => signedIn,
    own,
    actor: () => {
      const actor = own();
      if (signedIn?.mustChangePassword !== true) return actor;
      throw new AppError('PASSWORD_CHANGE_NEEDED', 'Choose a password of your own first.');
    },
    background: () => {
      const actor = signedIn?.actor ?? admin;
      if (actor === null) throw new AppError('SIGN_IN_NEEDED', 'Sign in first.');
      return actor;
    },
    isGuarded: () => guarded,
    enter: async (userId) => seat(await signedInAs(deps, userId)),
    leave: () => {
      if (guarded) seat(null);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
