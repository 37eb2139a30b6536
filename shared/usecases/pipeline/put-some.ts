import { type BulkCounts, NO_COUNTS, type PutAction } from '@/shared/domain/candidates/bulk';
import { planPut, putJudge } from '@/shared/domain/pipeline/put-on-job';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { keepMatches } from '@/shared/usecases/matching/keep-matches';
import { findPutTarget, isTaken, type PutDeps, reasonOf } from './put-on-job';

/**
 * Puts some of many candidates on a job, as part of a bulk deed: who is on it already, off limits without a reason, or warned of where
 * that is not wanted, is passed over and counted. Errors: NOT_FOUND; INVALID for a job that takes nobody; CONFLICT when somebody put one of
 * them there in this moment.
 */
export async function putSome(
  deps: PutDeps,
  actor: Actor,
  {
    action,
    ids,
    partOf,
  }: { readonly action: PutAction; readonly ids: readonly Id[]; readonly partOf: Id },
): Promise<BulkCounts & { readonly commitId: Id | null }> {
  const { jobId, stage, withWarned } = action;
  const overrideReason = reasonOf(action.overrideReason);
  const target = await findPutTarget(deps, actor, jobId);
  const standings = await deps.applications.putStandings(actor, target, ids);
  const verdicts = standings
    .filter(({ application, mayEdit }) => application === null && mayEdit)
    .map(putJudge(target));
  const put = verdicts.filter(({ offLimits, warnings }) =>
    offLimits === null ? warnings.length === 0 || withWarned : overrideReason !== null,
  );
  const already = standings.filter(({ application }) => application !== null).length;
  const counts = {
    ...NO_COUNTS,
    changed: put.length,
    already,
    gone: ids.length - standings.length,
    refused: standings.length - already - put.length,
  };
  if (put.length === 0) return { ...counts, commitId: null };
  try {
    const candidateIds = put.map(({ standing }) => standing.candidateId);
    const context = {
      jobId,
      stage,
      overrideReason,
      matches: await keepMatches(deps, actor, { jobId, candidateIds }),
      now: nowIso(deps.clock),
      byName: actor.name,
      newId,
    };
    const { commitId } = await deps.store.commit({
      actor,
      action: 'application.created',
      partOf,
      changes: put.flatMap((verdict) => planPut(verdict, context)),
    });
    return { ...counts, commitId };
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new AppError('CONFLICT', 'One of them was put on the job in this moment.');
  }
}
