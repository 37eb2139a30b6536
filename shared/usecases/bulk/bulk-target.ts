import { can } from '@/shared/domain/access/policy';
import {
  type BulkAction,
  permissionFor,
  type Standing,
  type Tie,
} from '@/shared/domain/candidates/bulk';
import type { Change } from '@/shared/domain/history/change';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { listNamed } from '@/shared/usecases/lists/lists';
import { findPutTarget } from '@/shared/usecases/pipeline/put-on-job';
import { findRecord } from '@/shared/usecases/find-record';
import { refuseSharing } from '@/shared/usecases/sharing/refuse-sharing';

/** The tag or list an action is about, and what has to be written first for it to be there. */
export interface BulkTarget {
  readonly tie: Tie | null;
  readonly first: readonly Change[];
}

/**
 * Finds what an action is about, and whether the actor may do it at all.
 * Errors: NOT_FOUND for a tag, list, owner or job that is not there; INVALID for a job that takes nobody; FORBIDDEN where the actor's role
 * does not allow the action.
 */
export async function bulkTarget(
  deps: Pick<Deps, 'candidates' | 'workspace' | 'lists' | 'applications' | 'shares' | 'clock'>,
  actor: Actor,
  action: BulkAction,
): Promise<BulkTarget> {
  requirePermission(actor, action);
  switch (action.kind) {
    case 'add-tag':
      return tagTarget(deps, actor, action);
    case 'remove-tag':
      await findRecord(deps, actor, 'tag', action.tagId);
      return { tie: { entity: 'candidateTag', id: action.tagId }, first: [] };
    case 'add-to-new-list':
      return newListTarget(deps, actor, action.name);
    case 'add-to-list':
    case 'remove-from-list':
      await findRecord(deps, actor, 'candidateList', action.listId);
      return { tie: { entity: 'listMember', id: action.listId }, first: [] };
    case 'change-owner':
      await mayGiveTo(deps, action.ownerId);
      return NO_TARGET;
    case 'share':
      await refuseSharing(deps, actor, action);
      return { tie: { entity: 'share', id: action.with.id }, first: [] };
    case 'stop-sharing':
      return { tie: { entity: 'share', id: action.with.id }, first: [] };
    case 'put-on-job':
      await findPutTarget(deps, actor, action.jobId);
      return NO_TARGET;
    default:
      return NO_TARGET;
  }
}

/** What an action has to know of some candidates; those who are not there (for this actor) are left out. */
export const standingsFor = (
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
  { action, target }: { readonly action: BulkAction; readonly target: BulkTarget },
  ids: readonly Id[],
): Promise<readonly Standing[]> =>
  deps.candidates.standings(actor, ids, {
    tie: target.tie,
    readBefore: action.kind === 'reparse' ? PARSER.version : null,
  });

const NO_TARGET: BulkTarget = { tie: null, first: [] };

/** The tag of that name, compared folded; a new one where there is none. */
async function tagTarget(
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
  { name, colour }: Extract<BulkAction, { readonly kind: 'add-tag' }>,
): Promise<BulkTarget> {
  const wanted = squeeze(fold(name));
  const tags = await deps.candidates.tags(actor);
  const existing = tags.find((tag) => squeeze(fold(tag.name)) === wanted);
  const id = existing?.id ?? newId();
  const row = { id, name: squeeze(name), colour };
  return {
    tie: { entity: 'candidateTag', id },
    first: existing ? [] : [{ op: 'insert', entity: 'tag', row }],
  };
}

/** A list of that name; the one there is, where there is one. */
async function newListTarget(
  deps: Pick<Deps, 'lists'>,
  actor: Actor,
  name: string,
): Promise<BulkTarget> {
  const existing = await listNamed(deps, actor, name);
  const id = existing?.id ?? newId();
  const row = { id, name: squeeze(name), description: '' };
  return {
    tie: { entity: 'listMember', id },
    first: existing ? [] : [{ op: 'insert', entity: 'candidateList', row }],
  };
}

/** Errors: FORBIDDEN for what the actor's role does not allow to anybody. */
export function requirePermission(actor: Actor, action: BulkAction): void {
  if (can(actor, permissionFor(action))) return;
  throw new AppError(
    'FORBIDDEN',
    action.kind === 'change-owner'
      ? 'Only an administrator can give candidates to somebody else.'
      : 'Your role does not allow this.',
  );
}

async function mayGiveTo(deps: Pick<Deps, 'workspace'>, ownerId: string): Promise<void> {
  const owners = await deps.workspace.owners();
  if (!owners.some(({ id }) => id === ownerId)) {
    throw new AppError('NOT_FOUND', 'This person does not work at this desk any more.');
  }
}
