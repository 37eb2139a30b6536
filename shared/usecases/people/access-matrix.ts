import { guardedProcedures } from '@/shared/contract/access-matrix';
import type { Permission } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import { NOBODY } from '@/shared/domain/people/session';
import { GIVEN_ROLES } from '@/shared/domain/people/manage';
import type { Actor, Role } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

export interface AccessMatrix {
  readonly columns: readonly {
    /** A role of the product, or the id of one of the desk's own. */
    readonly key: Role | Id;
    readonly base: Role;
    /** The name of a role of the desk's own; null for one of the product. */
    readonly name: string | null;
  }[];
  readonly rows: readonly {
    readonly procedure: string;
    readonly permission: Permission | null;
    /** In the order of the columns. */
    readonly allowed: readonly boolean[];
  }[];
}

/** Who may call what, asked of the policy that every call is checked by. A procedure without a permission is open to whoever is at the door. */
export async function accessMatrix(deps: Pick<Deps, 'people'>): Promise<AccessMatrix> {
  const own = await deps.people.roles();
  const columns = [
    ...GIVEN_ROLES.map((role) => ({ key: role, base: role, name: null })),
    ...own.map(({ id, base, name }) => ({ key: id, base, name })),
  ];
  const actors: readonly Actor[] = [
    ...GIVEN_ROLES.map((role): Actor => ({ id: NOBODY.id, name: '', role })),
    ...own.map(
      ({ base, permissions, clientId }): Actor => ({
        id: NOBODY.id,
        name: '',
        role: base,
        permissions,
        clientId,
      }),
    ),
  ];
  const rows = guardedProcedures().map(({ name, permission }) => ({
    procedure: name,
    permission,
    allowed: actors.map((actor) => permission === null || can(actor, permission)),
  }));
  return { columns, rows };
}
