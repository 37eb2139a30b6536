import type { Tag } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

type TagDeps = Pick<Deps, 'store' | 'candidates'>;

/**
 * Puts a tag on candidates and makes the tag when there is none of that name. Those who have it already keep it.
 * Errors: NOT_FOUND for an unknown candidate; INVALID when all of them have it already.
 */
export async function addTag(
  deps: TagDeps,
  actor: Actor,
  input: {
    readonly candidateIds: readonly Id[];
    readonly name: string;
    readonly colour: Tag['colour'];
  },
): Promise<{ readonly commitId: Id }> {
  const wanted = squeeze(fold(input.name));
  const tags = await deps.candidates.tags(actor);
  const existing = tags.find((tag) => squeeze(fold(tag.name)) === wanted);
  const tagId = existing?.id ?? newId();
  const changes: Change[] = existing
    ? []
    : [
        {
          op: 'insert',
          entity: 'tag',
          row: { id: tagId, name: squeeze(input.name), colour: input.colour },
        },
      ];
  for (const { candidateId, candidateTagId } of await taggedOf(deps, actor, tagId, input)) {
    if (candidateTagId === null) {
      changes.push({
        op: 'insert',
        entity: 'candidateTag',
        row: { id: newId(), candidateId, tagId },
      });
    }
  }
  if (changes.length === 0) {
    throw new AppError('INVALID', 'They have this tag already. Nothing was changed.');
  }
  const { commitId } = await deps.store.commit({ actor, action: 'tag.added', changes });
  return { commitId };
}

/** Takes a tag off candidates; those who do not have it are passed over. Errors: NOT_FOUND when none has it. */
export async function removeTag(
  deps: TagDeps,
  actor: Actor,
  input: { readonly candidateIds: readonly Id[]; readonly tagId: Id },
): Promise<{ readonly commitId: Id }> {
  const tagged = await taggedOf(deps, actor, input.tagId, input);
  const changes = tagged.flatMap(({ candidateTagId: id, version }): readonly Change[] =>
    id === null || version === null ? [] : [{ op: 'delete', entity: 'candidateTag', id, version }],
  );
  if (changes.length === 0) {
    throw new AppError('NOT_FOUND', 'None of them has this tag any more. Nothing was changed.');
  }
  const { commitId } = await deps.store.commit({ actor, action: 'tag.removed', changes });
  return { commitId };
}

/** Which of the candidates have the tag. Errors: NOT_FOUND when one of them is not there. */
async function taggedOf(
  deps: TagDeps,
  actor: Actor,
  tagId: Id,
  { candidateIds }: { readonly candidateIds: readonly Id[] },
): ReturnType<Deps['candidates']['tagged']> {
  const found = await deps.candidates.tagged(actor, tagId, candidateIds);
  if (found.length < new Set(candidateIds).size) {
    throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  }
  return found;
}
