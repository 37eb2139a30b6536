import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findApplications } from './take-step';

/**
 * Puts the shortlist of a job in an order: those named stand from the top in the order given, the others after them as they stood.
 * Answers null when they stood so already. Errors: NOT_FOUND, also for one that is not on this job's shortlist; CONFLICT.
 */
export async function orderShortlist(
  deps: Pick<Deps, 'store' | 'candidates' | 'applications'>,
  actor: Actor,
  { jobId, applicationIds }: { readonly jobId: Id; readonly applicationIds: readonly Id[] },
): Promise<{ readonly commitId: Id | null }> {
  const shortlist = await deps.applications.shortlist(actor, jobId);
  if (shortlist === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
  const standing = shortlist.entries.map(({ application }) => application.id);
  const named = [...new Set(applicationIds)];
  if (named.some((id) => !standing.includes(id))) {
    throw new AppError(
      'NOT_FOUND',
      'One of these is not on the shortlist any more. Nothing was changed.',
    );
  }
  const order = [...named, ...standing.filter((id) => !named.includes(id))];
  const found = await findApplications(deps, actor, order);
  const changes = found.flatMap(
    ({ id, version, shortlistPosition }, position): readonly Change[] =>
      shortlistPosition === position
        ? []
        : [
            {
              op: 'update',
              entity: 'application',
              id,
              version,
              patch: { shortlistPosition: position },
            },
          ],
  );
  if (changes.length === 0) return { commitId: null };
  const { commitId } = await deps.store.commit({ actor, action: 'shortlist.changed', changes });
  return { commitId };
}
