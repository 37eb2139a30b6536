import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import { putJudge, type PutVerdict } from '@/shared/domain/pipeline/put-on-job';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { selectedIds } from '@/shared/usecases/bulk/selected-ids';
import type { Deps } from '@/shared/usecases/deps';
import { findPutTarget } from './put-on-job';

/** So many are looked at before others get their turn on the thread. */
const BATCH = 200;
/** So many are named of those who are off limits, and of those with a warning. */
const NAMED = 50;

type Named = Pick<PutVerdict, 'offLimits'> & {
  readonly candidateId: Id;
  readonly name: string;
  readonly warnings: PutVerdict['warnings'][number][];
};

interface PutPreview {
  readonly total: number;
  /** Nothing speaks against them. */
  readonly free: number;
  readonly already: number;
  readonly offLimits: number;
  /** Of those who are not off limits. */
  readonly warned: number;
  readonly gone: number;
  readonly offLimitsNamed: Named[];
  readonly warnedNamed: Named[];
}

/** What putting a selection on a job would come to, without doing it. Errors: NOT_FOUND; INVALID for a job that takes nobody. */
export async function previewPut(
  deps: Pick<Deps, 'applications' | 'search' | 'nextTurn'>,
  actor: Actor,
  { jobId, selection }: { readonly jobId: Id; readonly selection: CandidateSelection },
  signal?: AbortSignal,
): Promise<PutPreview> {
  const target = await findPutTarget(deps, actor, jobId);
  const judge = putJudge(target);
  const ids = await selectedIds(deps, actor, selection, signal);
  const counts = { free: 0, already: 0, offLimits: 0, warned: 0, gone: 0 };
  const offLimitsNamed: Named[] = [];
  const warnedNamed: Named[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    signal?.throwIfAborted();
    const batch = ids.slice(at, at + BATCH);
    const standings = await deps.applications.putStandings(actor, target, batch);
    counts.gone += batch.length - standings.length;
    for (const standing of standings) {
      if (standing.application !== null) {
        counts.already += 1;
        continue;
      }
      // Whom the actor may only look at is not put anywhere, and in none of the counts.
      if (!standing.mayEdit) continue;
      const verdict = judge(standing);
      const named = verdict.offLimits === null ? warnedNamed : offLimitsNamed;
      if (verdict.offLimits !== null) counts.offLimits += 1;
      else if (verdict.warnings.length > 0) counts.warned += 1;
      else {
        counts.free += 1;
        continue;
      }
      if (named.length < NAMED) named.push(nameOf(verdict));
    }
    await deps.nextTurn();
  }
  return { total: ids.length, ...counts, offLimitsNamed, warnedNamed };
}

const nameOf = ({ standing, offLimits, warnings }: PutVerdict): Named => ({
  candidateId: standing.candidateId,
  name: standing.name,
  offLimits,
  warnings: [...warnings],
});
