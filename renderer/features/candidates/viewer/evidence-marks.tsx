import { overlayRects } from '@/renderer/features/candidates/viewer/overlay';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';

interface Props {
  readonly target: EvidenceTarget | null;
  readonly page: number;
  /** The page's size in the unit of the boxes. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Frames on a page around the place a value was read from. */
export function EvidenceMarks({ target, page, size }: Props) {
  if (target === null) return null;
  return overlayRects(target.evidence, page, size).map((rect) => (
    <div
      key={`${rect.left}:${rect.top}`}
      aria-hidden
      data-evidence
      className="pointer-events-none absolute z-2 rounded-sm bg-[rgb(69_80_201/0.16)] outline-2 outline-[rgb(69_80_201/0.9)]"
      style={{
        left: `${rect.left}%`,
        top: `${rect.top}%`,
        width: `${rect.width}%`,
        height: `${rect.height}%`,
      }}
    />
  ));
}
