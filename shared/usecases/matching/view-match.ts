import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { matchOf } from './keep-matches';

/**
 * Somebody looked at why a candidate fits a job: the match is kept as it is now, with its receipt, once a candidate and job; one that an
 * application was made with is only marked. It is no change that a person would take back. Errors: NOT_FOUND.
 */
export async function viewMatch(
  deps: Pick<Deps, 'store' | 'matching' | 'matches' | 'clock'>,
  actor: Actor,
  pair: { readonly jobId: Id; readonly candidateId: Id },
): Promise<{ readonly id: Id }> {
  const explanation = await deps.matching.explain(actor, { ...pair, weights: null });
  const before = await deps.matches.match(actor, pair.jobId, pair.candidateId);
  const viewedAt = nowIso(deps.clock);
  // What somebody was put on the job with stays as it was then.
  const now = before?.isHeld ? { viewedAt } : { ...matchOf(explanation), viewedAt };
  const id = before?.id ?? newId();
  await deps.store.commit({
    actor,
    action: 'match.viewed',
    changes: [
      before === null
        ? { op: 'insert', entity: 'match', row: { id, ...pair, ...matchOf(explanation), viewedAt } }
        : { op: 'update', entity: 'match', id, version: before.version, patch: now },
    ],
  });
  return { id };
}
