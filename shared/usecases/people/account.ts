import { PERMISSIONS } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Deps } from '@/shared/usecases/deps';
import type { Me } from '@/shared/contract/api/auth';

/** Who is asking, what they may do and how they sign in. Errors: NOT_FOUND for nobody of this desk. */
export async function account(deps: Pick<Deps, 'people'>, actor: Actor): Promise<Me> {
  const user = await deps.people.user(actor.id);
  if (user === null) throw new AppError('NOT_FOUND', 'This user is not there any more.');
  const credential = await deps.people.credential(user.id);
  const role = user.roleId === null ? null : await deps.people.role(user.roleId);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    roleName: role?.name ?? null,
    permissions: PERMISSIONS.filter((permission) => can(actor, permission)),
    hasPassword: credential?.passwordHash != null,
    passwordChangedAt: credential?.passwordChangedAt ?? null,
    twoStep: credential?.totpConfirmedAt != null,
    recoveryCodesLeft: credential?.recoveryCodes.length ?? 0,
  };
}
