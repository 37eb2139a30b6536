import type { ActionName, Change, Patch } from '@/shared/domain/history/change';
import {
  isWholeAdmin,
  mayManage,
  needsClient,
  rightsOf,
  takesClient,
} from '@/shared/domain/people/manage';
import type { Actor, Role, User } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { MOST_PEOPLE } from '@/shared/usecases/ports/people-reader';
import { usableEmail } from './emails';
import { newCredential } from './own-password';
import { NO_TWO_STEP } from './two-step';

type ManageDeps = Pick<Deps, 'store' | 'people' | 'secrets' | 'clients' | 'clock'>;

/** What somebody who manages people sets of a user. */
export interface UserValues {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly role: Role;
  /** A role of one's own; its base is the role then. */
  readonly roleId: Id | null;
  readonly clientId: Id | null;
}

interface Versioned {
  readonly id: Id;
  readonly version: number;
}

/** As long as a recovery code: it works until it is changed, which is the first thing asked for. */
const ONE_TIME_CHARACTERS = 16;

/**
 * Adds somebody, with a password that works until they choose their own and is told this once. Errors: INVALID with `reason`, FORBIDDEN for
 * more rights than one's own, CONFLICT while nobody signs in here.
 */
export async function createUser(
  deps: ManageDeps,
  actor: Actor,
  values: UserValues,
): Promise<{ readonly id: Id; readonly oneTimePassword: string }> {
  if (!(await deps.people.hasPasswords())) {
    throw new AppError('CONFLICT', 'Set a password of your own first: then others can be let in.');
  }
  if ((await deps.people.people()).length >= MOST_PEOPLE) {
    throw new AppError('INVALID', `There are ${MOST_PEOPLE} users already.`);
  }
  const row = {
    id: newId(),
    status: 'active' as const,
    ...(await tidy(deps, actor, values, null)),
  };
  const oneTimePassword = deps.secrets.code(ONE_TIME_CHARACTERS);
  const credential = newCredential(row.id, await deps.secrets.hashPassword(oneTimePassword), {
    mustChange: true,
    at: nowIso(deps.clock),
  });
  await deps.store.commit({
    actor,
    action: 'user.created',
    changes: [
      { op: 'insert', entity: 'user', row },
      { op: 'insert', entity: 'credential', row: credential },
    ],
  });
  return { id: row.id, oneTimePassword };
}

/** Errors: NOT_FOUND, CONFLICT, INVALID with `reason` (`last-admin` among them), FORBIDDEN. */
export async function editUser(
  deps: ManageDeps,
  actor: Actor,
  input: Versioned & { readonly values: UserValues },
): Promise<{ readonly id: Id }> {
  const user = await managed(deps, actor, input.id);
  const patch = await tidy(deps, actor, input.values, user.id);
  await keepAnAdmin(deps, user, { ...user, ...patch });
  await update(deps, actor, 'user.updated', input, patch);
  return { id: user.id };
}

/** Keeps the record, ends their sessions. Errors: as `editUser`. */
export async function deactivateUser(
  deps: ManageDeps,
  actor: Actor,
  input: Versioned,
): Promise<{ readonly id: Id }> {
  const user = await managed(deps, actor, input.id);
  const patch = { status: 'deactivated' } as const;
  await keepAnAdmin(deps, user, { ...user, ...patch });
  await update(deps, actor, 'user.deactivated', input, patch);
  return { id: user.id };
}

/** Errors: NOT_FOUND, CONFLICT, FORBIDDEN. */
export async function reactivateUser(
  deps: ManageDeps,
  actor: Actor,
  input: Versioned,
): Promise<{ readonly id: Id }> {
  const user = await managed(deps, actor, input.id);
  await update(deps, actor, 'user.reactivated', input, { status: 'active' });
  return { id: user.id };
}

