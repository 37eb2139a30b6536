import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/**
 * Somebody looked at why a candidate fits a job: the match is kept as it is now, with its receipt, once a candidate and job. It is no
 * change that a person would take back. Errors: NOT_FOUND.
 */
export async function viewMatch(
  deps: Pick<Deps, 'store' | 'matching' | 'matches' | 'clock'>,
  actor: Actor,
  pair: { readonly jobId: Id; readonly candidateId: Id },
): Promise<{ readonly id: Id }> {
  const { score, parts, mustHaves, criteria, receipt } = await deps.matching.explain(actor, {
    ...pair,
    weights: null,
  });
  const before = await deps.matches.match(actor, pair.jobId, pair.candidateId);
  const { scorer, weights, inputs } = receipt;
  const now = {
    score: score / 100,
    explanation: { parts, mustHaves, criteria, asOf: receipt.asOf },
    receipt: { scorer, weights, ...inputs },
    viewedAt: nowIso(deps.clock),
  };
  const id = before?.id ?? newId();
  await deps.store.commit({
    actor,
    action: 'match.viewed',
    changes: [
      before === null
        ? { op: 'insert', entity: 'match', row: { id, ...pair, ...now } }
        : { op: 'update', entity: 'match', id, version: before.version, patch: now },
    ],
  });
  return { id };
}
