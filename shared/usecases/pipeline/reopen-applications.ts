import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { squeeze } from '@/shared/kit/text';
import { type Seen, type StepDeps, type StepsTaken, takeStep } from './take-step';

/**
 * Takes rejected and withdrawn applications back into review, for a reason that stays with them. Errors: NOT_FOUND, CONFLICT; ILLEGAL_MOVE
 * for one that is in the running; INVALID without a reason.
 */
export async function reopenApplications(
  deps: StepDeps,
  actor: Actor,
  input: { readonly applications: readonly Seen[]; readonly reason: string },
): Promise<StepsTaken> {
  if (squeeze(input.reason) === '') {
    throw new AppError('INVALID', 'Say why it is reopened. Nothing was changed.');
  }
  return takeStep(deps, actor, 'application.reopened', {
    seen: input.applications,
    step: { kind: 'reopen', reason: input.reason.trim() },
  });
}
