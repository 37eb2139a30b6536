import { Search, X } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useState,
} from 'react';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Kbd } from '@/renderer/ui/kbd';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, or how many: behind the label. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** Whether it can be taken off the list. */
  readonly canForget?: boolean;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  /** The shortcut that comes here, shown while the field is empty. */
  readonly keys?: string;
  readonly value: string;
  readonly onChange: (value: string, caret: number) => void;
  /** The caret was moved without typing. */
  readonly onCaret: (caret: number) => void;
  readonly options: readonly ComboOption[];
  readonly optionsLabel: string;
  readonly onTake: (id: string) => void;
  readonly onForget?: (id: string) => void;
  /** Keys that are about no option; whoever handles one calls `preventDefault`. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Whether there is anything to clear, beside what is typed. */
  readonly isEmpty: boolean;
  readonly onClear: () => void;
  /** Before what is typed: chips. */
  readonly leading?: ReactNode;
  /** Buttons behind it. */
  readonly trailing?: ReactNode;
  /** Below the options. */
  readonly footer?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A search box with suggestions below it. Nothing is chosen by itself: Enter means what is typed until an arrow key chose an option;
 * then Enter or Tab takes that. Escape closes the suggestions first, Alt and the down arrow open them. An empty box offers its options as
 * soon as it has the focus, one with text only once somebody types.
 */
export function SearchCombo({
  id,
  label,
  placeholder = '',
  keys,
  value,
  onChange,
  onCaret,
  options,
  optionsLabel,
  onTake,
  onForget,
  onKeyDown,
  isEmpty,
  onClear,
  leading,
  trailing,
  footer,
  inputRef,
}: Props) {
  const t = useText();
  const listId = useId();
  const [isHeld, setHeld] = useState(false);
  const [isDismissed, setDismissed] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const isOpen = isHeld && !isDismissed && options.length > 0;
  const at = isOpen ? options.findIndex((option) => option.id === active) : -1;
  const chosen = options[at];

  const take = (option: string): void => {
    setActive(null);
    setDismissed(true);
    onTake(option);
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    // An input method is choosing a character.
    if (event.nativeEvent.isComposing) return;
    if (isOpen && handled(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setDismissed(false);
      return;
    }
    if (event.key === 'Enter') setDismissed(true);
    onKeyDown(event);
  };
  const handled = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        // One step beyond either end is the text itself.
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const next = at + step < -1 ? options.length - 1 : at + step;
        setActive(options[next]?.id ?? null);
        return true;
      }
      case 'Enter':
      case 'Tab':
        if (chosen === undefined || event.shiftKey) return false;
        take(chosen.id);
        return true;
      case 'Delete':
        if (!event.shiftKey || chosen?.canForget !== true) return false;
        setActive(options[at + 1]?.id ?? options[at - 1]?.id ?? null);
        onForget?.(chosen.id);
        return true;
      case 'Escape':
        setActive(null);
        setDismissed(true);
        return true;
      default:
        return false;
    }
  };

  return (
    <div
      className="relative"
      onFocus={() => {
        if (!isHeld) setDismissed(value !== '' || !isEmpty);
        setHeld(true);
      }}
      onBlur={(event: FocusEvent<HTMLDivElement>) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setHeld(false);
        setActive(null);
      }}
    >
      <div className="flex h-control items-center gap-1 rounded-md border border-line-control bg-raised pr-1 pl-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus">
        <Search size={14} aria-hidden className="mr-1 shrink-0 text-ink-3" />
        {leading}
        <input
          ref={inputRef}
          id={id}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={chosen === undefined ? undefined : optionId(listId, at)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          onChange={(event) => {
            // Emptied, the box is on the way to other words, or to the list behind what it would offer.
            setDismissed(event.target.value === '');
            setActive(null);
            onChange(event.target.value, event.target.selectionStart ?? event.target.value.length);
          }}
          onSelect={(event) => onCaret(event.currentTarget.selectionStart ?? value.length)}
          onKeyDown={handleKey}
          className="h-full min-w-20 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
        />
        {isEmpty && keys !== undefined && !isHeld ? <Kbd keys={keys} /> : null}
        {isEmpty ? null : (
          <button
            type="button"
            aria-label={t('ui.clear')}
            onClick={onClear}
            className="flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
          >
            <X size={14} aria-hidden />
          </button>
        )}
        {trailing}
      </div>
      {isOpen ? (
        <div className="absolute inset-x-0 top-full z-30 mt-0.5 rounded-lg bg-raised text-ink shadow-popover">
          <div id={listId} role="listbox" aria-label={optionsLabel} className="p-1">
            {options.map((option, index) => (
              <Option
                key={option.id}
                id={optionId(listId, index)}
                option={option}
                isActive={index === at}
                onTake={() => take(option.id)}
                onForget={onForget === undefined ? undefined : () => onForget(option.id)}
              />
            ))}
          </div>
          {footer === undefined || footer === null ? null : (
            <div className="flex items-center justify-between gap-2 border-t border-line px-3 py-1 text-sm text-ink-3">
              {footer}
            </div>
          )}
        </div>
      ) : null}
    </div>
  );
}

const optionId = (listId: string, index: number): string => `${listId}-${index}`;

interface OptionProps {
  readonly id: string;
  readonly option: ComboOption;
  readonly isActive: boolean;
  readonly onTake: () => void;
  readonly onForget: (() => void) | undefined;
}

function Option({ id, option, isActive, onTake, onForget }: OptionProps) {
  return (
    // The field keeps the focus; keys choose and take options from there.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={cx(
        'group/option flex h-6.5 cursor-default items-center gap-2 rounded-md px-2 text-base hover:bg-hover',
        isActive && 'bg-hover',
      )}
    >
      <span aria-hidden className="shrink-0 text-ink-3">
        {option.icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.detail === undefined ? null : (
        <span className="tabular shrink-0 text-sm text-ink-3">{option.detail}</span>
      )}
      {option.canForget === true && onForget !== undefined ? (
        // For the pointer only: an option can hold no button. The keyboard has Shift and Delete.
        <span
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onForget();
          }}
          className="invisible flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-3 group-hover/option:visible hover:bg-press"
        >
          <X size={12} />
        </span>
      ) : null}
    </div>
  );
}
