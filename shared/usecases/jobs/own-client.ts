import type { Client } from '@/shared/domain/clients/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** The one client that somebody makes jobs for: theirs, where they are limited to one; else null. Errors: NOT_FOUND when it is gone. */
export async function ownClient(
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
): Promise<Pick<Client, 'id' | 'companyName'> | null> {
  if (actor.clientId == null) return null;
  const { id, companyName } = await findRecord(deps, actor, 'client', actor.clientId);
  return { id, companyName };
}
