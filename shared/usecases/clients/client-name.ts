import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** Errors: INVALID when another client has the name: the same company twice splits its jobs in two. */
export async function refuseTakenName(
  deps: Pick<Deps, 'clients'>,
  actor: Actor,
  name: string,
  own: Id | null,
): Promise<void> {
  const taken = await deps.clients.named(actor, name);
  if (taken !== null && taken.id !== own) {
    throw new AppError('INVALID', `There is a client named “${taken.companyName}” already.`, {
      fields: ['companyName'],
      clientId: taken.id,
    });
  }
}
