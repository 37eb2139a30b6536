import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';

/** A condition on the rows of a table, with its parameters. */
export interface Scope {
  readonly where: string;
  readonly params: readonly string[];
}

/**
 * Which candidates an actor reaches: the one place where it is decided. `alias` is the table's alias in the statement.
 * An administrator reaches everyone, a recruiter their own; nobody else reaches any until sharing exists.
 */
export function candidateScope(actor: Actor, alias: string): Scope {
  switch (actor.role) {
    case 'admin':
      return { where: '1', params: [] };
    case 'recruiter':
      return { where: `${alias}.owner_id = ?`, params: [actor.id] };
    case 'client_user':
    case 'interviewer':
    case 'auditor':
    case 'candidate':
      return { where: '0', params: [] };
    default:
      return assertNever(actor.role);
  }
}

/**
 * Which jobs an actor reaches: an administrator all of them, a recruiter those they made or are on, nobody else any until a client's
 * people have a login.
 */
export function jobScope(actor: Actor, alias: string): Scope {
  switch (actor.role) {
    case 'admin':
      return { where: '1', params: [] };
    case 'recruiter':
      return {
        where: `(${alias}.created_by = ? OR EXISTS (SELECT 1 FROM job_member jm WHERE jm.job_id = ${alias}.id AND jm.user_id = ?))`,
        params: [actor.id, actor.id],
      };
    case 'client_user':
    case 'interviewer':
    case 'auditor':
    case 'candidate':
      return { where: '0', params: [] };
    default:
      return assertNever(actor.role);
  }
}

/**
 * Which clients an actor reaches: everybody at the desk all of them. Who is off limits concerns every recruiter, and a company that one of
 * them could not see would be put in twice.
 */
export const clientScope = (actor: Actor, _alias: string): Scope => ({
  where: worksAtDesk(actor) ? '1' : '0',
  params: [],
});

/** Whether the actor works at the desk at all: what is nobody's candidate (tags, folders, tasks) is theirs to read. */
export const worksAtDesk = (actor: Actor): boolean =>
  actor.role === 'admin' || actor.role === 'recruiter';