/** A one-time password in place of a forgotten one, told this once. Errors: NOT_FOUND, FORBIDDEN, INVALID for one's own. */
export async function resetPassword(
  deps: ManageDeps,
  actor: Actor,
  input: { readonly id: Id },
): Promise<{ readonly oneTimePassword: string }> {
  const user = await managed(deps, actor, input.id);
  if (user.id === actor.id) {
    throw new AppError('INVALID', 'Change your own password in your account.');
  }
  if (user.email === null) {
    throw new AppError('INVALID', 'Give this user an e-mail address first.', { reason: 'email' });
  }
  const oneTimePassword = deps.secrets.code(ONE_TIME_CHARACTERS);
  const passwordHash = await deps.secrets.hashPassword(oneTimePassword);
  const at = nowIso(deps.clock);
  const credential = await deps.people.credential(user.id);
  const change: Change =
    credential === null
      ? {
          op: 'insert',
          entity: 'credential',
          row: newCredential(user.id, passwordHash, { mustChange: true, at }),
        }
      : {
          op: 'update',
          entity: 'credential',
          id: credential.id,
          version: credential.version,
          patch: {
            passwordHash,
            mustChange: true,
            passwordChangedAt: at,
            failures: 0,
            lockedUntil: null,
          },
        };
  await deps.store.commit({ actor, action: 'password.reset', changes: [change] });
  return { oneTimePassword };
}

/** Turns off the two-step sign-in of somebody who lost their phone. Errors: NOT_FOUND, FORBIDDEN, INVALID when it is off. */
export async function resetTwoStep(
  deps: ManageDeps,
  actor: Actor,
  input: { readonly id: Id },
): Promise<{ readonly id: Id }> {
  const user = await managed(deps, actor, input.id);
  const credential = await deps.people.credential(user.id);
  if (credential === null || credential.totpConfirmedAt === null) {
    throw new AppError('INVALID', 'Two-step sign-in is off for this user. Nothing was changed.');
  }
  await deps.store.commit({
    actor,
    action: 'totp.disabled',
    changes: [
      {
        op: 'update',
        entity: 'credential',
        id: credential.id,
        version: credential.version,
        patch: NO_TWO_STEP,
      },
    ],
  });
  return { id: user.id };
}

/** A user on whom the actor may lay hands. */
async function managed(deps: ManageDeps, actor: Actor, id: Id): Promise<User> {
  const user = await deps.people.user(id);
  // A foreign client's people are not there for whoever is limited to one client.
  if (user === null || (actor.clientId != null && user.clientId !== actor.clientId)) {
    throw new AppError('NOT_FOUND', 'This user is not there any more.');
  }
  const role = user.roleId === null ? null : await deps.people.role(user.roleId);
  if (!mayManage(actor, rightsOf(user, role))) throw tooMuch();
  return user;
}

/** What was asked for, as it is kept, when it makes sense and gives nobody more than the actor has. */
async function tidy(
  deps: ManageDeps,
  actor: Actor,
  values: UserValues,
  id: Id | null,
): Promise<Omit<UserValues, 'email'> & { readonly email: string }> {
  const role = values.roleId === null ? null : await deps.people.role(values.roleId);
  if (values.roleId !== null && role === null) {
    throw new AppError('NOT_FOUND', 'This role is not there any more.');
  }
  const base = role?.base ?? values.role;
  if (base === 'candidate') {
    throw new AppError('INVALID', 'Candidates have no access to the desk.');
  }
  const clientId = role?.clientId ?? (takesClient(base) ? values.clientId : null);
  if (needsClient(base) && clientId === null) {
    throw new AppError('INVALID', 'Choose the client of this user.', { reason: 'client' });
  }
  if (clientId !== null && (await deps.clients.get(actor, clientId)) === null) {
    throw new AppError('NOT_FOUND', 'This client is not there any more.');
  }
  const given = { role: base, roleId: values.roleId, clientId };
  if (!mayManage(actor, rightsOf(given, role))) throw tooMuch();
  return {
    ...given,
    name: squeeze(values.name),
    email: await usableEmail(deps, values.email, id),
    phone: values.phone === null || values.phone.trim() === '' ? null : values.phone.trim(),
  };
}

async function keepAnAdmin(
  { people }: Pick<Deps, 'people'>,
  before: User,
  after: User,
): Promise<void> {
  if (!isWholeAdmin(before) || isWholeAdmin(after) || (await people.wholeAdmins()) > 1) return;
  throw new AppError(
    'INVALID',
    'This is the last administrator. Make somebody else one first; nothing was changed.',
    { reason: 'last-admin' },
  );
}

async function update(
  deps: ManageDeps,
  actor: Actor,
  action: ActionName,
  { id, version }: Versioned,
  patch: Patch<'user'>,
): Promise<void> {
  await deps.store.commit({
    actor,
    action,
    changes: [{ op: 'update', entity: 'user', id, version, patch }],
  });
}

const tooMuch = (): AppError =>
  new AppError('FORBIDDEN', 'This is more than your own role allows. Nothing was changed.');
