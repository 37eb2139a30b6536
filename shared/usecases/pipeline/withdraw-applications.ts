import type { Application } from '@/shared/domain/pipeline/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Seen, type StepDeps, type StepsTaken, takeStep } from './take-step';

/** Takes applications out of the running because the candidates say no. Errors: NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
export const withdrawApplications = (
  deps: StepDeps,
  actor: Actor,
  input: {
    readonly applications: readonly Seen[];
    readonly reason: NonNullable<Application['withdrawnReason']>;
    readonly note: string | null;
  },
): Promise<StepsTaken> =>
  takeStep(deps, actor, 'application.withdrawn', {
    seen: input.applications,
    step: { kind: 'withdraw', reason: input.reason, note: input.note },
  });
