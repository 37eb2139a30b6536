import { type RefObject, useEffect, useRef } from 'react';
import { overlayRects } from '@/renderer/features/candidates/viewer/overlay';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';

/**
 * Brings the place of the target a third down the view when it lies on this page, once for each time it is asked for: where it is is known
 * from the page's size, before the page is drawn. `size` is in the unit of the boxes.
 */
export function useReveal(
  scroller: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
  target: EvidenceTarget | null,
  page: number,
  size: { readonly width: number; readonly height: number } | null,
): void {
  const revealed = useRef<EvidenceTarget | null>(null);
  useEffect(() => {
    const [pane, sheet] = [scroller.current, frame.current];
    if (target === null || target === revealed.current || target.evidence.page !== page) return;
    if (pane === null || sheet === null || size === null) return;
    revealed.current = target;
    const mark = overlayRects(target.evidence, page, size)[0];
    const top = sheet.offsetTop + ((mark?.top ?? 0) / 100) * sheet.offsetHeight;
    const isSeen = top > pane.scrollTop + 16 && top < pane.scrollTop + pane.clientHeight - 48;
    if (!isSeen) pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 3) });
  }, [scroller, frame, target, page, size]);
}
