import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';

/** A condition on a table with an `owner_id`, with its parameters. */
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
    case 'candidate':
      return { where: '0', params: [] };
    default:
      return assertNever(actor.role);
  }
}

/** Whether the actor works at the desk at all: what is nobody's candidate (tags, folders, tasks) is theirs to read. */
export const worksAtDesk = (actor: Actor): boolean =>
  actor.role === 'admin' || actor.role === 'recruiter';
