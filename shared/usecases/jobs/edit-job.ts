import type { Change, Patch } from '@/shared/domain/history/change';
import type { JobDraft } from '@/shared/domain/jobs/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord, findVersion } from '@/shared/usecases/find-record';
import { emptyToNull, placeOf, refuseContradiction } from './job-values';
import { jobDetail } from './job-detail';

export type JobPatch = {
  readonly [F in keyof Omit<JobDraft, 'skills'>]?: JobDraft[F] | undefined;
} & { readonly clientId?: Id | undefined };

/**
 * Changes a job's own fields. A job that goes to another client loses the contacts of the one before.
 * Errors: NOT_FOUND, CONFLICT; INVALID for a contradiction and for a patch that names nothing.
 */
export async function editJob(
  deps: Pick<Deps, 'store' | 'candidates' | 'jobs'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly patch: JobPatch },
): Promise<{ readonly commitId: Id }> {
  const job = await findVersion(deps, actor, 'job', input);
  const { location, department, ...rest } = input.patch;
  const patch: Patch<'job'> = {
    ...given(rest),
    ...(department !== undefined && { department: emptyToNull(department) }),
    ...(location !== undefined && placeOf(location)),
  };
  if (Object.keys(patch).length === 0) {
    throw new AppError('INVALID', 'Nothing was changed: the edit names no field.');
  }
  refuseContradiction({ ...job, ...patch });
  const changes: Change[] = [
    { op: 'update', entity: 'job', id: job.id, version: job.version, patch },
  ];
  if (patch.clientId !== undefined && patch.clientId !== job.clientId) {
    await findRecord(deps, actor, 'client', patch.clientId);
    const { team } = await jobDetail(deps, actor, job.id);
    for (const { id, version, contactId } of team) {
      if (contactId !== null) changes.push({ op: 'delete', entity: 'jobMember', id, version });
    }
  }
  const { commitId } = await deps.store.commit({ actor, action: 'job.edited', changes });
  return { commitId };
}

/** The fields that a patch names. */
function given<P extends object>(patch: P): { [K in keyof P]: Exclude<P[K], undefined> } {
  // What is left after the fields that say nothing are taken out.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof P]: Exclude<P[K], undefined>;
  };
}
