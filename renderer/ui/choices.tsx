import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { cx } from '@/renderer/lib/cx';

interface BoardProps {
  readonly label: string;
  /** What Enter does, wherever in the board the keyboard is. */
  readonly onEnter: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Things side by side to choose from, row by row. The arrow keys go from choice to choice, Space chooses, Enter is done. */
export function ChoiceBoard({ label, onEnter, children, className }: BoardProps) {
  const board = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = event.target;
    if (!(from instanceof HTMLElement) || from.dataset.choice === undefined) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const to = neighbourOf(from, event.key, board.current);
    if (to === null) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <fieldset ref={board} aria-label={label} onKeyDown={onKeyDown} className={className}>
      {children}
    </fieldset>
  );
}

/** The choice beside, above or below: of the row above or below the one in the same column, or the one nearest to it. */
function neighbourOf(
  from: HTMLElement,
  key: string,
  board: HTMLElement | null,
): HTMLElement | null {
  const all = [...(board?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
  const [row = 0, column = 0] = placeOf(from);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const inRow = all.filter((each) => placeOf(each)[0] === row);
    return inRow[inRow.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)] ?? null;
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const rows = [...new Set(all.map((each) => placeOf(each)[0] ?? 0))].sort((a, b) => a - b);
  const next = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)];
  const there = all.filter((each) => placeOf(each)[0] === next);
  const distance = (each: HTMLElement): number => Math.abs((placeOf(each)[1] ?? 0) - column);
  return there.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

const placeOf = (choice: HTMLElement): readonly number[] =>
  (choice.dataset.choice ?? '').split('.').map(Number);

interface ChoiceProps {
  /** `one`: choosing it takes the choice from the others of its row; `any`: for itself. */
  readonly kind: 'one' | 'any';
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Something to choose on a board. */
export function Choice({
  kind,
  row,
  column,
  label,
  isChosen,
  onChoose,
  children,
  className,
}: ChoiceProps) {
  return (
    <button
      type="button"
      role={kind === 'one' ? 'radio' : 'checkbox'}
      aria-checked={isChosen}
      aria-label={label}
      data-choice={`${row}.${column}`}
      onClick={onChoose}
      className={cx(
        'flex w-full min-w-0 cursor-default items-start gap-2 rounded-md border px-2 py-1 text-left select-text',
        isChosen
          ? 'border-accent bg-accent-soft text-ink'
          : 'border-line text-ink-2 hover:bg-hover hover:text-ink',
        className,
      )}
    >
      <span
        aria-hidden
        className={cx(
          'mt-0.75 flex size-3.5 shrink-0 items-center justify-center border',
          kind === 'one' ? 'rounded-full' : 'rounded-sm',
          isChosen ? 'border-accent bg-accent' : 'border-line-control bg-raised',
        )}
      >
        {isChosen ? (
          <span
            className={cx('bg-on-accent', kind === 'one' ? 'size-1.5 rounded-full' : 'size-1.5')}
          />
        ) : null}
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </button>
  );
}
