import { z } from 'zod';
import type { Permission } from '@/shared/domain/access/permissions';
import { SHARE_PERMISSIONS, type Share, shareReceiverSchema } from '@/shared/domain/access/records';
import { type Candidate, TAG_COLOURS } from '@/shared/domain/candidates/records';
import type { ActionName, Change } from '@/shared/domain/history/change';
import { assertNever } from '@/shared/kit/assert-never';
import { type Instant, instantSchema } from '@/shared/kit/clock';
import { type Id, idSchema } from '@/shared/kit/ids';

/** Puts them on a job; who is off limits only with a reason, and who is warned of only where the person wants that. */
export const putActionSchema = z.object({
  kind: z.literal('put-on-job'),
  jobId: idSchema,
  stage: z.enum(['new', 'in_review', 'shortlisted']).default('new'),
  overrideReason: z.string().trim().max(10_000).nullable().default(null),
  withWarned: z.boolean().default(false),
});
export type PutAction = z.infer<typeof putActionSchema>;

/** Something that is done to many candidates at once. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  /** Puts a tag on; makes it when there is none of that name (compared folded). */
  z.object({
    kind: z.literal('add-tag'),
    name: z.string().trim().min(1).max(60),
    colour: z.enum(TAG_COLOURS).default('grey'),
  }),
  z.object({ kind: z.literal('remove-tag'), tagId: idSchema }),
  z.object({ kind: z.literal('add-to-list'), listId: idSchema }),
  z.object({ kind: z.literal('add-to-new-list'), name: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal('remove-from-list'), listId: idSchema }),
  z.object({ kind: z.literal('change-owner'), ownerId: idSchema }),
  /** Shows them to somebody, or to everybody of a client; whom they are shown to already, from now on so. */
  z.object({
    kind: z.literal('share'),
    with: shareReceiverSchema,
    permission: z.enum(SHARE_PERMISSIONS),
    expiresAt: instantSchema.nullable(),
  }),
  z.object({ kind: z.literal('stop-sharing'), with: shareReceiverSchema }),
  z.object({ kind: z.literal('archive'), archived: z.boolean() }),
  z.object({ kind: z.literal('do-not-contact'), doNotContact: z.boolean() }),
  /** Reads their résumés anew where an older parser read them. */
  z.object({ kind: z.literal('reparse') }),
  putActionSchema,
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** What became of a selection, or would: counts that add up to how many it stands for. */
export const bulkCountsSchema = z.object({
  changed: z.number().int().nonnegative(),
  /** They are as the action would make them. */
  already: z.number().int().nonnegative(),
  /** Chosen, and not there any more. */
  gone: z.number().int().nonnegative(),
  /** Something speaks against it, and nobody said to do it all the same. */
  refused: z.number().int().nonnegative(),
});
export type BulkCounts = z.infer<typeof bulkCountsSchema>;

export const NO_COUNTS: BulkCounts = { changed: 0, already: 0, gone: 0, refused: 0 };

export const addCounts = (a: BulkCounts, b: BulkCounts): BulkCounts => ({
  changed: a.changed + b.changed,
  already: a.already + b.already,
  gone: a.gone + b.gone,
  refused: a.refused + b.refused,
});

/**
 * The row an action puts in or takes out: a tag or a list on a candidate, or whom it is shared with. Null where it changes the candidate
 * itself.
 */
export interface Tie {
  readonly entity: 'candidateTag' | 'listMember' | 'share';
  readonly id: Id;
}

/** What an action has to know of a candidate. */
export interface Standing
  extends Pick<Candidate, 'version' | 'ownerId' | 'archivedAt' | 'doNotContact'> {
  readonly candidateId: Id;
  readonly name: string;
  /** Whether the actor may change them, and show them to others; who may not is passed over. */
  readonly mayEdit: boolean;
  readonly mayShare: boolean;
  /** What a share in question allows, and until when; null where there is none. */
  readonly sharedFor: Share['permission'] | null;
  readonly sharedUntil: Instant | null;
  /** The row that ties the tag, list or receiver in question to them. */
  readonly tieId: Id | null;
  readonly tieVersion: number | null;
  /** Whether an older parser read one of their résumés; asked for with `reparse` only, else false. */
  readonly outdated: boolean;
}

/** What the timeline calls the deed. */
export function actionNameOf(action: BulkAction): ActionName {
  switch (action.kind) {
    case 'add-tag':
      return 'tag.added';
    case 'remove-tag':
      return 'tag.removed';
    case 'add-to-list':
    case 'add-to-new-list':
      return 'list.added';
    case 'remove-from-list':
      return 'list.removed';
    case 'change-owner':
      return 'candidate.owner-changed';
    case 'share':
      return 'share.granted';
    case 'stop-sharing':
      return 'share.revoked';
    case 'archive':
      return action.archived ? 'candidate.archived' : 'candidate.unarchived';
    case 'do-not-contact':
      return 'candidate.edited';
    case 'reparse':
      return 'resume.reparsed';
    case 'put-on-job':
      return 'application.created';
    default:
      return assertNever(action);
  }
}

