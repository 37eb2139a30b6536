import type { Evidence } from '@/shared/domain/parsing/parsed-resume';

/** A rectangle as percentages of the page it lies on, so that it stays right at every zoom. */
export interface OverlayRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Points added around a box, so that the mark frames the words instead of cutting their edges. */
const MARGIN = 1.5;

/**
 * The marks of an evidence on one page. `page` counts from 1, `size` is the page's size in the unit of the boxes.
 * Boxes that reach over the page's edge are cut there; boxes beside it give nothing.
 */
export function overlayRects(evidence: Evidence, page: number, size: Size): readonly OverlayRect[] {
  if (evidence.page !== page || size.width <= 0 || size.height <= 0) return [];
  const rects: OverlayRect[] = [];
  for (const box of evidence.boxes) {
    const left = Math.max(0, box.x - MARGIN);
    const top = Math.max(0, box.y - MARGIN);
    const right = Math.min(size.width, box.x + box.width + MARGIN);
    const bottom = Math.min(size.height, box.y + box.height + MARGIN);
    if (right <= left || bottom <= top) continue;
    rects.push({
      left: (left / size.width) * 100,
      top: (top / size.height) * 100,
      width: ((right - left) / size.width) * 100,
      height: ((bottom - top) / size.height) * 100,
    });
  }
  return rects;
}
