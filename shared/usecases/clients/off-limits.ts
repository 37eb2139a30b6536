import type { Client } from '@/shared/domain/clients/records';
import { AppError } from '@/shared/kit/app-error';

/** A client is off limits for a reason that whoever meets it can read. Errors: INVALID where none is given. */
export function refuseSilentOffLimits({
  offLimits,
  offLimitsReason,
}: Pick<Client, 'offLimits' | 'offLimitsReason'>): void {
  if (!offLimits || offLimitsReason !== null) return;
  throw new AppError('INVALID', 'Say why this client is off limits. Nothing was saved.', {
    fields: ['offLimitsReason'],
  });
}
