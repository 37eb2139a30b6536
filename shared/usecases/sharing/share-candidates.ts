import type { Share, ShareReceiver } from '@/shared/domain/access/records';
import type { AccessLevel } from '@/shared/domain/access/facts';
import type { Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Instant, nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import { changeAtOnce } from '@/shared/usecases/bulk/change-at-once';
import type { Deps } from '@/shared/usecases/deps';
import type { OwnAccess, ShareView } from '@/shared/usecases/ports/share-reader';
import { refuseOver, refuseSharing } from './refuse-sharing';

interface CandidateAccess extends OwnAccess {
  /** How far the actor comes with them. */
  readonly level: Exclude<AccessLevel, 'none'>;
  /** Whom they are shown to; for who may say so alone. */
  readonly shares: readonly ShareView[];
}

/** How a candidate stands to the actor, and whom they are shared with. Errors: NOT_FOUND. */
export async function candidateAccess(
  deps: Pick<Deps, 'candidates' | 'shares'>,
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
): Promise<CandidateAccess> {
  const own = await deps.shares.access(actor, candidateId);
  const level = (await deps.candidates.levels(actor, 'candidate', [candidateId])).get(candidateId);
  if (own === null || level === undefined || level === 'none') {
    throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  }
  return { ...own, level, shares: await deps.shares.of(actor, candidateId) };
}

/**
 * Shows a few candidates to somebody, or to everybody of a client; whom they are shown to already is from now on shown them so. All of them
 * or none. Errors: NOT_FOUND; FORBIDDEN for who does not own them; INVALID.
 */
export const shareCandidates = (
  deps: Parameters<typeof changeAtOnce>[0],
  actor: Actor,
  {
    candidateIds,
    expiresAt,
    ...share
  }: {
    readonly candidateIds: readonly Id[];
    readonly with: ShareReceiver;
    readonly permission: Share['permission'];
    readonly expiresAt: Instant | null;
  },
): Promise<{ readonly commitId: Id }> =>
  changeAtOnce(deps, actor, {
    action: { kind: 'share', ...share, expiresAt: normal(expiresAt) },
    ids: candidateIds,
  });

/** Changes what a share allows, or until when. Errors: NOT_FOUND, CONFLICT, INVALID. */
export async function changeShare(
  deps: Pick<Deps, 'store' | 'shares' | 'clock'>,
  actor: Actor,
  input: {
    readonly id: Id;
    readonly version: number;
    readonly permission: Share['permission'];
    readonly expiresAt: Instant | null;
  },
): Promise<{ readonly commitId: Id }> {
  const share = await findShare(deps, actor, input);
  const { permission } = input;
  const expiresAt = normal(input.expiresAt);
  const receiver = receiverOf(share);
  if (receiver === null) refuseOver(deps, expiresAt);
  else await refuseSharing(deps, actor, { with: receiver, permission, expiresAt });
  return write(deps, actor, 'share.granted', share, { permission, expiresAt });
}

/** Ends a share. Errors: NOT_FOUND, CONFLICT. */
export async function revokeShare(
  deps: Pick<Deps, 'store' | 'shares' | 'clock'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Promise<{ readonly commitId: Id }> {
  const share = await findShare(deps, actor, input);
  return write(deps, actor, 'share.revoked', share, { revokedAt: nowIso(deps.clock) });
}

async function findShare(
  deps: Pick<Deps, 'shares'>,
  actor: Actor,
  seen: { readonly id: Id; readonly version: number },
): Promise<Share> {
  const share = await deps.shares.one(actor, seen.id);
  if (share === null) throw new AppError('NOT_FOUND', 'This is not shared any more.');
  if (share.version !== seen.version) {
    throw new AppError(
      'CONFLICT',
      'This was changed in the meantime. Nothing was saved; look at the new values and try again.',
    );
  }
  return share;
}

async function write(
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  action: 'share.granted' | 'share.revoked',
  { id, version }: Share,
  patch: Patch<'share'>,
): Promise<{ readonly commitId: Id }> {
  const { commitId } = await deps.store.commit({
    actor,
    action,
    changes: [{ op: 'update', entity: 'share', id, version, patch }],
  });
  return { commitId };
}

function receiverOf({ toUserId, clientId }: Share): ShareReceiver | null {
  if (toUserId !== null) return { kind: 'user', id: toUserId };
  return clientId === null ? null : { kind: 'client', id: clientId };
}

/** As the clock writes it: ends are compared as texts. */
const normal = (at: Instant | null): Instant | null =>
  at === null ? null : new Date(at).toISOString();
