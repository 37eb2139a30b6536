import type { JobStatus } from '@/shared/domain/jobs/records';
import { mayBecome, timesAfter } from '@/shared/domain/jobs/status';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

/** Moves a job to another state. Errors: NOT_FOUND, CONFLICT; INVALID for a move that is not in the table (`STATUS_MOVES`). */
export async function changeJobStatus(
  deps: Pick<Deps, 'store' | 'candidates' | 'clock'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly status: JobStatus },
): Promise<{ readonly commitId: Id }> {
  const job = await findVersion(deps, actor, 'job', input);
  const { status } = input;
  if (!mayBecome(job.status, status)) {
    throw new AppError(
      'INVALID',
      `A job that is ${WORDS[job.status]} cannot become ${WORDS[status]}. Nothing was changed.`,
      { fields: ['status'], from: job.status, to: status },
    );
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.status-changed',
    changes: [
      {
        op: 'update',
        entity: 'job',
        id: job.id,
        version: job.version,
        patch: { status, ...timesAfter(job, status, nowIso(deps.clock)) },
      },
    ],
  });
  return { commitId };
}

const WORDS: Readonly<Record<JobStatus, string>> = {
  draft: 'a draft',
  open: 'open',
  on_hold: 'on hold',
  filled: 'filled',
  closed: 'closed',
};
