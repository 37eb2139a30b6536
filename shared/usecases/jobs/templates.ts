import { draftOf } from '@/shared/domain/jobs/draft';
import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { requireDesk } from '@/shared/usecases/access/require';
import { findVersion } from '@/shared/usecases/find-record';
import { jobDetail } from './job-detail';

type Committed = Promise<{ readonly commitId: Id }>;

/**
 * Keeps what a job asks for, to begin others with. Errors: NOT_FOUND; FORBIDDEN for a guest, who is shown no templates; INVALID for a name
 * that another one has.
 */
export async function saveTemplate(
  deps: Pick<Deps, 'store' | 'jobs'>,
  actor: Actor,
  input: { readonly jobId: Id; readonly name: string },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  const { job, skills } = await jobDetail(deps, actor, input.jobId);
  requireDesk(actor);
  const name = await freeName(deps, actor, input.name, null);
  const id = newId();
  const row = { id, name, draft: { ...draftOf(job, skills), closesOn: null } };
  const { commitId } = await commit(deps, actor, { op: 'insert', entity: 'jobTemplate', row });
  return { commitId, id };
}

/** Errors: NOT_FOUND, CONFLICT; INVALID for a name that another one has. */
export async function renameTemplate(
  deps: Pick<Deps, 'store' | 'jobs' | 'candidates'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number; readonly name: string },
): Committed {
  const { id, version } = await findVersion(deps, actor, 'jobTemplate', input);
  const name = await freeName(deps, actor, input.name, id);
  return commit(deps, actor, { op: 'update', entity: 'jobTemplate', id, version, patch: { name } });
}

/** Deletes a template; jobs made of it stay. Errors: NOT_FOUND, CONFLICT. */
export async function deleteTemplate(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Committed {
  const { id, version } = await findVersion(deps, actor, 'jobTemplate', input);
  return commit(deps, actor, { op: 'delete', entity: 'jobTemplate', id, version });
}

async function commit(deps: Pick<Deps, 'store'>, actor: Actor, change: Change): Committed {
  const { commitId } = await deps.store.commit({
    actor,
    action: 'job-template.changed',
    changes: [change],
  });
  return { commitId };
}

async function freeName(
  deps: Pick<Deps, 'jobs'>,
  actor: Actor,
  given: string,
  own: Id | null,
): Promise<string> {
  const name = squeeze(given);
  const taken = (await deps.jobs.templates(actor)).find(
    (template) => template.id !== own && squeeze(fold(template.name)) === squeeze(fold(name)),
  );
  if (taken !== undefined) {
    throw new AppError('INVALID', `There is a template named “${taken.name}” already.`);
  }
  return name;
}
