import type { Explanation } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/**
 * Why each of some candidates fits a job, one question after the other so that others get their turn. Who is not there any more is left
 * out; for a job that is not there, that is everybody.
 */
export async function explainSome(
  deps: Pick<Deps, 'matching'>,
  actor: Actor,
  { jobId, candidateIds }: { readonly jobId: Id; readonly candidateIds: readonly Id[] },
): Promise<readonly Explanation[]> {
  const found: Explanation[] = [];
  for (const candidateId of candidateIds) {
    try {
      found.push(await deps.matching.explain(actor, { jobId, candidateId, weights: null }));
    } catch (error) {
      if (!isAppError(error) || error.code !== 'NOT_FOUND') throw error;
    }
  }
  return found;
}
