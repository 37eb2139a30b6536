import type { Credential } from '@/shared/domain/access/records';
import { PASSWORD_MIN } from '@/shared/domain/people/password-length';
import { passwordProblem, passwordText } from '@/shared/domain/people/password-rules';
import { NOBODY } from '@/shared/domain/people/session';
import { lockedAfter, waitLeft } from '@/shared/domain/people/sign-in-delay';
import type { Actor, User } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { usableEmail } from './emails';

type OwnDeps = Pick<Deps, 'store' | 'people' | 'secrets' | 'clock'>;

/**
 * Chooses another password. Errors: INVALID with `reason` when it is none that is taken (also `same`), WRONG_PASSWORD when the old one
 * is not right.
 */
export async function changePassword(
  deps: OwnDeps,
  actor: Actor,
  input: { readonly old: string; readonly password: string },
): Promise<void> {
  const { user, credential } = await ownCredential(deps, actor.id);
  await provePassword(deps, credential, input.old);
  if (passwordText(input.old) === passwordText(input.password)) {
    throw new AppError('INVALID', 'This is the password of before. Nothing was changed.', {
      reason: 'same',
    });
  }
  await deps.store.commit({
    actor,
    action: 'password.changed',
    changes: [
      {
        op: 'update',
        entity: 'credential',
        id: credential.id,
        version: credential.version,
        patch: {
          ...(await hashed(deps, user, input.password)),
          mustChange: false,
          passwordChangedAt: nowIso(deps.clock),
          failures: 0,
          lockedUntil: null,
        },
      },
    ],
  });
}

/**
 * Gives the one person of a desk that nobody signed in to an address and a password: from then on signing in is needed.
 * Errors: CONFLICT when they have a password, INVALID.
 */
export async function setFirstPassword(
  deps: OwnDeps,
  actor: Actor,
  input: { readonly email: string; readonly password: string },
): Promise<void> {
  const user = await deps.people.user(actor.id);
  if (user === null) throw new AppError('NOT_FOUND', 'This user is not there any more.');
  if ((await deps.people.credential(user.id)) !== null) {
    throw new AppError('CONFLICT', 'There is a password already. Nothing was changed.');
  }
  const email = await usableEmail(deps, input.email, user.id);
  const { passwordHash } = await hashed(deps, { ...user, email }, input.password);
  await deps.store.commit({
    actor,
    action: 'password.changed',
    changes: [
      { op: 'update', entity: 'user', id: user.id, version: user.version, patch: { email } },
      {
        op: 'insert',
        entity: 'credential',
        row: newCredential(user.id, passwordHash, {
          mustChange: false,
          at: nowIso(deps.clock),
        }),
      },
    ],
  });
}

/** Somebody's own credential. Errors: INVALID at a desk that nobody signs in to. */
export async function ownCredential(
  { people }: Pick<Deps, 'people'>,
  userId: Id,
): Promise<{ readonly user: User; readonly credential: Credential }> {
  const user = await people.user(userId);
  const credential = await people.credential(userId);
  if (user === null || credential === null) {
    throw new AppError('INVALID', 'There is no password yet. Set one first.');
  }
  return { user, credential };
}

/**
 * Whoever sits at an open desk has to know the password for what would let them keep it. Trying costs the same growing wait as signing in.
 * Errors: WRONG_PASSWORD, SIGN_IN_REFUSED with `waitSeconds` while nobody may try.
 */
export async function provePassword(
  deps: OwnDeps,
  credential: Credential,
  password: string,
): Promise<void> {
  const wait = waitLeft(credential, deps.clock.now());
  if (wait.ms > 0) {
    throw new AppError('SIGN_IN_REFUSED', 'Too many attempts. Wait before trying again.', {
      waitSeconds: Math.ceil(wait.ms / 1000),
    });
  }
  const { id, userId, version, passwordHash } = credential;
  if (await deps.secrets.verifyPassword(passwordText(password), passwordHash)) return;
  const failures = credential.failures + 1;
  const lockedUntil = lockedAfter(failures, deps.clock.now());
  await deps.store.commit({
    actor: NOBODY,
    action: 'credential.used',
    changes: [
      { op: 'update', entity: 'credential', id, version, patch: { failures, lockedUntil } },
    ],
    audit: [
      {
        action: 'auth.failed',
        entityType: 'user',
        entityId: userId,
        metadata: { what: 'old-password', failures, known: true },
      },
    ],
  });
  throw new AppError('WRONG_PASSWORD', 'The password is not right. Nothing was changed.');
}

/** The hash of a password that is taken. Errors: INVALID with `reason`. */
export async function hashed(
  { secrets }: Pick<Deps, 'secrets'>,
  owner: Pick<User, 'name' | 'email'>,
  password: string,
): Promise<{ readonly passwordHash: string }> {
  refuseBadPassword(owner, password);
  return { passwordHash: await secrets.hashPassword(passwordText(password)) };
}

/** Errors: INVALID with `reason`. */
export function refuseBadPassword(owner: Pick<User, 'name' | 'email'>, password: string): void {
  const reason = passwordProblem(password, owner);
  if (reason !== null) {
    throw new AppError(
      'INVALID',
      `Choose another password: at least ${PASSWORD_MIN} characters that nobody would try first. Nothing was changed.`,
      { reason },
    );
  }
}

/** What somebody signs in with from now on. */
export const newCredential = (
  userId: Id,
  passwordHash: string,
  { mustChange, at }: { readonly mustChange: boolean; readonly at: string },
) => ({
  id: newId(),
  userId,
  passwordHash,
  mustChange,
  passwordChangedAt: at,
  totpSecret: null,
  totpConfirmedAt: null,
  totpLastStep: null,
  recoveryCodes: [],
  failures: 0,
  lockedUntil: null,
  // Whoever chooses their own is there.
  lastSeenAt: mustChange ? null : at,
});
