import type { Change } from '@/shared/domain/history/change';
import { putJudge } from '@/shared/domain/pipeline/put-on-job';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findApplications, inBatches, type StepsTaken } from './take-step';

const NAMED = 20;

/**
 * Notes that candidates were put forward to the client of their job, now, or that they were not after all. Errors: NOT_FOUND, CONFLICT;
 * WARNED when the client knows one of them from another job already or one is not to be contacted, with who and when in `details`.
 */
export async function putForward(
  deps: Pick<Deps, 'store' | 'candidates' | 'applications' | 'clock' | 'nextTurn'>,
  actor: Actor,
  input: {
    readonly applicationIds: readonly Id[];
    readonly submitted: boolean;
    readonly despiteWarnings: boolean;
  },
): Promise<StepsTaken> {
  const ids = [...new Set(input.applicationIds)];
  const found = await findApplications(deps, actor, ids);
  if (input.submitted && !input.despiteWarnings) {
    const asked = found.filter(({ submittedAt }) => submittedAt === null);
    const warned = [];
    for (const jobId of new Set(asked.map((application) => application.jobId))) {
      const target = await deps.applications.putTarget(actor, jobId);
      if (target === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
      const people = asked.filter((one) => one.jobId === jobId).map((one) => one.candidateId);
      const standings = await deps.applications.putStandings(actor, target, people);
      warned.push(...standings.map(putJudge(target)).filter((one) => one.warnings.length > 0));
    }
    if (warned.length > 0) {
      throw new AppError('WARNED', 'Something speaks against it. Nothing was changed.', {
        count: warned.length,
        candidates: warned.slice(0, NAMED).map(({ standing, offLimits, warnings }) => ({
          candidateId: standing.candidateId,
          name: standing.name,
          offLimits,
          warnings,
        })),
      });
    }
  }
  return inBatches(deps, actor, { action: 'application.edited', ids }, async (batch) =>
    (await findApplications(deps, actor, batch)).map(
      ({ id, version, submittedAt }): readonly Change[] =>
        (submittedAt !== null) === input.submitted
          ? []
          : [
              {
                op: 'update',
                entity: 'application',
                id,
                version,
                patch: { submittedAt: input.submitted ? nowIso(deps.clock) : null },
              },
            ],
    ),
  );
}
