import type { ReparseStatus } from '@/shared/contract/api/reparse';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Deps } from '@/shared/usecases/deps';

/** How many candidates an older parser read, and how the look at them stands. */
export async function reparseStatus(
  deps: Pick<Deps, 'reparse' | 'history'>,
): Promise<ReparseStatus> {
  const outdated = await deps.reparse.countOutdated(PARSER.version);
  const run = await deps.reparse.latest();
  if (run === null) return { parserVersion: PARSER.version, outdated, run: null };
  const counts = await deps.reparse.counts(run.id);
  const { id, version, parserVersion, state, total, looked, failed, summary, error } = run;
  const { startedAt, finishedAt, bulkId } = run;
  const inForce = bulkId === null ? [] : await deps.history.partsOf(bulkId, 1);
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
