import type { TimelineEntry } from '@/shared/contract/api/candidates';
import { shortFields } from '@/shared/domain/history/short-fields';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';

/** What happened to a candidate, newest first. Errors: NOT_FOUND. */
export async function timeline(
  deps: Pick<Deps, 'candidates' | 'history'>,
  actor: Actor,
  input: { readonly id: Id; readonly beforeCommitId: Id | null; readonly limit: number },
): Promise<TimelineEntry[]> {
  await findRecord(deps, actor, 'candidate', input.id);
  const entries = await deps.history.timeline(actor, input.id, {
    limit: input.limit,
    ...(input.beforeCommitId !== null && { beforeCommitId: input.beforeCommitId }),
  });
  return entries.map((entry) => ({
    commitId: entry.commitId,
    at: entry.at,
    actorName: entry.actorName,
    action: entry.action,
    undone: entry.undoneBy !== null,
    fields: [...shortFields(entry)],
  }));
}
