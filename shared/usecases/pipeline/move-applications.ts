import type { OpenStage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { AppError } from '@/shared/kit/app-error';
import { findApplications, type Seen, type StepDeps, type StepsTaken, takeStep } from './take-step';

/**
 * Moves applications of one job to a stage, and to a column of its board. Errors: NOT_FOUND; CONFLICT when one of them was moved in the
 * meantime; ILLEGAL_MOVE; INVALID for a column that the job's board does not have at that stage.
 */
export async function moveApplications(
  deps: StepDeps,
  actor: Actor,
  input: {
    readonly applications: readonly Seen[];
    readonly to: OpenStage;
    readonly columnId: string | null;
  },
): Promise<StepsTaken> {
  const { to, columnId } = input;
  if (columnId !== null) await refuseUnknownColumn(deps, actor, input.applications, to, columnId);
  return takeStep(deps, actor, 'application.moved', {
    seen: input.applications,
    step: { kind: 'move', to, columnId },
  });
}

async function refuseUnknownColumn(
  deps: StepDeps,
  actor: Actor,
  seen: readonly Seen[],
  to: OpenStage,
  columnId: string,
): Promise<void> {
  const ids = [...new Set(seen.map(({ id }) => id))];
  const jobIds: ReadonlySet<Id> = new Set(
    (await findApplications(deps, actor, ids, 'application.decide')).map(({ jobId }) => jobId),
  );
  for (const jobId of jobIds) {
    const job = await deps.candidates.record(actor, 'job', jobId);
    if (job?.board?.some(({ id, stage }) => id === columnId && stage === to)) continue;
    throw new AppError('INVALID', 'The board has no such column any more. Nothing was changed.');
  }
}
