import {
  REJECT_REASON_NAMES,
  STAGE_NAMES,
  WITHDRAW_REASON_NAMES,
} from '@/renderer/app/stage-words';
import { SOURCE_NAMES } from '@/renderer/features/candidates';
import { WORK_NAMES } from '@/renderer/features/reports/sections';
import type { Translate } from '@/renderer/lib/text';
import type { Figure } from '@/shared/domain/reports/figures';

/** What a figure counts, as the title of its list. */
export function figureName(figure: Figure, t: Translate): string {
  switch (figure.kind) {
    case 'reached':
      return t('reports.name.reached', { stage: t(STAGE_NAMES[figure.stage]) });
    case 'standing':
      return t(STAGE_NAMES[figure.stage]);
    case 'rejected':
      return t('reports.name.rejected', { reason: t(REJECT_REASON_NAMES[figure.reason]) });
    case 'withdrawn':
      return t('reports.name.withdrawn', { reason: t(WITHDRAW_REASON_NAMES[figure.reason]) });
    case 'source':
      return t('reports.name.source', {
        source: t(SOURCE_NAMES[figure.source]),
        stage: t(STAGE_NAMES[figure.reached]),
      });
    case 'left':
      return t('reports.name.left', { stage: t(STAGE_NAMES[figure.stage]) });
    case 'staying':
      return t('reports.name.staying', { stage: t(STAGE_NAMES[figure.stage]) });
    case 'stuck':
      return t('reports.name.stuck', { days: figure.days });
    case 'hired':
      return t('reports.name.hired');
    case 'filled':
      return t('reports.name.filled');
    case 'work':
      return t(WORK_NAMES[figure.work]);
  }
}
