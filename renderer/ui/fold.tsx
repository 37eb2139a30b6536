import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from '@/renderer/lib/cx';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Beside the title, such as how much inside is chosen. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A section that folds away under its title. Its content does not exist while it is folded. */
export function Fold({ title, isOpen, onToggle, note, children }: Props) {
  const id = useId();
  return (
    <section className="border-b border-line">
      <h3>
        <button
          type="button"
          data-fold
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
          className="flex h-8 w-full cursor-default items-center gap-1.5 px-2 text-left font-medium text-ink-2 -outline-offset-2 hover:bg-hover hover:text-ink"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={cx('shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-90')}
          />
          <span className="flex-1 truncate">{title}</span>
          {note}
        </button>
      </h3>
      {isOpen ? (
        <div id={id} className="flex flex-col gap-1.5 pr-2 pb-2.5 pl-2">
          {children}
        </div>
      ) : null}
    </section>
  );
}

/** Moves between the titles of the folds in a panel with the arrow keys, Home and End. Returns whether the key was for that. */
export function stepBetweenFolds(panel: HTMLElement, from: HTMLElement, key: string): boolean {
  const titles = [...panel.querySelectorAll<HTMLElement>('[data-fold]')];
  const at = titles.indexOf(from);
  if (at === -1) return false;
  const next = {
    ArrowDown: titles[at + 1],
    ArrowUp: titles[at - 1],
    Home: titles[0],
    End: titles.at(-1),
  }[key];
  if (next === undefined) return key === 'ArrowDown' || key === 'ArrowUp';
  next.focus();
  return true;
}
