import type { Change } from '@/shared/domain/history/change';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Stage } from './board';
import type { Application } from './records';
import { isOpenStage } from './stage-moves';
import { stepReason } from './step-reason';

/** Where an application is to stand, and what is said of it. */
export type Step =
  | { readonly kind: 'move'; readonly to: Stage; readonly columnId: string | null }
  | {
      readonly kind: 'reject';
      readonly reason: NonNullable<Application['rejectedReason']>;
      readonly note: string | null;
    }
  | {
      readonly kind: 'withdraw';
      readonly reason: NonNullable<Application['withdrawnReason']>;
      readonly note: string | null;
    }
  | { readonly kind: 'reopen'; readonly reason: string };

/** The stage that a step leads to. */
export function stageOf(step: Step): Stage {
  switch (step.kind) {
    case 'move':
      return step.to;
    case 'reject':
      return 'rejected';
    case 'withdraw':
      return 'withdrawn';
    case 'reopen':
      return 'in_review';
  }
}

/** Whether a move leads to where an application stands. Saying no, or yes again, a second time is never so: that is refused. */
export const standsThere = (application: Application, step: Step): boolean =>
  step.kind === 'move' && application.stage === step.to && application.columnId === step.columnId;

interface StepContext {
  readonly now: Instant;
  readonly byName: string;
  readonly newId: () => Id;
}

/**
 * The rows of a step that is allowed. Between two columns of one stage nothing but the column changes: the stage is as old as it was, and
 * no step is counted.
 */
export function planStep(
  application: Application,
  step: Step,
  { now, byName, newId }: StepContext,
): readonly Change[] {
  const { id, version, candidateId, jobId, stage: fromStage } = application;
  const toStage = stageOf(step);
  const columnId = step.kind === 'move' ? step.columnId : null;
  if (fromStage === toStage) {
    return [{ op: 'update', entity: 'application', id, version, patch: { columnId } }];
  }
  return [
    {
      op: 'update',
      entity: 'application',
      id,
      version,
      patch: {
        stage: toStage,
        columnId,
        stageSince: now,
        rejectedReason: step.kind === 'reject' ? step.reason : null,
        withdrawnReason: step.kind === 'withdraw' ? step.reason : null,
        reasonNote: step.kind === 'reject' || step.kind === 'withdraw' ? step.note : null,
        selectedAt: toStage === 'selected' ? now : null,
      },
    },
    {
      op: 'insert',
      entity: 'stageEvent',
      row: {
        id: newId(),
        applicationId: id,
        candidateId,
        jobId,
        fromStage,
        toStage,
        at: now,
        byName,
        reason: reasonOf(step),
      },
    },
  ];
}

function reasonOf(step: Step): string | null {
  switch (step.kind) {
    case 'move':
      return null;
    case 'reopen':
      return step.reason;
    default:
      return stepReason(step.reason, step.note);
  }
}

/** Whether a step needs its own words: nobody is moved out of the running, or back into it, by a plain move. */
export const isPlainMove = (from: Stage, to: Stage): boolean =>
  isOpenStage(from) && isOpenStage(to);