/** Whether an action changes a candidate at all. */
export function wouldChange(action: BulkAction, standing: Standing): boolean {
  switch (action.kind) {
    case 'add-tag':
    case 'add-to-list':
    case 'add-to-new-list':
      return standing.tieId === null;
    case 'remove-tag':
    case 'remove-from-list':
      return standing.tieId !== null;
    case 'change-owner':
      return standing.ownerId !== action.ownerId;
    case 'share':
      return (
        standing.tieId === null ||
        standing.sharedFor !== action.permission ||
        standing.sharedUntil !== action.expiresAt
      );
    case 'stop-sharing':
      return standing.tieId !== null;
    case 'archive':
      return (standing.archivedAt !== null) !== action.archived;
    case 'do-not-contact':
      return standing.doNotContact !== action.doNotContact;
    case 'reparse':
      return standing.outdated;
    case 'put-on-job':
      // Decided by what is known of the job, in a step of its own.
      return false;
    default:
      return assertNever(action);
  }
}

/** What doing it takes. */
export function permissionFor(action: BulkAction): Permission {
  switch (action.kind) {
    case 'change-owner':
      return 'candidate.assign';
    case 'share':
    case 'stop-sharing':
      return 'candidate.share';
    case 'put-on-job':
      return 'application.edit';
    default:
      return 'candidate.edit';
  }
}

/** Whether the actor may do it to this one. */
export const mayDo = (action: BulkAction, standing: Standing): boolean =>
  permissionFor(action) === 'candidate.share' ? standing.mayShare : standing.mayEdit;

interface ChangeContext {
  readonly actorId: Id;
  /** The tag or list the action is about. */
  readonly tie: Tie | null;
  readonly now: Instant;
  readonly newId: () => Id;
}

/** The change of one candidate's rows; null when they are as it would make them, and for what reads files. */
export function bulkChange(
  action: BulkAction,
  standing: Standing,
  { tie, now, newId, actorId }: ChangeContext,
): Change | null {
  if (!wouldChange(action, standing)) return null;
  const { candidateId, tieId: id, tieVersion: version } = standing;
  switch (action.kind) {
    case 'add-tag':
    case 'add-to-list':
    case 'add-to-new-list':
      return tie === null ? null : tieOn(tie, candidateId, newId());
    case 'remove-tag':
    case 'remove-from-list':
      if (tie === null || id === null || version === null) return null;
      return { op: 'delete', entity: tie.entity, id, version };
    case 'change-owner':
      return update(standing, { ownerId: action.ownerId });
    case 'share':
      return sharing(action, standing, { actorId, now, newId });
    case 'stop-sharing':
      if (id === null || version === null) return null;
      return { op: 'update', entity: 'share', id, version, patch: { revokedAt: now } };
    case 'archive':
      return update(standing, { archivedAt: action.archived ? now : null });
    case 'do-not-contact':
      return update(standing, { doNotContact: action.doNotContact });
    case 'reparse':
    case 'put-on-job':
      return null;
    default:
      return assertNever(action);
  }
}

function sharing(
  { with: receiver, permission, expiresAt }: Extract<BulkAction, { readonly kind: 'share' }>,
  { candidateId, tieId: id, tieVersion: version }: Standing,
  { actorId, newId }: Pick<ChangeContext, 'actorId' | 'now' | 'newId'>,
): Change {
  if (id !== null && version !== null)
    return { op: 'update', entity: 'share', id, version, patch: { permission, expiresAt } };
  const toUserId = receiver.kind === 'user' ? receiver.id : null;
  const clientId = receiver.kind === 'client' ? receiver.id : null;
  return {
    op: 'insert',
    entity: 'share',
    row: {
      id: newId(),
      candidateId,
      fromUserId: actorId,
      toUserId,
      clientId,
      permission,
      expiresAt,
      revokedAt: null,
    },
  };
}

const tieOn = (tie: Tie, candidateId: Id, id: Id): Change | null =>
  tie.entity === 'share'
    ? null
    : tie.entity === 'candidateTag'
      ? { op: 'insert', entity: 'candidateTag', row: { id, candidateId, tagId: tie.id } }
      : { op: 'insert', entity: 'listMember', row: { id, candidateId, listId: tie.id } };

const update = (
  { candidateId: id, version }: Standing,
  patch: Partial<Pick<Candidate, 'ownerId' | 'archivedAt' | 'doNotContact'>>,
): Change => ({ op: 'update', entity: 'candidate', id, version, patch });
