import type { Actor } from '@/shared/domain/workspace/records';
import type { Change } from '@/shared/domain/history/change';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findVersion } from '@/shared/usecases/find-record';

/** Deletes a client without jobs, and its contacts. Errors: NOT_FOUND, CONFLICT; INVALID when it has jobs: it is made inactive instead. */
export async function deleteClient(
  deps: Pick<Deps, 'store' | 'candidates' | 'clients'>,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Promise<{ readonly commitId: Id }> {
  const { id, version } = await findVersion(deps, actor, 'client', input);
  const jobs = await deps.clients.countJobs(id);
  if (jobs > 0) {
    throw new AppError(
      'INVALID',
      `This client has ${jobs === 1 ? 'a job' : `${jobs} jobs`}. It was not deleted; make it inactive instead.`,
      { jobs },
    );
  }
  const contacts = (await deps.clients.get(actor, id))?.contacts ?? [];
  const { commitId } = await deps.store.commit({
    actor,
    action: 'client.deleted',
    changes: [
      { op: 'delete', entity: 'client', id, version },
      ...contacts.map(
        (contact): Change => ({
          op: 'delete',
          entity: 'contact',
          id: contact.id,
          version: contact.version,
        }),
      ),
    ],
  });
  return { commitId };
}
