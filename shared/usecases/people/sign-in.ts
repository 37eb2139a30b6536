import type { AuditNote } from '@/shared/domain/audit/notes';
import type { Credential } from '@/shared/domain/access/records';
import type { Patch } from '@/shared/domain/history/change';
import { passwordText } from '@/shared/domain/people/password-rules';
import { NOBODY } from '@/shared/domain/people/session';
import { lockedAfter, waitAfter, waitLeft } from '@/shared/domain/people/sign-in-delay';
import { totpStep } from '@/shared/domain/people/totp';
import type { Actor, User } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Instant, nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';
import { plainRecoveryCode } from './recovery-codes';
import { type SignedIn, signedInAs } from './signed-in';

export type SignInDeps = Pick<Deps, 'store' | 'people' | 'workspace' | 'secrets' | 'clock'> & {
  /** Failures with addresses that nobody has, so that they are answered as those of everybody else. */
  readonly strangers: Strangers;
  /** False beside another Longlist that writes: then an attempt cannot be kept. */
  readonly keepsAttempts: boolean;
};

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or one of the recovery codes. */
  readonly code?: string | undefined;
}

/**
 * Signs somebody in. Null: the password was right and a code is needed too. An address nobody has, a wrong password, a wrong code and a
 * deactivated user are answered alike, after the same time, and each failure costs a wait that grows.
 * Errors: SIGN_IN_REFUSED with `waitSeconds`.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<SignedIn | null> {
  const email = input.email.trim().toLowerCase();
  const user = await deps.people.userByEmail(email);
  const credential = user === null ? null : await deps.people.credential(user.id);
  const attempts = credential ?? deps.strangers.of(email);
  const wait = waitLeft(attempts, deps.clock.now());
  if (wait.ms > 0) {
    if (wait.startsAnew) await keepWait(deps, credential, email, attempts.failures);
    throw refused(wait.ms);
  }
  const known = user?.status === 'active' ? credential : null;
  const right = await deps.secrets.verifyPassword(
    passwordText(input.password),
    known?.passwordHash ?? null,
  );
  if (!right || user === null || known === null) {
    throw await failed(deps, { user, credential, email }, 'password');
  }
  const needsCode = known.totpConfirmedAt !== null;
  if (needsCode && (input.code ?? '').trim() === '') return null;
  const spent = needsCode ? spendCode(deps, known, input.code ?? '') : {};
  if (spent === null) throw await failed(deps, { user, credential, email }, 'code');
  const signedIn = await signedInAs(deps, user.id);
  if (signedIn === null) throw await failed(deps, { user, credential, email }, 'password');
  await keep(deps, signedIn.actor, {
    credential: known,
    patch: { ...spent, failures: 0, lockedUntil: null, lastSeenAt: nowIso(deps.clock) },
    note: {
      action: 'auth.signed-in',
      entityType: 'user',
      entityId: user.id,
      metadata: { twoStep: needsCode, recoveryCode: spent.recoveryCodes !== undefined },
    },
  });
  return signedIn;
}

/** What is left of a credential when the code was taken; null for a code that is not right. */
export function spendCode(
  deps: Pick<Deps, 'secrets' | 'clock'>,
  credential: Credential,
  given: string,
): Patch<'credential'> | null {
  const { totpSecret, totpLastStep, recoveryCodes } = credential;
  if (totpSecret === null) return null;
  const step = totpStep(totpSecret, given.replace(/\s/g, ''), deps.clock.now(), totpLastStep);
  if (step !== null) return { totpLastStep: step };
  const hash = deps.secrets.digest(plainRecoveryCode(given));
  if (!recoveryCodes.includes(hash)) return null;
  return { recoveryCodes: recoveryCodes.filter((one) => one !== hash) };
}

interface Attempt {
  readonly user: User | null;
  readonly credential: Credential | null;
  readonly email: string;
}

async function failed(
  deps: SignInDeps,
  { user, credential, email }: Attempt,
  what: 'password' | 'code',
): Promise<AppError> {
  const failures = (credential ?? deps.strangers.of(email)).failures + 1;
  const ms = waitAfter(failures);
  const note: AuditNote = {
    action: 'auth.failed',
    entityType: 'user',
    entityId: user?.id ?? null,
    metadata: { what, failures, known: user !== null },
  };
  const lockedUntil = lockedAfter(failures, deps.clock.now());
  if (credential === null) {
    deps.strangers.keep(email, { failures, lockedUntil });
    await keep(deps, NOBODY, { note });
  } else await keep(deps, NOBODY, { credential, patch: { failures, lockedUntil }, note });
  return refused(ms);
}

async function keepWait(
  deps: SignInDeps,
  credential: Credential | null,
  email: string,
  failures: number,
): Promise<void> {
  const lockedUntil = lockedAfter(failures, deps.clock.now());
  if (credential === null) deps.strangers.keep(email, { failures, lockedUntil });
  else await keep(deps, NOBODY, { credential, patch: { lockedUntil } });
}

async function keep(
  deps: SignInDeps,
  actor: Actor,
  {
    credential,
    patch,
    note,
  }: {
    readonly credential?: Credential;
    readonly patch?: Patch<'credential'>;
    readonly note?: AuditNote;
  },
): Promise<void> {
  if (!deps.keepsAttempts) return;
  await deps.store.commit({
    actor,
    action: 'credential.used',
    changes:
      credential === undefined || patch === undefined
        ? []
        : [
            {
              op: 'update',
              entity: 'credential',
              id: credential.id,
              version: credential.version,
              patch,
            },
          ],
    ...(note && { audit: [note] }),
  });
}

const refused = (ms: number): AppError =>
  new AppError(
    'SIGN_IN_REFUSED',
    'These do not fit together: e-mail, password and, where it is on, the code. Nobody was signed in.',
    { waitSeconds: Math.ceil(ms / 1000) },
  );

interface Attempts {
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

/** Failures with addresses that nobody has; as many as are likely to be tried while the application runs. */
export interface Strangers {
  readonly of: (email: string) => Attempts;
  readonly keep: (email: string, attempts: Attempts) => void;
}

const MOST_STRANGERS = 1000;

export function createStrangers(): Strangers {
  const attempts = new Map<string, Attempts>();
  return {
    of: (email) => attempts.get(email) ?? { failures: 0, lockedUntil: null },
    keep: (email, now) => {
      attempts.delete(email);
      attempts.set(email, now);
      const oldest = attempts.keys().next();
      if (attempts.size > MOST_STRANGERS && !oldest.done) attempts.delete(oldest.value);
    },
  };
}
