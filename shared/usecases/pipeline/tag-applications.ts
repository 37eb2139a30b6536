import type { Tag } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import { findApplications, inBatches, type StepsTaken } from './take-step';

type TagDeps = Pick<Deps, 'store' | 'candidates' | 'applications' | 'nextTurn'>;

/** Puts a tag on applications and makes it where there is none of that name (compared folded). Errors: NOT_FOUND, CONFLICT. */
export async function tagApplications(
  deps: TagDeps,
  actor: Actor,
  input: {
    readonly applicationIds: readonly Id[];
    readonly name: string;
    readonly colour: Tag['colour'];
  },
): Promise<StepsTaken> {
  const ids = [...new Set(input.applicationIds)];
  const wanted = squeeze(fold(input.name));
  const tags = await deps.candidates.tags(actor);
  const existing = tags.find(({ name }) => squeeze(fold(name)) === wanted);
  const tagId = existing?.id ?? newId();
  const row = { id: tagId, name: squeeze(input.name), colour: input.colour };
  const make: readonly Change[] =
    existing === undefined ? [{ op: 'insert', entity: 'tag', row }] : [];
  return inBatches(deps, actor, { action: 'application.edited', ids }, async (batch) => {
    const found = await findApplications(deps, actor, batch);
    const { applicationTags } = await deps.applications.belongings(batch);
    const tagged = new Set(
      applicationTags.filter((tie) => tie.tagId === tagId).map((tie) => tie.applicationId),
    );
    return found.map(({ id, candidateId }): readonly Change[] =>
      tagged.has(id)
        ? []
        : [
            // Nobody has a tag that is yet to be made: the first one brings it.
            ...(id === ids[0] ? make : []),
            {
              op: 'insert',
              entity: 'applicationTag',
              row: { id: newId(), applicationId: id, candidateId, tagId },
            },
          ],
    );
  });
}

/** Takes a tag off applications; those without it are passed over. Errors: NOT_FOUND, CONFLICT. */
export async function untagApplications(
  deps: TagDeps,
  actor: Actor,
  input: { readonly applicationIds: readonly Id[]; readonly tagId: Id },
): Promise<StepsTaken> {
  const ids = [...new Set(input.applicationIds)];
  await findRecord(deps, actor, 'tag', input.tagId);
  return inBatches(deps, actor, { action: 'application.edited', ids }, async (batch) => {
    await findApplications(deps, actor, batch);
    const { applicationTags } = await deps.applications.belongings(batch);
    return batch.map((applicationId) =>
      applicationTags
        .filter((tie) => tie.tagId === input.tagId && tie.applicationId === applicationId)
        .map(
          ({ id, version }): Change => ({ op: 'delete', entity: 'applicationTag', id, version }),
        ),
    );
  });
}
