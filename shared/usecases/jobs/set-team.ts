import type { Change } from '@/shared/domain/history/change';
import type { JobMember } from '@/shared/domain/jobs/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { requireDesk } from '@/shared/usecases/access/require';
import { jobDetail } from './job-detail';
import { refuseOthers, type SeenRow } from './same-rows';

type Member = Pick<JobMember, 'role' | 'userId' | 'contactId'>;

/**
 * Says who is on a job. `seen` are the rows the editor had before. Errors: NOT_FOUND, CONFLICT; FORBIDDEN for a guest; INVALID for somebody who is neither at the
 * desk nor a contact of the job's client.
 */
export async function setTeam(
  deps: Pick<Deps, 'store' | 'jobs' | 'clients' | 'workspace'>,
  actor: Actor,
  input: {
    readonly jobId: Id;
    readonly seen: readonly SeenRow[];
    readonly team: readonly Member[];
  },
): Promise<{ readonly commitId: Id }> {
  const { job, team: rows } = await jobDetail(deps, actor, input.jobId);
  requireDesk(actor);
  refuseOthers(rows, input.seen);
  const left = new Map(rows.map((row) => [memberKey(row), row]));
  const wanted = new Map(input.team.map((member) => [memberKey(member), member]));
  const joining = [...wanted].filter(([key]) => !left.has(key)).map(([, member]) => member);
  await refuseStrangers(deps, actor, job.clientId, joining);
  for (const key of wanted.keys()) left.delete(key);
  const changes: Change[] = [
    ...joining.map(
      (member): Change => ({
        op: 'insert',
        entity: 'jobMember',
        row: { ...member, id: newId(), jobId: job.id },
      }),
    ),
    ...[...left.values()].map(
      ({ id, version }): Change => ({ op: 'delete', entity: 'jobMember', id, version }),
    ),
  ];
  const { commitId } = await deps.store.commit({ actor, action: 'job.edited', changes });
  return { commitId };
}

const memberKey = ({ role, userId, contactId }: Member): string =>
  `${role}:${userId ?? ''}:${contactId ?? ''}`;

async function refuseStrangers(
  deps: Pick<Deps, 'clients' | 'workspace'>,
  actor: Actor,
  clientId: Id,
  joining: readonly Member[],
): Promise<void> {
  if (joining.length === 0) return;
  const users = new Set((await deps.workspace.owners()).map(({ id }) => id));
  const client = await deps.clients.get(actor, clientId);
  const contacts = new Set((client?.contacts ?? []).map(({ id }) => id));
  const isKnown = ({ userId, contactId }: Member): boolean =>
    userId !== null
      ? contactId === null && users.has(userId)
      : contactId !== null && contacts.has(contactId);
  if (!joining.every(isKnown)) {
    throw new AppError(
      'INVALID',
      'Somebody named here is neither at this desk nor a contact of the client. Nothing was saved.',
    );
  }
}
