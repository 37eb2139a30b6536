import type { JobDetail } from '@/shared/domain/jobs/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

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
