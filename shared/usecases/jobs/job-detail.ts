import type { Job } from '@/shared/domain/jobs/records';
import type { JobDetail } from '@/shared/domain/jobs/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { requireDesk } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord, findVersion } from '@/shared/usecases/find-record';

/** A job to be changed in what is the desk's, at the version the editor saw. Errors: NOT_FOUND, CONFLICT; FORBIDDEN for a guest. */
export async function findJobOfDesk(
  deps: Pick<Deps, 'candidates'>,
  actor: Actor,
  seen: { readonly id: Id; readonly version: number },
): Promise<Job> {
  await findRecord(deps, actor, 'job', seen.id);
  requireDesk(actor);
  return findVersion(deps, actor, 'job', seen);
}

/** One job with what belongs to it. Errors: NOT_FOUND. */
export async function jobDetail(
  deps: Pick<Deps, 'jobs'>,
  actor: Actor,
  id: Id,
): Promise<JobDetail> {
  const detail = await deps.jobs.get(actor, id);
  if (detail === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
  return detail;
}
