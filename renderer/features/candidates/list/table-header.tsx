import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import {
  boundedWidth,
  COLUMN_WIDTHS,
  type ColumnId,
} from '@/renderer/features/candidates/list/column-order';
import { useColumnLooks } from '@/renderer/features/candidates/list/columns';
import type { Sort, SortKey } from '@/renderer/features/candidates/list/list-search';
import { setListView, useListView } from '@/renderer/features/candidates/list/list-view';
import type { ChosenHere } from '@/renderer/features/candidates/list/selection';
import { useMayChoose } from '@/renderer/features/candidates/list/use-selection-actions';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Checkbox } from '@/renderer/ui/toggles';

interface Props {
  readonly shown: readonly ColumnId[];
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
  readonly chosen: ChosenHere;
  readonly onToggleAll: (shown: ChosenHere) => void;
}

/** The titles of the columns, which stay in sight; a click sorts, their edges are dragged. */
export const TableHeader = memo(function TableHeader({
  shown,
  sort,
  onSort,
  chosen,
  onToggleAll,
}: Props) {
  const t = useText();
  const mayChoose = useMayChoose();
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 min-w-full [grid-template-columns:var(--columns)] items-center text-sm text-ink-3"
      >
        <div
          role="columnheader"
          aria-label={t('candidates.column.selection')}
          className="sticky left-0 z-2 flex h-full items-center bg-canvas pl-3"
        >
          {mayChoose ? (
            <Checkbox
              aria-label={t('candidates.select-all')}
              isSelected={chosen === 'all'}
              isIndeterminate={chosen === 'some'}
              onChange={() => onToggleAll(chosen)}
            />
          ) : null}
        </div>
        {shown.map((id) => (
          <Title key={id} id={id} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
});

interface TitleProps {
  readonly id: ColumnId;
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
}

function Title({ id, sort, onSort }: TitleProps) {
  const { title, sort: by, isNumber } = useColumnLooks()(id);
  const isSorted = by !== null && sort.by === by;
  const Arrow = sort.direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      data-column={id}
      aria-sort={!isSorted ? 'none' : sort.direction === 'asc' ? 'ascending' : 'descending'}
      className={cx(
        'group/title relative flex h-full min-w-0 items-center px-2',
        // Half of it would stick out of the table, which would scroll for it.
        'last:*:[[role=separator]]:right-0',
        id === 'name' && 'sticky left-9 z-1 bg-canvas',
        isNumber && 'justify-end',
      )}
    >
      {by === null ? (
        <span className="truncate">{title}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSort(by)}
          className={cx(
            '-mx-1 flex h-6 min-w-0 items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink',
            isSorted && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{title}</span>
          {isSorted ? <Arrow size={12} aria-hidden className="shrink-0" /> : null}
        </button>
      )}
      <Edge id={id} title={title} />
    </div>
  );
}

/** How far an arrow key moves the edge of a column, in px. */
const STEP = 16;

/** The right edge of a column, to drag or to move with the arrow keys; a double click or Delete gives the column its own width back. */
function Edge({ id, title }: { readonly id: ColumnId; readonly title: string }) {
  const t = useText();
  const width = useListView((view) => view.widths[id]);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const from = event.clientX;
    const before = widthOf(edge);
    edge.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent): void =>
      setWidth(id, before + move.clientX - from);
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener(
      'lostpointercapture',
      () => edge.removeEventListener('pointermove', onMove),
      { once: true },
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const before = widthOf(event.currentTarget);
    if (event.key === 'ArrowRight') setWidth(id, before + STEP);
    else if (event.key === 'ArrowLeft') setWidth(id, before - STEP);
    else if (event.key === 'Delete') setWidth(id, null);
    else return;
    event.preventDefault();
  };
  return (
    // The one role there is for an edge that moves; it takes the keyboard as such edges do.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('filters.columns.width', { name: title })}
      aria-valuemin={COLUMN_WIDTHS.least}
      aria-valuemax={COLUMN_WIDTHS.most}
      aria-valuenow={width ?? COLUMN_WIDTHS.least}
      aria-valuetext={width === undefined ? t('filters.columns.own-width') : `${width}`}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onDoubleClick={() => setWidth(id, null)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -right-1 z-1 flex w-2 cursor-col-resize touch-none justify-center -outline-offset-2"
    >
      <span aria-hidden className="my-2 w-px bg-transparent group-hover/title:bg-line-strong" />
    </div>
  );
}

const widthOf = (edge: HTMLElement): number =>
  edge.closest<HTMLElement>('[data-column]')?.offsetWidth ?? COLUMN_WIDTHS.least;

function setWidth(id: ColumnId, width: number | null): void {
  const { [id]: _, ...others } = useListView.getState().widths;
  setListView({ widths: width === null ? others : { ...others, [id]: boundedWidth(width) } });
}
