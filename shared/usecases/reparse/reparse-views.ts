import type { ReparseStatus } from '@/shared/contract/api/reparse';
import { reachOf } from '@/shared/domain/access/reach';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';

/**
 * How many candidates an older parser read, and how the look at them stands. Who does not see everybody is told of those they see alone: how
 * many others there are is nothing they are told elsewhere.
 */
export async function reparseStatus(
  deps: Pick<Deps, 'reparse' | 'history'>,
  actor: Actor,
): Promise<ReparseStatus> {
  const isWhole = reachOf(actor).candidates === 'all';
  const scope = isWhole ? [] : [actor];
  const outdated = await deps.reparse.countOutdated(PARSER.version, ...scope);
  const run = await deps.reparse.latest();
  if (run === null) return { parserVersion: PARSER.version, outdated, run: null };
  const counts = await deps.reparse.counts(run.id, ...scope);
  const seen = counts.same + counts.open + counts.left + counts.applied;
  const { id, version, parserVersion, state, error } = run;
  const { total, looked, failed, summary } = isWhole
    ? run
    : { total: seen, looked: seen, failed: 0, summary: {} };
  const { startedAt, finishedAt, bulkId } = run;
  const inForce = bulkId === null || !isWhole ? [] : await deps.history.partsOf(bulkId, 1);
  return {
    parserVersion: PARSER.version,
    outdated,
    run: {
      id,
      version,
      parserVersion,
      state,
      total,
      looked,
      failed,
      summary,
      error,
      startedAt,
      finishedAt,
      counts,
      undoCommitId: inForce[0] ?? null,
    },
  };
}
