import { isWholeAdmin } from '@/shared/domain/people/manage';
import type { Actor, User } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';
import { emailOf } from '@/shared/usecases/people/emails';
import { hashed, newCredential, refuseBadPassword } from '@/shared/usecases/people/own-password';

/** Which administrator opens an export, and the password they will sign in with. */
export interface NewAdmin {
  readonly email: string;
  readonly password: string;
}

type TakeOverDeps = Pick<Deps, 'store' | 'people' | 'workspace' | 'secrets' | 'clock'>;

/**
 * Gives the workspace that was made of an export to an administrator of it: they have a new password, everybody else none until they give
 * them one. The audit log says what it was made of.
 * Errors: INVALID with `reason`: `admin-needed` (one signs in there), `no-such-admin`, or why the password is not taken.
 */
export async function takeOver(
  deps: TakeOverDeps,
  input: {
    readonly admin: NewAdmin | null;
    readonly guarded: boolean;
    /** Without personal data. */
    readonly from: Readonly<Record<string, string | number | null>>;
  },
): Promise<void> {
  refuseBadAdmin(input.admin, input.guarded);
  const user = await adminOf(deps, input.admin);
  const actor: Actor | null = await deps.workspace.actor(user.id);
  if (actor === null) throw noSuchAdmin();
  const secret = input.admin === null ? null : await hashed(deps, user, input.admin.password);
  await deps.store.commit({
    actor,
    action: secret === null ? 'audit.noted' : 'password.changed',
    changes:
      secret === null
        ? []
        : [
            {
              op: 'insert',
              entity: 'credential',
              row: newCredential(user.id, secret.passwordHash, {
                mustChange: false,
                at: nowIso(deps.clock),
              }),
            },
          ],
    audit: [
      {
        action: 'export.opened',
        entityType: 'workspace',
        entityId: null,
        metadata: input.from,
      },
    ],
  });
}

/** What can be refused before there is anything. `guarded`: one signed in there. Errors: INVALID with `reason`. */
export function refuseBadAdmin(admin: NewAdmin | null, guarded: boolean): void {
  if (admin !== null) {
    refuseBadPassword({ name: '', email: emailOf(admin.email) }, admin.password);
  } else if (guarded) {
    throw new AppError(
      'INVALID',
      'One signs in to this workspace. Say which administrator opens it, and a new password.',
      { reason: 'admin-needed' },
    );
  }
}

async function adminOf({ people }: TakeOverDeps, admin: NewAdmin | null): Promise<User> {
  const user =
    admin === null ? await people.firstAdmin() : await people.userByEmail(emailOf(admin.email));
  if (user === null || (admin !== null && !isWholeAdmin(user))) throw noSuchAdmin();
  return user;
}

/** Errors of who is not the administrator that an export was to be opened by. */
export const noSuchAdmin = (): AppError =>
  new AppError(
    'INVALID',
    'Nobody with this address is an administrator in this export. Nothing was made.',
    { reason: 'no-such-admin' },
  );
