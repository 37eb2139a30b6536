import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '@/renderer/lib/cx';
import { useCurrent } from '@/renderer/lib/use-current';

interface Props {
  readonly label: string;
  /** All rows there are, read already or not. */
  readonly count: number;
  /** Height of one row in px; all are as high. */
  readonly rowHeight: number;
  readonly rowKey: (index: number) => string;
  /** The cells of a row: elements with `role="cell"`, laid out by `rowClassName`. */
  readonly renderRow: (index: number) => ReactNode;
  readonly rowClassName: string;
  /** Titles of the columns, laid out by `rowClassName` too. */
  readonly columns: readonly (string | ColumnTitle)[];
  /** Called with the last row in sight, to read more before one gets there. */
  readonly onReach?: (index: number) => void;
  /** Called when the first rows are there to be given the keyboard. */
  readonly onShown?: () => void;
  readonly className?: string;
}

/** A title that looks otherwise than the others, or that only screen readers need. */
interface ColumnTitle {
  readonly title: string;
  readonly className?: string;
  readonly isHidden?: boolean;
}

/**
 * A table of any length of which only the rows in sight exist. One row is in the tab order; arrows, Page Up and Down, Home and
 * End move it, Enter follows the row's first link, Space or X ticks its box, and Tab goes on to the controls
 * inside the row.
 */
export function VirtualRows({
  label,
  count,
  rowHeight,
  rowKey,
  renderRow,
  rowClassName,
  columns,
  onReach,
  onShown,
  className,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const isShown = rows.length > 0;
  const tellShown = useCurrent(onShown);

  useEffect(() => {
    onReach?.(last);
  }, [last, onReach]);
  useEffect(() => {
    if (isShown) tellShown()?.();
  }, [isShown, tellShown]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus();
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const row =
      event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined
        ? event.target
        : null;
    if (row === null) return;
    if (event.key === 'Enter') {
      row.querySelector<HTMLElement>('a, button')?.click();
      return;
    }
    const box = row.querySelector<HTMLElement>('input[type=checkbox]');
    if (box !== null && (event.key === ' ' || event.key === 'x')) {
      event.preventDefault();
      box.click();
      return;
    }
    const next = nextRow(event.key, Math.min(active, count - 1), page, count);
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    virtualizer.scrollToIndex(next);
    setActive(next);
  };

  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      className={cx('flex min-h-0 flex-1 flex-col', className)}
    >
      {/* The scroll bar takes its room from the rows: the titles leave as much free. */}
      <div
        role="rowgroup"
        className="shrink-0 overflow-y-hidden border-b border-line [scrollbar-gutter:stable]"
      >
        <div
          role="row"
          aria-rowindex={1}
          className={cx(rowClassName, 'h-8 text-sm font-medium text-ink-3')}
        >
          {columns
            .map((column) => (typeof column === 'string' ? { title: column } : column))
            .map(({ title, className: look = '', isHidden = false }: ColumnTitle) => (
              <span key={title} role="columnheader" className={cx('truncate', look)}>
                {isHidden ? <span className="sr-only">{title}</span> : title}
              </span>
            ))}
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]"
      >
        <div
          role="presentation"
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {rows.map((row) => (
            <div
              key={rowKey(row.index)}
              role="row"
              aria-rowindex={row.index + 2}
              data-row={row.index}
              data-list={row.index === Math.min(active, count - 1) ? '' : undefined}
              tabIndex={row.index === Math.min(active, count - 1) ? 0 : -1}
              onFocus={() => setActive(row.index)}
              className={cx(
                rowClassName,
                'absolute inset-x-0 top-0 border-b border-line -outline-offset-2 hover:bg-hover',
              )}
              style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
            >
              {renderRow(row.index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where a key leads from row `from`, or null for a key that leads nowhere. */
function nextRow(key: string, from: number, page: number, count: number): number | null {
  const bounded = (row: number): number => Math.max(0, Math.min(count - 1, row));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return bounded(from + 1);
    case 'ArrowUp':
    case 'k':
      return bounded(from - 1);
    case 'PageDown':
      return bounded(from + page);
    case 'PageUp':
      return bounded(from - page);
    case 'Home':
      return 0;
    case 'End':
      return bounded(count - 1);
    default:
      return null;
  }
}
