import { useCallback } from 'react';
import { REJECT_REASON_NAMES, WITHDRAW_REASON_NAMES } from '@/renderer/app/stage-words';
import { useText } from '@/renderer/lib/text';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import { readStepReason, stepReason } from '@/shared/domain/pipeline/step-reason';
import type { StepView } from '@/shared/domain/pipeline/views';

/** Why a step was taken, in words: one of the two lists with what was said beside it, or what somebody wrote. Null where nothing was said. */
export function useReasonText(): (step: Pick<StepView, 'toStage' | 'reason'>) => string | null {
  const t = useText();
  return useCallback(
    ({ toStage, reason: kept }) => {
      if (kept === null) return null;
      const { reason, note } = readStepReason(kept);
      const rejected = REJECT_REASONS.find((one) => toStage === 'rejected' && one === reason);
      if (rejected) return stepReason(t(REJECT_REASON_NAMES[rejected]), note);
      const withdrawn = WITHDRAW_REASONS.find((one) => toStage === 'withdrawn' && one === reason);
      return withdrawn ? stepReason(t(WITHDRAW_REASON_NAMES[withdrawn]), note) : kept;
    },
    [t],
  );
}
