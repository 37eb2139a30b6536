import { useCallback } from 'react';
import { REJECT_REASON_NAMES, WITHDRAW_REASON_NAMES } from '@/renderer/app/stage-words';
import { useText } from '@/renderer/lib/text';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import type { StepView } from '@/shared/domain/pipeline/views';

/** Why a step was taken, in words: one of the two lists, or what somebody wrote. Null where nothing was said. */
export function useReasonText(): (step: Pick<StepView, 'toStage' | 'reason'>) => string | null {
  const t = useText();
  return useCallback(
    ({ toStage, reason }) => {
      const rejected = REJECT_REASONS.find((one) => toStage === 'rejected' && one === reason);
      if (rejected) return t(REJECT_REASON_NAMES[rejected]);
      const withdrawn = WITHDRAW_REASONS.find((one) => toStage === 'withdrawn' && one === reason);
      return withdrawn ? t(WITHDRAW_REASON_NAMES[withdrawn]) : reason;
    },
    [t],
  );
}
