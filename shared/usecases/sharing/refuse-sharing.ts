import type { Share, ShareReceiver } from '@/shared/domain/access/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Instant, nowIso } from '@/shared/kit/clock';
import type { Deps } from '@/shared/usecases/deps';

/**
 * Whether candidates can be shared so with somebody. Errors: NOT_FOUND for who is not there or cannot be shown candidates; INVALID for an
 * end that is over, and for letting a client's people or an interviewer change anything.
 */
export async function refuseSharing(
  deps: Pick<Deps, 'shares' | 'clock'>,
  actor: Actor,
  {
    with: receiver,
    permission,
    expiresAt,
  }: {
    readonly with: ShareReceiver;
    readonly permission: Share['permission'];
    readonly expiresAt: Instant | null;
  },
): Promise<void> {
  refuseOver(deps, expiresAt);
  const { users, clients } = await deps.shares.receivers(actor);
  const user = users.find(({ id }) => receiver.kind === 'user' && id === receiver.id);
  const isClient = receiver.kind === 'client' && clients.some(({ id }) => id === receiver.id);
  if (user === undefined && !isClient) {
    throw new AppError('NOT_FOUND', 'Nobody can be shown candidates under this name.');
  }
  if (permission === 'edit' && user?.role !== 'recruiter') {
    throw new AppError('INVALID', 'Only recruiters can be given the right to change a candidate.');
  }
}

/** Errors: INVALID for an end that is over. */
export function refuseOver({ clock }: Pick<Deps, 'clock'>, expiresAt: Instant | null): void {
  if (expiresAt !== null && new Date(expiresAt).toISOString() <= nowIso(clock)) {
    throw new AppError('INVALID', 'This end is over already. Nothing was shared.', {
      fields: ['expiresAt'],
    });
  }
}
