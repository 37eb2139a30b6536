import type { Change } from '@/shared/domain/history/change';
import { draftOf } from '@/shared/domain/jobs/draft';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { newJob } from './create-job';
import { jobDetail } from './job-detail';

/** Makes a draft of the same client with what a job asks for, its team, board and weights; nobody is on it. Errors: NOT_FOUND. */
export async function duplicateJob(
  deps: Pick<Deps, 'store' | 'jobs' | 'clock'>,
  actor: Actor,
  input: { readonly id: Id },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  const { job, skills, team } = await jobDetail(deps, actor, input.id);
  const { id, changes } = await newJob(deps, actor, {
    clientId: job.clientId,
    draft: draftOf(job, skills),
    status: 'draft',
  });
  const { board, weights, matchThreshold, custom } = job;
  const others = team.filter(({ role, userId }) => role !== 'recruiter' || userId !== actor.id);
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job.created',
    changes: [
      ...changes.map((change) =>
        change.entity === 'job' && change.op === 'insert'
          ? { ...change, row: { ...change.row, board, weights, matchThreshold, custom } }
          : change,
      ),
      ...others.map(
        ({ role, userId, contactId }): Change => ({
          op: 'insert',
          entity: 'jobMember',
          row: { id: newId(), jobId: id, role, userId, contactId },
        }),
      ),
    ],
  });
  return { commitId, id };
}
