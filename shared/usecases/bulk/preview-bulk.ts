import {
  addCounts,
  type BulkAction,
  type BulkCounts,
  mayDo,
  NO_COUNTS,
  wouldChange,
} from '@/shared/domain/candidates/bulk';
import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import type { Actor } from '@/shared/domain/workspace/records';
import { bulkTarget, requirePermission, standingsFor } from '@/shared/usecases/bulk/bulk-target';
import { previewPut } from '@/shared/usecases/pipeline/preview-put';
import { reasonOf } from '@/shared/usecases/pipeline/put-on-job';
import { selectedIds } from '@/shared/usecases/bulk/selected-ids';
import type { Deps } from '@/shared/usecases/deps';

/** So many are looked at before others get their turn on the thread. */
const BATCH = 500;
const SAMPLE = 5;

/** What an action would do to a selection, without doing it. Errors: NOT_FOUND, FORBIDDEN; the signal's reason. */
export async function previewBulk(
  deps: Pick<
    Deps,
    | 'candidates'
    | 'workspace'
    | 'lists'
    | 'applications'
    | 'shares'
    | 'search'
    | 'clock'
    | 'nextTurn'
  >,
  actor: Actor,
  { selection, action }: { readonly selection: CandidateSelection; readonly action: BulkAction },
  signal?: AbortSignal,
): Promise<BulkCounts & { readonly total: number; readonly sample: string[] }> {
  if (action.kind === 'put-on-job') {
    requirePermission(actor, action);
    const put = await previewPut(deps, actor, { jobId: action.jobId, selection }, signal);
    const { total, already, gone, free, warned, offLimits } = put;
    const changed =
      free +
      (action.withWarned ? warned : 0) +
      (reasonOf(action.overrideReason) === null ? 0 : offLimits);
    const refused = total - already - gone - changed;
    return { total, changed, already, gone, refused, sample: [] };
  }
  const target = await bulkTarget(deps, actor, action);
  const ids = await selectedIds(deps, actor, selection, signal);
  const sample: string[] = [];
  let counts = NO_COUNTS;
  for (let from = 0; from < ids.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = ids.slice(from, from + BATCH);
    const standings = await standingsFor(deps, actor, { action, target }, batch);
    const allowed = standings.filter((standing) => mayDo(action, standing));
    const changing = allowed.filter((standing) => wouldChange(action, standing));
    counts = addCounts(counts, {
      ...NO_COUNTS,
      changed: changing.length,
      already: allowed.length - changing.length,
      gone: batch.length - standings.length,
      refused: standings.length - allowed.length,
    });
    const names = changing.map(({ name }) => name).filter((name) => name !== '');
    sample.push(...names.slice(0, SAMPLE - sample.length));
    await deps.nextTurn();
  }
  return { ...counts, total: ids.length, sample };
}
