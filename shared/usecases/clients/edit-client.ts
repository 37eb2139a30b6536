import type { Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';
import { refuseTakenName } from './client-name';
import type { ClientValues } from './create-client';
import { refuseSilentOffLimits } from './off-limits';

export type ClientPatch = {
  readonly [F in keyof ClientValues]?: ClientValues[F] | undefined;
};

/**
 * Changes a client's fields. A client that is off limits says why; one that no longer is has no reason any more.
 * Errors: NOT_FOUND, CONFLICT; INVALID for a name in use, for off limits without a reason, and for a patch that names nothing.
 */
export async function editClient(
  deps: Pick<Deps, 'store' | 'candidates' | 'clients'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly patch: ClientPatch },
): Promise<{ readonly commitId: Id }> {
  const client = await findVersion(deps, actor, 'client', input);
  const patch = patchOf(input.patch);
  if (Object.keys(patch).length === 0) {
    throw new AppError('INVALID', 'Nothing was changed: the edit names no field.');
  }
  if (patch.companyName !== undefined) {
    await refuseTakenName(deps, actor, patch.companyName, client.id);
  }
  const after = { ...client, ...patch };
  refuseSilentOffLimits(after);
  if (!after.offLimits) patch.offLimitsReason = null;
  const { commitId } = await deps.store.commit({
    actor,
    action: 'client.edited',
    changes: [{ op: 'update', entity: 'client', id: client.id, version: client.version, patch }],
  });
  return { commitId };
}

/** The fields that are named; blank ones hold nothing. */
function patchOf(input: ClientPatch): {
  -readonly [F in keyof Patch<'client'>]: Patch<'client'>[F];
} {
  const { companyName, notes, ...rest } = input;
  const given = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [
      field,
      typeof value === 'string' && value.trim() === '' ? null : value,
    ]);
  return {
    // Fields of the patch, but for those that say nothing.
    ...(Object.fromEntries(given) as Patch<'client'>),
    ...(companyName !== undefined && { companyName: squeeze(companyName) }),
    ...(notes !== undefined && { notes }),
  };
}
