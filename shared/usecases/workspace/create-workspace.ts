import { type Actor, DEFAULT_SETTINGS } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { emailOf, usableEmail } from '@/shared/usecases/people/emails';
import { hashed, newCredential, refuseBadPassword } from '@/shared/usecases/people/own-password';

export interface NewWorkspace {
  readonly name: string;
  readonly userName: string;
  /** What its first user signs in with; without it whoever can open the workspace is its administrator. */
  readonly signIn?: { readonly email: string; readonly password: string } | undefined;
}

/** What can be refused of it is refused before there is a file. Errors: INVALID with `reason`. */
export function refuseBadSignIn({ userName, signIn }: NewWorkspace): void {
  if (signIn === undefined) return;
  refuseBadPassword({ name: userName, email: emailOf(signIn.email) }, signIn.password);
}

/**
 * Makes the workspace and its first user, who is an admin. Errors: CONFLICT when there is one already, INVALID with `reason` for an address
 * or a password that is not taken.
 */
export async function createWorkspace(
  deps: Pick<Deps, 'store' | 'workspace' | 'people' | 'secrets' | 'clock'>,
  input: NewWorkspace,
): Promise<Actor> {
  if ((await deps.workspace.workspace()) !== null) {
    throw new AppError('CONFLICT', 'There is a workspace here already.');
  }
  const actor: Actor = { id: newId(), name: input.userName, role: 'admin' };
  const email =
    input.signIn === undefined ? null : await usableEmail(deps, input.signIn.email, null);
  const owner = { name: input.userName, email };
  const secret =
    input.signIn === undefined ? null : await hashed(deps, owner, input.signIn.password);
  await deps.store.commit({
    actor,
    action: 'workspace.created',
    changes: [
      {
        op: 'insert',
        entity: 'user',
        row: {
          id: actor.id,
          name: actor.name,
          email,
          phone: null,
          role: actor.role,
          roleId: null,
          clientId: null,
          status: 'active',
        },
      },
      ...(secret === null
        ? []
        : [
            {
              op: 'insert' as const,
              entity: 'credential' as const,
              row: newCredential(actor.id, secret.passwordHash, {
                mustChange: false,
                at: nowIso(deps.clock),
              }),
            },
          ]),
      {
        op: 'insert',
        entity: 'workspace',
        row: { id: newId(), name: input.name, settings: DEFAULT_SETTINGS },
      },
    ],
  });
  return actor;
}
