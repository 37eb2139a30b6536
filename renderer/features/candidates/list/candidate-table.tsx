import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import { useFocusOnArrival } from '@/renderer/app/list-focus';
import type { ColumnId } from '@/renderer/features/candidates/list/column-order';
import { useCells, useColumnLooks } from '@/renderer/features/candidates/list/columns';
import type { Sort, SortKey } from '@/renderer/features/candidates/list/list-search';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';
import { DIMMED_AFTER, useListView } from '@/renderer/features/candidates/list/list-view';
import { type RowRange, rowAt } from '@/renderer/features/candidates/list/row-pages';
import {
  type ChosenHere,
  isChosen,
  type Selection,
} from '@/renderer/features/candidates/list/selection';
import { TableHeader } from '@/renderer/features/candidates/list/table-header';
import { PlaceholderRow, TableRow } from '@/renderer/features/candidates/list/table-row';
import { useMayChoose } from '@/renderer/features/candidates/list/use-selection-actions';
import { useRowsInSight } from '@/renderer/features/candidates/list/use-rows-in-sight';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { useLate } from '@/renderer/lib/use-late';
import type { CandidateRow } from '@/shared/domain/candidates/views';

/** Heights in px; the second line holds the piece of the CV that was found. */
const ROW_HEIGHTS = { comfortable: 40, compact: 32 } as const;
const SNIPPET_LINE = 22;
const HEADER_HEIGHT = 32;
const CHECK_WIDTH = '36px';

interface Props {
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>;
  readonly total: number;
  readonly shown: readonly ColumnId[];
  readonly density: keyof typeof ROW_HEIGHTS;
  readonly hasSnippets: boolean;
  readonly sort: Sort;
  readonly isOld: boolean;
  /** Says which search the list shows, for the selection. */
  readonly listKey: string;
  readonly onRange: (range: RowRange) => void;
  readonly onSort: (by: SortKey) => void;
  readonly onOpen: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onRangeTo: (index: number) => void;
  readonly onToggleAll: (shown: ChosenHere) => void;
}

/** The table of candidates: any number of rows, of which only those in sight exist. The grid holds the focus, not its rows. */
export const CandidateTable = memo(function CandidateTable({
  pages,
  total,
  shown,
  listKey,
  onRange,
  ...props
}: Props) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const active = useListState((state) => state.active);
  const selection = useListState((state) => state.selection);
  const mayChoose = useMayChoose();
  const isChosenHere = (id: string): boolean => isChosen(selection, id, listKey);
  const rowHeight = ROW_HEIGHTS[props.density] + (props.hasSnippets ? SNIPPET_LINE : 0);
  const { start, end, scrollTo } = useRowsInSight(scroller, {
    count: total,
    height: rowHeight,
    above: HEADER_HEIGHT,
    scrollTop: () => useListState.getState().scrollTop,
  });
  useEffect(() => onRange({ start, end }), [onRange, start, end]);
  useActiveInSight(scrollTo, active);
  useScrollMemory(scroller);
  useFocusOnArrival();

  const cells = useCells(shown);
  const chosen = useMemo(
    () => chosenHere(selection, listKey, pages, total),
    [selection, listKey, pages, total],
  );
  const template = useTemplate(shown);
  const isLate = useLate(DIMMED_AFTER, props.isOld);
  const activeRow = rowAt(pages, active);

  return (
    <div
      ref={scroller}
      role="grid"
      data-list
      // The grid takes the focus and names its active row, so that rows may come and go under it.
      // A grid is operated by the keyboard.
      tabIndex={0}
      aria-label={t('candidates.list')}
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-busy={props.isOld}
      aria-activedescendant={activeRow === null ? undefined : `row-${active}`}
      className="group/grid relative min-h-0 flex-1 overflow-auto outline-none"
    >
      {/* Rows take their tracks from here: a column that is dragged wider draws none of them anew. */}
      <div className="min-w-fit" style={template}>
        <TableHeader
          shown={shown}
          sort={props.sort}
          onSort={props.onSort}
          chosen={chosen}
          onToggleAll={props.onToggleAll}
        />
        <div
          role="rowgroup"
          className={cx('relative', isLate && 'opacity-60')}
          style={{ height: total * rowHeight }}
        >
          {Array.from({ length: end - start }, (_, offset) => {
            const index = start + offset;
            const row = rowAt(pages, index);
            const place = { index, top: index * rowHeight, height: rowHeight };
            return row === null ? (
              <PlaceholderRow key={index} {...place} columns={shown.length} />
            ) : (
              <TableRow
                key={index}
                {...place}
                row={row}
                cells={cells}
                isActive={index === active}
                isSelected={isChosenHere(row.id)}
                hasSnippets={props.hasSnippets}
                mayChoose={mayChoose}
                onOpen={props.onOpen}
                onToggle={props.onToggle}
                onRangeTo={props.onRangeTo}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
});

/** Whether everybody of the list is chosen, some may be, or nobody is. Of a list that is not read whole that is only guessed. */
function chosenHere(
  selection: Selection,
  listKey: string,
  pages: Props['pages'],
  total: number,
): ChosenHere {
  if (selection.kind === 'search') {
    if (selection.key !== listKey) return 'none';
    return selection.except.size === 0 ? 'all' : 'some';
  }
  if (selection.ids.size === 0) return 'none';
  const rows = [...pages.values()].flat();
  if (rows.length < total) {
    const areAll = selection.ids.size >= total && rows.every((row) => selection.ids.has(row.id));
    return areAll ? 'all' : 'some';
  }
  const count = rows.filter((row) => selection.ids.has(row.id)).length;
  return count === 0 ? 'none' : count < total ? 'some' : 'all';
}

/** The tracks of the grid, as a style: the widths set by hand, and for the rest what each column takes by itself. */
function useTemplate(shown: readonly ColumnId[]): CSSProperties {
  const lookOf = useColumnLooks();
  const widths = useListView((view) => view.widths);
  return useMemo(() => {
    const tracks = shown.map((id) => {
      const width = widths[id];
      return width === undefined ? lookOf(id).width : `${width}px`;
    });
    // A custom property, which the type of styles does not know.
    return { '--columns': [CHECK_WIDTH, ...tracks].join(' ') } as CSSProperties;
  }, [shown, widths, lookOf]);
}

/** Scrolls the active row into sight when the keys move it, here or on a candidate's page, and only then. */
function useActiveInSight(scrollTo: (index: number) => void, active: number): void {
  const seen = useRef(useListState.getState().activeSeen);
  useEffect(() => {
    if (seen.current === active) return;
    seen.current = active;
    setListState({ activeSeen: active });
    scrollTo(active);
  }, [scrollTo, active]);
}

/** Remembers how far the list was scrolled, for when one comes back; another list starts at its top. */
function useScrollMemory(scroller: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // Known without asking the element, which would lay out the whole page in the middle of a key.
    let at = 0;
    const onScroll = (): void => {
      at = element.scrollTop;
      setListState({ scrollTop: at });
    };
    const restore = (): void => {
      const { scrollTop } = useListState.getState();
      if (scrollTop !== at) element.scrollTo({ top: scrollTop });
    };
    restore();
    element.addEventListener('scroll', onScroll, { passive: true });
    const stop = useListState.subscribe((now, before) => {
      if (now.request !== before.request) restore();
    });
    return () => {
      element.removeEventListener('scroll', onScroll);
      stop();
    };
  }, [scroller]);
}
