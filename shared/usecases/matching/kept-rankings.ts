import { diffRuns } from '@/shared/domain/matching/diff-runs';
import type { MatchRun } from '@/shared/domain/matching/records';
import type { MatchDiff, MatchRunSummary } from '@/shared/domain/matching/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { requireDesk } from '@/shared/usecases/access/require';
import type { Deps } from '@/shared/usecases/deps';

/** Rankings of a job that are listed at most. */
const MOST_RUNS = 50;

/** Rankings of a job that were kept, newest first. */
export const keptRankings = (
  deps: Pick<Deps, 'matches'>,
  actor: Actor,
  jobId: Id,
): Promise<readonly MatchRunSummary[]> => deps.matches.runs(actor, jobId, MOST_RUNS);

/** Keeps the best of a job as they stand now, to compare the next ranking with. Errors: NOT_FOUND; FORBIDDEN for a guest. */
export async function keepRanking(
  deps: Pick<Deps, 'store' | 'matching' | 'matches'>,
  actor: Actor,
  jobId: Id,
): Promise<MatchRunSummary> {
  const best = await deps.matching.best(actor, jobId);
  // One of those a guest is shown would be compared with one of everybody.
  requireDesk(actor);
  const id = newId();
  await deps.store.commit({
    actor,
    action: 'match.ranked',
    changes: [{ op: 'insert', entity: 'matchRun', row: { id, jobId, ...best } }],
  });
  const kept = (await deps.matches.runs(actor, jobId, MOST_RUNS)).find((run) => run.id === id);
  if (kept === undefined) throw gone();
  return kept;
}

/** Who moved between two rankings of one job, the `limit` who moved farthest. Errors: NOT_FOUND; INVALID for rankings of two jobs. */
export async function diffRankings(
  deps: Pick<Deps, 'matches'>,
  actor: Actor,
  asked: { readonly before: Id; readonly after: Id; readonly limit: number },
): Promise<MatchDiff> {
  const before = await deps.matches.run(actor, asked.before);
  const after = await deps.matches.run(actor, asked.after);
  if (before === null || after === null) throw gone();
  if (before.jobId !== after.jobId) {
    throw new AppError('INVALID', 'These are rankings of two jobs.');
  }
  const known = await deps.matches.runs(actor, before.jobId, MOST_RUNS);
  const summaryOf = (run: MatchRun): MatchRunSummary =>
    known.find(({ id }) => id === run.id) ?? {
      id: run.id,
      createdAt: run.createdAt,
      byName: '',
      compared: run.compared,
      kept: run.ranking.length,
    };
  const ids = [...before.ranking, ...after.ranking].map(({ candidateId }) => candidateId);
  const diff = diffRuns(before, after, await deps.matches.people(actor, [...new Set(ids)]));
  return {
    ...diff,
    before: summaryOf(before),
    after: summaryOf(after),
    people: diff.people.slice(0, asked.limit),
  };
}

const gone = (): AppError => new AppError('NOT_FOUND', 'This ranking is not there any more.');
