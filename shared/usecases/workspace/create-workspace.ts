import { type Actor, DEFAULT_SETTINGS } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** Makes the workspace and its first user, who is an admin. Errors: CONFLICT when there is one already. */
export async function createWorkspace(
  deps: Pick<Deps, 'store' | 'workspace'>,
  input: { readonly name: string; readonly userName: string },
): Promise<Actor> {
  if ((await deps.workspace.workspace()) !== null) {
    throw new AppError('CONFLICT', 'There is a workspace here already.');
  }
  const actor: Actor = { id: newId(), name: input.userName, role: 'admin' };
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
          email: null,
          phone: null,
          role: actor.role,
          roleId: null,
          clientId: null,
          status: 'active',
        },
      },
      {
        op: 'insert',
        entity: 'workspace',
        row: { id: newId(), name: input.name, settings: DEFAULT_SETTINGS },
      },
    ],
  });
  return actor;
}
