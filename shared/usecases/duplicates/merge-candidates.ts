import { CANDIDATE_FIELDS, type CandidateField } from '@/shared/domain/candidates/records';
import type { MergeChoice } from '@/shared/domain/duplicates/merge-choice';
import { type PersonRows, stampOf } from '@/shared/domain/duplicates/person-rows';
import { planMerge } from '@/shared/domain/duplicates/plan-merge';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireRecords } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

interface MergeInput {
  /** Everybody who is one person, in the order they were shown. */
  readonly candidateIds: readonly Id[];
  readonly choice: MergeChoice;
  /** The preview's mark of what was looked at. */
  readonly stamp: string;
}

/**
 * Merges people into one of them, one after another; several are one deed that one undo takes back. Errors: NOT_FOUND when one of them is
 * not there any more; CONFLICT when something of them was changed since the preview; INVALID when the one who stays is none of them.
 */
export async function mergeCandidates(
  deps: Pick<Deps, 'store' | 'duplicates' | 'candidates'>,
  actor: Actor,
  { candidateIds, choice, stamp }: MergeInput,
): Promise<{ readonly commitId: Id }> {
  const { survivorId } = choice;
  const ids = [...new Set(candidateIds)];
  await requireRecords(deps, actor, 'candidate.edit', 'candidate', ids);
  const others = ids.filter((id) => id !== survivorId);
  if (others.length === 0 || others.length === ids.length) {
    throw new AppError('INVALID', 'The one who stays has to be one of two or more.');
  }
  if (stampOf(await findPeople(deps, actor, ids)) !== stamp) {
    throw new AppError(
      'CONFLICT',
      'Something of them was changed in the meantime. Nothing was merged; look at them again.',
    );
  }
  const partOf = others.length > 1 ? newId() : undefined;
  let commitId = newId();
  for (const mergedId of others) {
    // Each merge is planned on what the one before left.
    const [survivor, merged] = await findPeople(deps, actor, [survivorId, mergedId]);
    const { pairs, hidden } = await deps.duplicates.pairsOf([survivorId, mergedId]);
    if (survivor === undefined || merged === undefined) throw gone();
    commitId = newId();
    await deps.store.commit({
      id: commitId,
      actor,
      action: 'candidate.merged',
      ...(partOf !== undefined && { partOf }),
      changes: planMerge({
        survivor,
        merged,
        fieldsOfMerged: fieldsOf(choice, mergedId),
        rows: new Set(choice.rows),
        pairs,
        hidden,
        mergeId: newId(),
        commitId,
      }),
    });
  }
  return { commitId };
}

/** Reads people whole. Errors: NOT_FOUND. */
export async function findPeople(
  deps: Pick<Deps, 'duplicates'>,
  actor: Actor,
  ids: readonly Id[],
): Promise<readonly PersonRows[]> {
  const people = await deps.duplicates.personRows(actor, ids);
  if (people.length < ids.length) throw gone();
  return people;
}

const gone = (): AppError =>
  new AppError('NOT_FOUND', 'One of them is not there any more, or was merged in the meantime.');

const fieldsOf = (choice: MergeChoice, candidateId: Id): ReadonlySet<CandidateField> =>
  new Set(CANDIDATE_FIELDS.filter((field) => choice.fields[field] === candidateId));
