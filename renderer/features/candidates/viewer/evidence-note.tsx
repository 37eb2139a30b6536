import type { EvidenceTarget, ViewMode } from '@/renderer/features/candidates/viewer/target';
import { useText } from '@/renderer/lib/text';

interface Props {
  readonly target: EvidenceTarget | null;
  readonly mode: ViewMode;
}

/** Says aloud which place is marked; the eye sees the mark itself, or why there is none. */
export function EvidenceMarksNote({ target, mode }: Props) {
  const t = useText();
  const hasNoBoxes = target !== null && mode === 'original' && target.evidence.boxes.length === 0;
  return (
    <p
      role="status"
      className={
        hasNoBoxes ? 'border-b border-line bg-canvas px-4 py-1.5 text-sm text-ink-2' : 'sr-only'
      }
    >
      {target === null
        ? ''
        : hasNoBoxes
          ? t('candidates.viewer.no-boxes', { label: target.label })
          : t('candidates.viewer.marked', { label: target.label, page: target.evidence.page })}
    </p>
  );
}
