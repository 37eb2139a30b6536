import type { Change } from '@/shared/domain/history/change';
import { worksAtDesk } from '@/shared/domain/access/policy';
import type { JobDraft, JobMember, JobStatus } from '@/shared/domain/jobs/records';
import { timesAfter } from '@/shared/domain/jobs/status';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import { jobValues } from './job-values';

/** A job can begin as a draft, or open. */
export type FirstStatus = Extract<JobStatus, 'draft' | 'open'>;

/**
 * Makes a job of a draft; whoever makes it is its recruiter. Errors: NOT_FOUND for an unknown client; INVALID for a contradiction and for a
 * client one no longer works for.
 */
export async function createJob(
  deps: Pick<Deps, 'store' | 'candidates' | 'clock'>,
  actor: Actor,
  input: { readonly clientId: Id; readonly draft: JobDraft; readonly status: FirstStatus },
): Promise<{ readonly commitId: Id; readonly id: Id }> {
  const client = await findRecord(deps, actor, 'client', input.clientId);
  if (client.status === 'inactive') {
    throw new AppError('INVALID', 'This client is inactive. Make it active first.', {
      fields: ['clientId'],
    });
  }
  const { id, changes } = await newJob(deps, actor, input);
  const { commitId } = await deps.store.commit({ actor, action: 'job.created', changes });
  return { commitId, id };
}

/** Whoever makes a job works on it; of a client's own people it is they who want somebody. */
const teamRoleOf = (actor: Actor): JobMember['role'] =>
  worksAtDesk(actor) ? 'recruiter' : 'hiring_manager';

/** The changes that put a job in, with its skills and its first recruiter. */
export async function newJob(
  deps: Pick<Deps, 'clock'>,
  actor: Actor,
  input: { readonly clientId: Id; readonly draft: JobDraft; readonly status: FirstStatus },
): Promise<{ readonly id: Id; readonly changes: readonly Change[] }> {
  const id = newId();
  const { fields, skills } = jobValues(input.draft);
  const none = { status: 'draft', openedAt: null, endedAt: null } as const;
  const changes: Change[] = [
    {
      op: 'insert',
      entity: 'job',
      row: {
        ...fields,
        id,
        clientId: input.clientId,
        status: input.status,
        ...timesAfter(none, input.status, nowIso(deps.clock)),
        board: null,
        weights: null,
        matchThreshold: null,
        custom: {},
      },
    },
    ...skills.map(
      (skill, position): Change => ({
        op: 'insert',
        entity: 'jobSkill',
        row: { ...skill, id: newId(), jobId: id, position },
      }),
    ),
    {
      op: 'insert',
      entity: 'jobMember',
      row: { id: newId(), jobId: id, role: teamRoleOf(actor), userId: actor.id, contactId: null },
    },
  ];
  return { id, changes };
}
