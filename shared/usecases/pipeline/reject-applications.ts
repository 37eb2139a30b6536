import type { Application } from '@/shared/domain/pipeline/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Seen, type StepDeps, type StepsTaken, takeStep } from './take-step';

/** Takes applications out of the running because the desk or the client says no. Errors: NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
export const rejectApplications = (
  deps: StepDeps,
  actor: Actor,
  input: {
    readonly applications: readonly Seen[];
    readonly reason: NonNullable<Application['rejectedReason']>;
    readonly note: string | null;
  },
): Promise<StepsTaken> =>
  takeStep(deps, actor, 'application.rejected', {
    seen: input.applications,
    step: { kind: 'reject', reason: input.reason, note: input.note },
  });
