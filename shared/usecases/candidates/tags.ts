import type { Tag } from '@/shared/domain/candidates/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { changeAtOnce } from '@/shared/usecases/bulk/change-at-once';
import type { Deps } from '@/shared/usecases/deps';

type TagDeps = Pick<
  Deps,
  'store' | 'candidates' | 'workspace' | 'lists' | 'applications' | 'shares' | 'clock'
>;

/**
 * Puts a tag on candidates and makes the tag when there is none of that name. Those who have it already keep it.
 * Errors: NOT_FOUND for an unknown candidate; INVALID when all of them have it already.
 */
export const addTag = (
  deps: TagDeps,
  actor: Actor,
  {
    candidateIds,
    ...tag
  }: {
    readonly candidateIds: readonly Id[];
    readonly name: string;
    readonly colour: Tag['colour'];
  },
): Promise<{ readonly commitId: Id }> =>
  changeAtOnce(deps, actor, { action: { kind: 'add-tag', ...tag }, ids: candidateIds });

/** Takes a tag off candidates; those who do not have it are passed over. Errors: NOT_FOUND; INVALID when none has it. */
export const removeTag = (
  deps: TagDeps,
  actor: Actor,
  { candidateIds, tagId }: { readonly candidateIds: readonly Id[]; readonly tagId: Id },
): Promise<{ readonly commitId: Id }> =>
  changeAtOnce(deps, actor, { action: { kind: 'remove-tag', tagId }, ids: candidateIds });
