import type { Change, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findJobOfDesk, jobDetail } from './job-detail';

/**
 * Deletes a job that nobody was put on, with its skills, its team and the matches that were looked at. Errors: NOT_FOUND, CONFLICT; FORBIDDEN
 * for a guest; INVALID when candidates are on it: what was done with them stays, and the job is closed instead.
 */
export async function deleteJob(
  deps: Pick<Deps, 'store' | 'candidates' | 'jobs'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findJobOfDesk(deps, actor, input);
  // How many is not said: some may be others' candidates.
  if ((await deps.jobs.countApplications(id)) > 0) {
    throw new AppError(
      'INVALID',
      'Candidates are on this job. It was not deleted; close it instead.',
    );
  }
  const { skills, team } = await jobDetail(deps, actor, id);
  const { matches, matchRuns } = await deps.jobs.attachments(id);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.deleted',
    changes: [
      { op: 'delete', entity: 'job', id, version },
      ...gone('jobSkill', skills),
      ...gone('jobMember', team),
      ...gone('match', matches),
      ...gone('matchRun', matchRuns),
    ],
  });
  return { commitId };
}

const gone = (
  entity: Extract<EntityName, 'jobSkill' | 'jobMember' | 'match' | 'matchRun'>,
  rows: readonly { readonly id: Id; readonly version: number }[],
): readonly Change[] => rows.map(({ id, version }) => ({ op: 'delete', entity, id, version }));
