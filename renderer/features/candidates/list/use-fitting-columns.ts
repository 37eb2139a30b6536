import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type ColumnId, fittingColumns } from '@/renderer/features/candidates/list/column-order';
import { useColumnLooks } from '@/renderer/features/candidates/list/columns';
import type { SortKey } from '@/renderer/features/candidates/list/list-search';
import { useListView } from '@/renderer/features/candidates/list/list-view';

/** Beside the columns: the boxes to tick, and the bar to scroll by, in px. */
const TAKEN = 36 + 16;

/**
 * The columns of the table while something beside it takes its place: those that fit, as sideways one would scroll for what the preview
 * shows anyway. With nothing beside it, all that were chosen.
 */
export function useFittingColumns(
  shown: readonly ColumnId[],
  sortedBy: SortKey,
  place: RefObject<HTMLElement | null>,
  isShared: boolean,
): readonly ColumnId[] {
  const lookOf = useColumnLooks();
  const widths = useListView((view) => view.widths);
  const width = useWidth(place, isShared);
  return useMemo(() => {
    if (!isShared || width === null) return shown;
    const sorted = shown.find((id) => lookOf(id).sort === sortedBy) ?? null;
    // A track is a width in px, or a least width in px and a share.
    const leastOf = (id: ColumnId): number =>
      widths[id] ?? Number(/\d+/.exec(lookOf(id).width)?.[0] ?? 0);
    return fittingColumns(shown, sorted, leastOf, width - TAKEN);
  }, [shown, sortedBy, isShared, width, widths, lookOf]);
}

/** How wide it is while that matters, in px, known before it is painted; else null. */
function useWidth(place: RefObject<HTMLElement | null>, matters: boolean): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!matters || element === null) return;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, matters]);
  return matters ? width : null;
}
