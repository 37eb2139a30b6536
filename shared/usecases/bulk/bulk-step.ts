import {
  actionNameOf,
  addCounts,
  type BulkAction,
  type BulkCounts,
  bulkChange,
  mayDo,
  NO_COUNTS,
  type PutAction,
  wouldChange,
} from '@/shared/domain/candidates/bulk';
import type { Change } from '@/shared/domain/history/change';
import { PARSER } from '@/shared/domain/parsing/parser';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { type BulkTarget, standingsFor } from '@/shared/usecases/bulk/bulk-target';
import type { Deps } from '@/shared/usecases/deps';
import type { ReadAnew } from '@/shared/usecases/ports/reparse-runner';
import { putSome } from '@/shared/usecases/pipeline/put-some';
import { applyReadings } from '@/shared/usecases/reparse/apply-readings';
import { lookAtCandidate } from '@/shared/usecases/reparse/look-at-candidate';

export type BulkDeps = Pick<
  Deps,
  'store' | 'candidates' | 'imports' | 'reparse' | 'clock' | 'applications' | 'matching' | 'matches'
> & {
  readonly readAnew: ReadAnew;
};

interface Step {
  readonly action: BulkAction;
  readonly target: BulkTarget;
  /** The deed that all steps make up together. */
  readonly bulkId: Id;
  /** Each once. */
  readonly ids: readonly Id[];
}

interface StepDone extends BulkCounts {
  /** The last commit of the step; null when it changed nobody. */
  readonly commitId: Id | null;
}

/** Somebody may change one of them between reading and writing; then the step is decided anew. */
const MOST_ATTEMPTS = 3;

/**
 * Does one step of a bulk deed: all of it in one commit, but résumés are read anew one candidate a commit.
 * Errors: CONFLICT after three attempts, those of the store, the signal's reason.
 */
export async function bulkStep(
  deps: BulkDeps,
  actor: Actor,
  step: Step,
  signal: AbortSignal,
): Promise<StepDone> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { action } = step;
      if (action.kind === 'put-on-job') return await putStep(deps, actor, step, action);
      return await (action.kind === 'reparse'
        ? readAnewStep(deps, actor, step, signal)
        : rowStep(deps, actor, step));
    } catch (error) {
      if (!isAppError(error) || error.code !== 'CONFLICT' || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function rowStep(deps: BulkDeps, actor: Actor, step: Step): Promise<StepDone> {
  const { action, target, bulkId, ids } = step;
  const standings = await standingsFor(deps, actor, step, ids);
  const context = { tie: target.tie, now: nowIso(deps.clock), newId, actorId: actor.id };
  const allowed = standings.filter((standing) => mayDo(action, standing));
  const changes = allowed.flatMap((standing): readonly Change[] => {
    const change = bulkChange(action, standing, context);
    return change === null ? [] : [change];
  });
  const counts = {
    ...NO_COUNTS,
    changed: changes.length,
    already: allowed.length - changes.length,
    gone: ids.length - standings.length,
    refused: standings.length - allowed.length,
  };
  if (changes.length === 0) return { ...counts, commitId: null };
  const { commitId } = await deps.store.commit({
    actor,
    action: actionNameOf(action),
    partOf: bulkId,
    changes: [...target.first, ...changes],
  });
  return { ...counts, commitId };
}

const putStep = async (
  deps: BulkDeps,
  actor: Actor,
  { ids, bulkId }: Step,
  action: PutAction,
): Promise<StepDone> => putSome(deps, actor, { action, ids, partOf: bulkId });

/** Takes what the parser of today reads in their résumés, for those that an older one read. */
async function readAnewStep(
  deps: BulkDeps,
  actor: Actor,
  step: Step,
  signal: AbortSignal,
): Promise<StepDone> {
  const standings = await standingsFor(deps, actor, step, step.ids);
  let counts: BulkCounts = { ...NO_COUNTS, gone: step.ids.length - standings.length };
  let commitId: Id | null = null;
  for (const standing of standings) {
    if (!mayDo(step.action, standing)) {
      counts = addCounts(counts, { ...NO_COUNTS, refused: 1 });
      continue;
    }
    const { candidateId } = standing;
    const look = wouldChange(step.action, standing)
      ? await lookAtCandidate(deps, candidateId, PARSER.version, signal)
      : null;
    if (look === null) {
      counts = addCounts(counts, { ...NO_COUNTS, already: 1 });
      continue;
    }
    const { readings } = look;
    ({ commitId } = await applyReadings(deps, actor, {
      candidateId,
      readings,
      partOf: step.bulkId,
    }));
    counts = addCounts(counts, { ...NO_COUNTS, changed: 1 });
  }
  return { ...counts, commitId };
}
