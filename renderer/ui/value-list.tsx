import { Check, Minus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { cx } from '@/renderer/lib/cx';

export interface ListValue {
  readonly value: string;
  readonly label: string;
  /** At the right, such as how many there are. */
  readonly note?: string;
  /** What a screen reader says of the line, where label and note say too little. */
  readonly spoken?: string;
  readonly isChosen: boolean;
  /** Ticked with a dash: chosen to be left out. */
  readonly isExcluded?: boolean;
  /** A small control behind the label; the right arrow key goes there. */
  readonly extra?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly values: readonly ListValue[];
  readonly onToggle: (value: string) => void;
  /** The notes are those of before and new ones are on their way. */
  readonly isOld?: boolean;
}

/**
 * A short list of lines to tick, close together. One line is in the tab order; the arrow keys, Home and End move it, and the right
 * arrow goes on to the control of a line that has one.
 */
export function ValueList({ label, values, onToggle, isOld = false }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, values.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const next = nextStop(list.current, event.target, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  };
  return (
    <div
      ref={list}
      role="group"
      aria-label={label}
      aria-busy={isOld}
      onKeyDown={onKeyDown}
      className="flex flex-col"
    >
      {values.map((one, index) => (
        <div
          key={one.value}
          data-line
          className="group/line flex min-h-6.5 items-center rounded-md hover:bg-hover"
        >
          <button
            type="button"
            role="checkbox"
            aria-checked={one.isChosen}
            aria-label={one.spoken ?? one.label}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setActive(index)}
            onClick={() => onToggle(one.value)}
            className="flex min-h-6.5 min-w-0 flex-1 cursor-default items-center gap-2 rounded-md px-1.5 text-left text-ink-2 -outline-offset-1 aria-checked:text-ink"
          >
            <span
              aria-hidden
              className={cx(
                'flex size-3.5 shrink-0 items-center justify-center rounded-sm border text-on-accent',
                !one.isChosen && 'border-line-control bg-raised',
                one.isChosen && !one.isExcluded && 'border-accent bg-accent',
                one.isChosen && one.isExcluded && 'border-bad bg-bad',
              )}
            >
              {!one.isChosen ? null : one.isExcluded ? (
                <Minus size={10} strokeWidth={3.5} />
              ) : (
                <Check size={10} strokeWidth={3.5} />
              )}
            </span>
            <span
              title={one.label}
              className={cx('min-w-0 flex-1 truncate', one.isChosen && 'font-medium')}
            >
              {one.label}
            </span>
            {one.note === undefined ? null : (
              <span className={cx('tabular shrink-0 text-sm text-ink-3', isOld && 'opacity-60')}>
                {one.note}
              </span>
            )}
          </button>
          {one.extra}
        </div>
      ))}
    </div>
  );
}

/** Where a key leads from a control of the list; null for nowhere, undefined for a key that means nothing here. */
function nextStop(
  list: HTMLElement | null,
  from: HTMLElement,
  key: string,
): HTMLElement | null | undefined {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const at = lines.findIndex((line) => line.contains(from));
  if (at === -1) return undefined;
  const tick = (line: HTMLElement | undefined): HTMLElement | null =>
    line?.querySelector<HTMLElement>('[role=checkbox]') ?? null;
  switch (key) {
    case 'ArrowDown':
      return tick(lines[at + 1]);
    case 'ArrowUp':
      return tick(lines[at - 1]);
    case 'Home':
      return tick(lines[0]);
    case 'End':
      return tick(lines.at(-1));
    case 'ArrowRight':
      return lines[at]?.querySelector<HTMLElement>('button:not([role=checkbox])') ?? null;
    case 'ArrowLeft':
      return tick(lines[at]);
    default:
      return undefined;
  }
}
