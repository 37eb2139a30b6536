import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { useBoardState } from '@/renderer/features/pipeline/board/board-state';
import type { Id } from '@/shared/kit/ids';

/** So far the hand moves before a press is a drag, in px. */
const THRESHOLD = 5;
/** So near the edge of the board it scrolls, in px, and so fast, in px a frame. */
const EDGE = 48;
const SPEED = 14;

interface Drop {
  readonly ids: readonly Id[];
  readonly columnId: string;
}

interface Options {
  readonly board: RefObject<HTMLDivElement | null>;
  /** What follows the hand; moved by its style, without anything being drawn anew. */
  readonly ghost: RefObject<HTMLDivElement | null>;
  /** What the ghost says. */
  readonly describe: (ids: readonly Id[]) => string;
  /** Whether these may be dropped on a column. */
  readonly accepts: (ids: readonly Id[], columnId: string) => boolean;
  readonly onDrop: (drop: Drop) => void;
}

/**
 * Drags cards with plain pointer events. While the hand moves, nothing of React is drawn: the ghost's place and the marks of the columns
 * are set on their elements, at most once a frame. Escape lets go.
 */
export function useCardDrag(options: Options): (event: PointerEvent) => void {
  const current = useRef(options);
  useEffect(() => {
    current.current = options;
  });
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  return useCallback((event: PointerEvent) => {
    const { board, ghost } = current.current;
    const id = cardOf(event.target);
    if (event.button !== 0 || event.ctrlKey || event.metaKey || id === null) return;
    const from = { x: event.clientX, y: event.clientY };
    let hand = from;
    let ids: readonly Id[] | null = null;
    let over: HTMLElement | null = null;
    /** Where the columns are, measured once: asking while marks are set would lay the board out anew in every frame. */
    let columns: readonly Place[] = [];
    let scrolled = 0;
    let frame = 0;

    const begin = (): void => {
      const { chosen } = useBoardState.getState();
      ids = chosen.has(id) ? [...chosen] : [id];
      columns = placesIn(board.current);
      scrolled = board.current?.scrollLeft ?? 0;
      for (const { element: column } of columns) {
        const accepts = current.current.accepts(ids, column.dataset['column'] ?? '');
        column.dataset['drop'] = accepts ? 'yes' : 'no';
      }
      if (ghost.current) {
        ghost.current.textContent = current.current.describe(ids);
        ghost.current.hidden = false;
      }
      document.body.style.cursor = 'grabbing';
    };
    const paint = (): void => {
      frame = 0;
      if (ids === null) return;
      const isScrolling = scrollAtEdge(board.current, hand.x);
      const at = { x: hand.x + (board.current?.scrollLeft ?? 0) - scrolled, y: hand.y };
      const under = columns.find(({ box }) => contains(box, at))?.element;
      if (ghost.current) {
        ghost.current.style.transform = `translate(${hand.x + 12}px, ${hand.y + 8}px)`;
      }
      const next = under?.dataset['drop'] === 'yes' ? under : null;
      if (next !== over) {
        delete over?.dataset['over'];
        if (next) next.dataset['over'] = 'yes';
        over = next;
      }
      if (isScrolling) frame = requestAnimationFrame(paint);
    };
    const onMove = (moved: globalThis.PointerEvent): void => {
      hand = { x: moved.clientX, y: moved.clientY };
      if (ids === null && Math.hypot(hand.x - from.x, hand.y - from.y) < THRESHOLD) return;
      if (ids === null) begin();
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    const onUp = (): void => {
      const dropped = ids !== null && over !== null ? { ids, over } : null;
      const wasDragged = ids !== null;
      end.current();
      // The click that ends a drag opens no link.
      if (wasDragged) {
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      }
      if (dropped) {
        const columnId = dropped.over.dataset['column'] ?? '';
        current.current.onDrop({ ids: dropped.ids, columnId });
      }
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || ids === null) return;
      key.preventDefault();
      key.stopPropagation();
      end.current();
    };
    end.current = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end.current);
      window.removeEventListener('keydown', onKey, { capture: true });
      for (const { element: column } of columns) {
        delete column.dataset['drop'];
        delete column.dataset['over'];
      }
      if (ghost.current) ghost.current.hidden = true;
      document.body.style.cursor = '';
      ids = null;
      over = null;
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end.current);
    window.addEventListener('keydown', onKey, { capture: true });
  }, []);
}

const swallow = (event: MouseEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

const cardOf = (target: EventTarget): Id | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null)
    : null;

interface Place {
  readonly element: HTMLElement;
  readonly box: DOMRect;
}

const placesIn = (board: HTMLElement | null): readonly Place[] =>
  [...(board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));

const contains = (
  { left, right, top, bottom }: DOMRect,
  { x, y }: { readonly x: number; readonly y: number },
): boolean => x >= left && x <= right && y >= top && y <= bottom;

function scrollAtEdge(board: HTMLDivElement | null, x: number): boolean {
  if (board === null) return false;
  const { left, right } = board.getBoundingClientRect();
  const step = x < left + EDGE ? -SPEED : x > right - EDGE ? SPEED : 0;
  if (step === 0) return false;
  const before = board.scrollLeft;
  board.scrollLeft = before + step;
  return board.scrollLeft !== before;
}
