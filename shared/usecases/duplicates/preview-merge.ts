import type { MergePreview } from '@/shared/contract/api/duplicates';
import { proposeMerge } from '@/shared/domain/duplicates/merge-choice';
import { stampOf } from '@/shared/domain/duplicates/person-rows';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findPeople } from '@/shared/usecases/duplicates/merge-candidates';

/**
 * People side by side with what a merge would keep of each where nobody chooses otherwise. Errors: NOT_FOUND when one of them is not there
 * any more, or was merged.
 */
export async function previewMerge(
  deps: Pick<Deps, 'duplicates' | 'candidates'>,
  actor: Actor,
  input: { readonly candidateIds: readonly Id[]; readonly survivorId: Id | null },
): Promise<MergePreview> {
  const ids = [...new Set(input.candidateIds)];
  const rows = await findPeople(deps, actor, ids);
  const { choice, same } = proposeMerge(rows, input.survivorId);
  const details = await Promise.all(ids.map((id) => deps.candidates.get(actor, id)));
  const { pairs } = await deps.duplicates.pairsOf(ids);
  return {
    people: details.map((detail, index) => {
      const person = rows[index];
      if (detail === null || person === undefined) {
        throw new AppError('NOT_FOUND', 'One of these is not there any more.');
      }
      return { detail, lists: person.listMember.length };
    }),
    pairs: pairs
      .filter(
        ({ state, candidateId, otherId }) =>
          state === 'open' && ids.includes(candidateId) && ids.includes(otherId),
      )
      .map(({ id, candidateId, otherId, reasons, score }) => ({
        id,
        candidateId,
        otherId,
        reasons,
        score,
      })),
    choice: { ...choice, fields: { ...choice.fields }, rows: [...choice.rows] },
    same: same.map((ids) => [...ids]),
    stamp: stampOf(rows),
  };
}
