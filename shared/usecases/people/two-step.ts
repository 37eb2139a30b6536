import type { Credential } from '@/shared/domain/access/records';
import type { ActionName, Patch } from '@/shared/domain/history/change';
import { newTotpSecret, totpAddress, totpStep } from '@/shared/domain/people/totp';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';
import { ownCredential, provePassword } from './own-password';
import { newRecoveryCodes } from './recovery-codes';

type TwoStepDeps = Pick<Deps, 'store' | 'people' | 'secrets' | 'clock'>;

/** Makes a secret for an authenticator app; it counts from the first code on (`confirmTwoStep`). Errors: WRONG_PASSWORD, CONFLICT when it is on. */
export async function startTwoStep(
  deps: TwoStepDeps,
  actor: Actor,
  input: { readonly password: string },
): Promise<{ readonly secret: string; readonly address: string }> {
  const { user, credential } = await ownCredential(deps, actor.id);
  await provePassword(deps, credential, input.password);
  if (credential.totpConfirmedAt !== null) {
    throw new AppError('CONFLICT', 'Two-step sign-in is on already. Nothing was changed.');
  }
  const secret = newTotpSecret();
  await keep(deps, actor, credential, 'credential.used', {
    totpSecret: secret,
    totpLastStep: null,
  });
  return { secret, address: totpAddress(secret, user.email ?? user.name) };
}

/** Turns it on with a first code, which proves that the secret arrived. The recovery codes are not shown again. Errors: INVALID. */
export async function confirmTwoStep(
  deps: TwoStepDeps,
  actor: Actor,
  input: { readonly code: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { credential } = await ownCredential(deps, actor.id);
  const { totpSecret, totpConfirmedAt } = credential;
  if (totpSecret === null || totpConfirmedAt !== null) {
    throw new AppError('CONFLICT', 'Two-step sign-in is not being set up. Begin again.');
  }
  const step = totpStep(totpSecret, input.code.replace(/\s/g, ''), deps.clock.now(), null);
  if (step === null) {
    throw new AppError(
      'INVALID',
      'This code is not right. Take the one the app shows now, and look whether this computer has the right time.',
      { reason: 'code' },
    );
  }
  const { codes, hashes } = newRecoveryCodes(deps);
  await keep(deps, actor, credential, 'totp.enabled', {
    totpConfirmedAt: nowIso(deps.clock),
    totpLastStep: step,
    recoveryCodes: hashes,
  });
  return { recoveryCodes: codes };
}

/** Turns it off. Errors: WRONG_PASSWORD. */
export async function stopTwoStep(
  deps: TwoStepDeps,
  actor: Actor,
  input: { readonly password: string },
): Promise<void> {
  const { credential } = await ownCredential(deps, actor.id);
  await provePassword(deps, credential, input.password);
  await keep(deps, actor, credential, 'totp.disabled', NO_TWO_STEP);
}

/** New recovery codes in place of those of before. Errors: WRONG_PASSWORD, INVALID when two-step sign-in is off. */
export async function renewRecoveryCodes(
  deps: TwoStepDeps,
  actor: Actor,
  input: { readonly password: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { credential } = await ownCredential(deps, actor.id);
  await provePassword(deps, credential, input.password);
  if (credential.totpConfirmedAt === null) {
    throw new AppError('INVALID', 'Two-step sign-in is off. Nothing was changed.');
  }
  const { codes, hashes } = newRecoveryCodes(deps);
  await keep(deps, actor, credential, 'totp.enabled', { recoveryCodes: hashes });
  return { recoveryCodes: codes };
}

/** A credential without two-step sign-in. */
export const NO_TWO_STEP = {
  totpSecret: null,
  totpConfirmedAt: null,
  totpLastStep: null,
  recoveryCodes: [],
} as const;

async function keep(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  credential: Credential,
  action: ActionName,
  patch: Patch<'credential'>,
): Promise<void> {
  await deps.store.commit({
    actor,
    action,
    changes: [
      {
        op: 'update',
        entity: 'credential',
        id: credential.id,
        version: credential.version,
        patch,
      },
    ],
  });
}
