import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findApplications, inBatches, type StepsTaken } from './take-step';

/**
 * Takes candidates off a job with their steps, interviews and tags there, as if they had never been on it; what was noted stays with the candidate.
 * Errors: NOT_FOUND; CONFLICT.
 */
export async function removeFromJob(
  deps: Pick<Deps, 'store' | 'candidates' | 'applications' | 'interviews' | 'nextTurn'>,
  actor: Actor,
  input: { readonly applicationIds: readonly Id[] },
): Promise<StepsTaken> {
  const ids = [...new Set(input.applicationIds)];
  await findApplications(deps, actor, ids);
  return inBatches(deps, actor, { action: 'application.removed', ids }, async (batch) => {
    const found = await findApplications(deps, actor, batch);
    const { stageEvents, applicationTags, notes } = await deps.applications.belongings(batch);
    const interviews = await deps.interviews.ofApplications(batch);
    return found.map(({ id, version }): readonly Change[] => {
      const isOwn = ({ applicationId }: { readonly applicationId: Id }): boolean =>
        applicationId === id;
      return [
        ...notes.filter(isOwn).map(
          (note): Change => ({
            op: 'update',
            entity: 'note',
            id: note.id,
            version: note.version,
            patch: { applicationId: null },
          }),
        ),
        ...interviews
          .filter(isOwn)
          .map((one): Change => ({ op: 'delete', entity: 'interview', ...versionOf(one) })),
        ...applicationTags
          .filter(isOwn)
          .map((tie): Change => ({ op: 'delete', entity: 'applicationTag', ...versionOf(tie) })),
        ...stageEvents
          .filter(isOwn)
          .map((step): Change => ({ op: 'delete', entity: 'stageEvent', ...versionOf(step) })),
        { op: 'delete', entity: 'application', id, version },
      ];
    });
  });
}

const versionOf = ({ id, version }: { readonly id: Id; readonly version: number }) => ({
  id,
  version,
});
