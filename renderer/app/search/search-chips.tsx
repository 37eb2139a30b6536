import { Ban, TriangleAlert, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { TONES } from '@/renderer/ui/chips';
import {
  type Chip,
  chipsOf,
  chipText,
  isNegated,
  withChip,
  withChipTurned,
  withoutChip,
} from '@/shared/domain/search/chips';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Where the keyboard goes on behind the last chip. */
  readonly toInput: () => void;
  readonly list: RefObject<HTMLUListElement | null>;
}

/**
 * The parts of a typed query as chips. Arrow keys go from one to the next, Enter edits, Backspace and Delete remove, "-" excludes or asks
 * for it again; behind the last one comes the field.
 */
export function SearchChips({ text, onText, toInput, list }: Props) {
  const t = useText();
  const chips = chipsOf(text);
  const [edited, setEdited] = useState<number | null>(null);
  /** The chip to give the keyboard to once it is drawn; the number of chips is the field. */
  const focusNext = useRef<number | null>(null);
  useEffect(() => {
    const index = focusNext.current;
    if (index === null) return;
    focusNext.current = null;
    const chip = focusable(list.current)[index];
    if (chip === undefined) toInput();
    else chip.focus();
  });

  const count = chips.length;
  // What was typed last is in sight, as in a field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chip is the reason to scroll
  useEffect(() => {
    const row = list.current;
    row?.scrollTo({ left: row.scrollWidth });
  }, [count, list]);

  const moveTo = (index: number): void => {
    const chip = focusable(list.current)[index];
    if (index < 0) return;
    if (chip === undefined) toInput();
    else chip.focus();
  };
  const change = (next: string, focus: number): void => {
    focusNext.current = focus;
    onText(next);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    switch (event.key) {
      case 'ArrowLeft':
        moveTo(index - 1);
        break;
      case 'ArrowRight':
        moveTo(index + 1);
        break;
      case 'Home':
        moveTo(0);
        break;
      case 'End':
      case 'Escape':
        toInput();
        break;
      case 'Backspace':
        change(withoutChip(text, index), Math.max(0, index - 1));
        break;
      case 'Delete':
        change(withoutChip(text, index), index);
        break;
      case 'F2':
      case 'Enter':
        setEdited(index);
        break;
      case '-':
      case '!':
        change(withChipTurned(text, index), index);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ul
      ref={list}
      aria-label={t('search.chips')}
      className="flex min-w-0 shrink items-center gap-1 overflow-x-auto p-0.5 [scrollbar-width:none]"
    >
      {chips.map((chip, index) => (
        <li key={index} className="flex shrink-0">
          {edited === index ? (
            <ChipEditor
              words={chipText(text, chip)}
              onDone={(words) => {
                setEdited(null);
                if (words === null) focusNext.current = index;
                else change(withChip(text, index, words), index);
              }}
            />
          ) : (
            <ChipView
              chip={chip}
              isLast={index === count - 1}
              words={chipText(text, chip)}
              onKey={(event) => onKey(event, index)}
              onEdit={() => setEdited(index)}
              onTurn={() => change(withChipTurned(text, index), index)}
              onRemove={() => change(withoutChip(text, index), index)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Gives the keyboard to the last chip; false where there is none. */
export function focusLastChip(list: HTMLUListElement | null): boolean {
  const last = focusable(list).at(-1);
  last?.focus();
  return last !== undefined;
}

const focusable = (list: HTMLUListElement | null): readonly HTMLElement[] =>
  list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-chip]')];

interface ChipProps {
  readonly chip: Chip;
  /** The one that Tab reaches; arrow keys go on from there. */
  readonly isLast: boolean;
  readonly words: string;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onEdit: () => void;
  readonly onTurn: () => void;
  readonly onRemove: () => void;
}

function ChipView({ chip, isLast, words, onKey, onEdit, onTurn, onRemove }: ChipProps) {
  const t = useText();
  const isExcluded = isNegated(chip);
  const isLoose = chip.node === null;
  const tone = isLoose ? TONES.warn : isExcluded ? TONES.bad : TONES.neutral;
  const label = t(
    isLoose ? 'search.chip.loose' : isExcluded ? 'search.chip.excluded' : 'search.chip.wanted',
    { words },
  );
  return (
    <span className={cx('group/chip flex h-6 max-w-60 items-center rounded-md text-sm', tone)}>
      <button
        type="button"
        data-chip
        tabIndex={isLast ? 0 : -1}
        aria-label={label}
        title={t('search.chip.keys')}
        onClick={onEdit}
        onKeyDown={onKey}
        className="flex h-full min-w-0 items-center gap-1 rounded-md pr-1 pl-2"
      >
        {isLoose ? <TriangleAlert size={12} aria-hidden className="shrink-0" /> : null}
        <span className="truncate">{words}</span>
      </button>
      {isLoose ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(isExcluded ? 'search.chip.want' : 'search.chip.exclude', { words })}
          title={t(isExcluded ? 'search.chip.want' : 'search.chip.exclude', { words })}
          onClick={onTurn}
          className="flex size-4 items-center justify-center rounded-sm opacity-60 hover:bg-press hover:opacity-100"
        >
          <Ban size={11} aria-hidden />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('ui.remove', { name: words })}
        onClick={onRemove}
        className="mr-1 flex size-4 items-center justify-center rounded-sm hover:bg-press"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

interface EditorProps {
  readonly words: string;
  /** Null: it stays as it was. */
  readonly onDone: (words: string | null) => void;
}

function ChipEditor({ words, onDone }: EditorProps) {
  const t = useText();
  const [value, setValue] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const done = (result: string | null): void => {
    // Giving the keyboard on blurs the field once more.
    if (isDone.current) return;
    isDone.current = true;
    onDone(result);
  };
  return (
    <input
      ref={input}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the chip that the keyboard was on
      autoFocus
      aria-label={t('search.chip.edit', { words })}
      value={value}
      spellCheck={false}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => done(value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(value);
        else if (event.key === 'Escape') done(null);
        else return;
        event.preventDefault();
      }}
      style={{ width: `${Math.min(40, value.length + 3)}ch` }}
      className="h-6 rounded-md border border-line-control bg-canvas px-1.5 text-sm text-ink"
    />
  );
}
