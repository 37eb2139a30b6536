import { Check } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { Cell } from '@/renderer/features/candidates/list/columns';
import { Marked } from '@/renderer/features/candidates/marked';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Skeleton } from '@/renderer/ui/states';
import type { CandidateRow } from '@/shared/domain/candidates/views';

interface Place {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

interface Props extends Place {
  readonly row: CandidateRow;
  /** Of the columns that are shown, in order. */
  readonly cells: readonly Cell[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly hasSnippets: boolean;
  readonly mayChoose: boolean;
  readonly onOpen: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onRangeTo: (index: number) => void;
}

/** One candidate. A click opens it; with Ctrl or ⌘ it chooses the row, with Shift the rows up to it. */
export const TableRow = memo(function TableRow({
  index,
  top,
  height,
  row,
  cells,
  isActive,
  isSelected,
  hasSnippets,
  mayChoose,
  onOpen,
  onToggle,
  onRangeTo,
}: Props) {
  const t = useText();
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey) onRangeTo(index);
    else if (event.ctrlKey || event.metaKey) onToggle(index);
    else onOpen(index);
  };
  const ground = isSelected
    ? 'bg-accent-soft'
    : isActive
      ? 'bg-sunken'
      : 'bg-canvas hover:bg-rail group-hover/row:bg-rail';
  return (
    // The grid holds the focus; Enter opens its active row.
    <div
      id={`row-${index}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive ? true : undefined}
      onClick={onClick}
      className={cx(
        // Nothing in a row changes what is around it.
        'group/row absolute inset-x-0 top-0 grid min-w-full items-center contain-strict [grid-template-columns:var(--columns)] border-b border-line text-ink-2 outline-none select-none',
        ground,
      )}
      style={{
        height,
        transform: `translateY(${top}px)`,
        gridTemplateRows: hasSnippets ? '1fr 22px' : '1fr',
      }}
    >
      <div
        role="gridcell"
        className={cx(
          'sticky left-0 z-1 row-span-full flex items-center self-stretch pl-3',
          ground,
        )}
        onClick={(event) => {
          if (!mayChoose) return;
          event.stopPropagation();
          if (event.shiftKey) onRangeTo(index);
          else onToggle(index);
        }}
        // The row says whether it is selected; this is the same for the eye and the pointer.
        {...(mayChoose && {
          'aria-label': t('candidates.select-row', { name: row.name || t('candidates.no-name') }),
        })}
      >
        {isActive ? (
          <span
            aria-hidden
            className="absolute inset-y-0 left-0 w-0.5 bg-line-strong group-focus/grid:bg-accent"
          />
        ) : null}
        {mayChoose ? (
          <span
            aria-hidden
            className={cx(
              'flex size-4 items-center justify-center rounded-sm border text-on-accent',
              isSelected ? 'border-accent bg-accent' : 'border-line-control bg-raised',
            )}
          >
            {isSelected ? <Check size={12} strokeWidth={3} /> : null}
          </span>
        ) : null}
      </div>
      {cells.map(({ id, draw }) => (
        <div
          key={id}
          role="gridcell"
          className={
            id === 'name'
              ? cx('sticky left-9 z-1 flex min-w-0 items-center self-stretch px-2', ground)
              : id === 'totalYears'
                ? 'tabular truncate px-2 text-right'
                : 'truncate px-2'
          }
        >
          {draw(row)}
        </div>
      ))}
      {hasSnippets ? <Snippet row={row} /> : null}
      {isActive ? (
        // The focus ring of the grid, on the row that the keys act on: around the grid the rows would cover it.
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 z-2 hidden shadow-[inset_0_0_0_2px_var(--accent)] group-focus-visible/grid:block"
        />
      ) : null}
    </div>
  );
});

function Snippet({ row }: { readonly row: CandidateRow }) {
  return (
    <div
      role="gridcell"
      className="sticky left-9 w-[calc(100cqw-60px)] truncate px-2 pb-1.5 text-sm text-ink-3 [grid-column:2/-1]"
    >
      {row.snippet === null ? null : <Marked text={row.snippet.text} hits={row.snippet.hits} />}
    </div>
  );
}

/** Holds the place of a row that is on its way. */
export function PlaceholderRow({
  index,
  top,
  height,
  columns,
}: Place & { readonly columns: number }) {
  const t = useText();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy
      className="absolute inset-x-0 top-0 grid min-w-full [grid-template-columns:var(--columns)] items-center border-b border-line"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-label={t('candidates.row-loading')} />
      {Array.from({ length: columns }, (_, column) => (
        // Placeholders have no identity but their place.
        <div key={column} role="gridcell" className="px-2">
          <Skeleton className={column === 0 ? 'h-3 w-32' : 'h-3 w-2/3'} />
        </div>
      ))}
    </div>
  );
}
