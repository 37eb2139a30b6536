import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowRange } from '@/renderer/features/candidates/list/row-pages';

/** Rows drawn beyond those in sight, on both sides, while the list is scrolled. */
const BEYOND = 6;
/** The same at the top of a list, where it is until somebody scrolls: with each letter typed all of them are drawn anew. */
const BEYOND_AT_TOP = 1;
/**
 * What bars above the list take of the window's height at least, in px: a guess for the first drawing, before it is laid out. A window that
 * is not shown yet has no height; it is not higher than the screen.
 */
const BARS = 96;

interface Rows {
  readonly count: number;
  /** Of each row, in px. */
  readonly height: number;
  /** Height of what stays in sight above them, in px. */
  readonly above: number;
  /** How far the list is scrolled when it appears, in px. */
  readonly scrollTop: () => number;
}

interface Sight {
  readonly top: number;
  readonly height: number;
}

/**
 * Which rows of a scrolled list are to be drawn, and a way to bring one into sight. All are equally high, so this is a division, whereas
 * a list of any heights keeps the place of each of 100,000 rows and makes all of it anew with every search.
 */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  { count, height, above, scrollTop }: Rows,
): RowRange & { readonly scrollTo: (index: number) => void } {
  const [sight, setSight] = useState<Sight>(() => ({
    top: scrollTop(),
    height: (innerHeight || screen.availHeight) - BARS - above,
  }));
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let size = 0;
    const look = (): void => {
      const next = { top: element.scrollTop, height: size - above };
      setSight((before) => (isSameRange(before, next, height) ? before : next));
    };
    // In the frame in which it is scrolled: later there would be a gap where rows belong.
    const onScroll = (): void => flushSync(look);
    const sizes = new ResizeObserver(([entry]) => {
      size = entry?.contentRect.height ?? size;
      look();
    });
    sizes.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, height, above]);
  const scrollTo = (index: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const highest = index * height;
    const lowest = (index + 1) * height + above - element.clientHeight;
    if (element.scrollTop > highest) element.scrollTo({ top: highest });
    else if (element.scrollTop < lowest) element.scrollTo({ top: lowest });
  };
  return { ...rowsInSight(sight, height, count), scrollTo };
}

/** The rows to draw for what is in sight of `count` rows. */
export function rowsInSight({ top, height }: Sight, rowHeight: number, count: number): RowRange {
  const beyond = top > 0 ? BEYOND : BEYOND_AT_TOP;
  // Of a list that has become shorter the end, until the scroll bar has followed.
  const first = Math.min(Math.floor(Math.max(0, top) / rowHeight), Math.max(0, count - 1));
  const last = Math.ceil((Math.max(0, top) + Math.max(0, height)) / rowHeight);
  return {
    start: Math.max(0, first - beyond),
    end: Math.max(0, Math.min(count, Math.max(last, first + 1) + beyond)),
  };
}

function isSameRange(before: Sight, next: Sight, rowHeight: number): boolean {
  const was = rowsInSight(before, rowHeight, Number.MAX_SAFE_INTEGER);
  const is = rowsInSight(next, rowHeight, Number.MAX_SAFE_INTEGER);
  return was.start === is.start && was.end === is.end;
}
