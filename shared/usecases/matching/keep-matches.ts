import type { Change } from '@/shared/domain/history/change';
import type { Match } from '@/shared/domain/matching/records';
import type { Explanation } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** A match as it is stored, from the explanation as it is now. */
export const matchOf = ({
  score,
  parts,
  mustHaves,
  criteria,
  receipt: { scorer, weights, inputs, asOf },
}: Explanation): Pick<Match, 'score' | 'explanation' | 'receipt'> => ({
  score: score / 100,
  explanation: { parts, mustHaves, criteria, asOf },
  receipt: { scorer, weights, ...inputs },
});

/**
 * Keeps the matches that a decision is taken with, as they are now, and answers their ids by candidate. It is a commit of its own: taking
 * the decision back does not unmake what was known then. Whom nobody can compare is left out and may be decided on all the same. Errors:
 * CONFLICT or INVALID when somebody looked at one of them in this moment.
 */
export async function keepMatches(
  deps: Pick<Deps, 'store' | 'matching' | 'matches'>,
  actor: Actor,
  { jobId, candidateIds }: { readonly jobId: Id; readonly candidateIds: readonly Id[] },
): Promise<ReadonlyMap<Id, Id>> {
  const kept = new Map<Id, Id>();
  const changes: Change[] = [];
  for (const candidateId of candidateIds) {
    const explanation = await explained(deps, actor, { jobId, candidateId });
    if (explanation === null) continue;
    const before = await deps.matches.match(actor, jobId, candidateId);
    const id = before?.id ?? newId();
    const now = matchOf(explanation);
    changes.push(
      before === null
        ? {
            op: 'insert',
            entity: 'match',
            row: { id, jobId, candidateId, ...now, viewedAt: null },
          }
        : { op: 'update', entity: 'match', id, version: before.version, patch: now },
    );
    kept.set(candidateId, id);
  }
  if (changes.length > 0) await deps.store.commit({ actor, action: 'match.kept', changes });
  return kept;
}

/** Null for somebody whose records cannot be compared: that is reported where matches are made, and no reason to refuse them. */
async function explained(
  deps: Pick<Deps, 'matching'>,
  actor: Actor,
  pair: { readonly jobId: Id; readonly candidateId: Id },
): Promise<Explanation | null> {
  try {
    return await deps.matching.explain(actor, { ...pair, weights: null });
  } catch (error) {
    if (isAppError(error) && error.code !== 'NOT_FOUND') throw error;
    return null;
  }
}
