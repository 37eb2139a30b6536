import type { Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** Takes candidates out of the lists, or puts them back. All of them or none. Errors: NOT_FOUND. */
export async function archiveCandidates(
  deps: Pick<Deps, 'store' | 'candidates' | 'clock'>,
  actor: Actor,
  input: { readonly ids: readonly Id[]; readonly archived: boolean },
): Promise<{ readonly commitId: Id }> {
  const archivedAt = input.archived ? nowIso(deps.clock) : null;
  const changes: Change[] = [];
  for (const id of new Set(input.ids)) {
    const { version } = await findRecord(deps, actor, 'candidate', id);
    changes.push({ op: 'update', entity: 'candidate', id, version, patch: { archivedAt } });
  }
  const { commitId } = await deps.store.commit({
    actor,
    action: input.archived ? 'candidate.archived' : 'candidate.unarchived',
    changes,
  });
  return { commitId };
}
