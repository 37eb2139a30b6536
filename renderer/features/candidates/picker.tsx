import { Check } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import {
  Menu as AriaMenu,
  Autocomplete,
  Dialog,
  DialogTrigger,
  MenuItem,
  Popover,
} from 'react-aria-components';
import { useText } from '@/renderer/lib/text';
import { SearchField } from '@/renderer/ui/field';
import { MENU_ITEM, POPOVER } from '@/renderer/ui/select';
import { Skeleton } from '@/renderer/ui/states';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** Beside the label, such as how many candidates have it. */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Null while the options are being read. */
  readonly options: readonly PickerOption[] | null;
  readonly chosen: ReadonlySet<string>;
  readonly onPick: (id: string) => void;
}

/** A small panel with a box to type in and what matches under it: filters and tags are chosen here. It stays open for more. */
export function Picker({ label, trigger, isOpen, onOpenChange, ...list }: Props) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover placement="bottom start" offset={4} className={`${POPOVER} w-72`}>
        <Dialog aria-label={label} className="outline-none">
          <PickerList label={label} {...list} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type ListProps = Omit<Props, 'trigger' | 'isOpen' | 'onOpenChange'>;

export function PickerList({
  label,
  placeholder,
  text,
  onText,
  options,
  chosen,
  onPick,
}: ListProps) {
  const t = useText();
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <SearchField
        autoFocus
        label={label}
        placeholder={placeholder}
        className="border-b border-line p-1.5"
      />
      {options === null ? (
        <div className="flex flex-col gap-2 p-3">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-28" />
        </div>
      ) : (
        <AriaMenu
          aria-label={label}
          className="max-h-72 overflow-auto p-1 outline-none"
          selectionMode="multiple"
          selectedKeys={chosen}
          renderEmptyState={() => (
            <p className="px-3 py-5 text-center text-ink-2">{t('candidates.picker.none')}</p>
          )}
        >
          {options.map((option) => (
            <MenuItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              onAction={() => onPick(option.id)}
              className={MENU_ITEM}
            >
              {({ isSelected }) => (
                <>
                  <span className="flex size-4 shrink-0 items-center justify-center">
                    {isSelected ? (
                      <Check size={14} aria-hidden className="text-accent-ink" />
                    ) : null}
                  </span>
                  <span className="flex-1 truncate">{option.label}</span>
                  {option.note === undefined ? null : (
                    <span className="tabular text-sm text-ink-3">{option.note}</span>
                  )}
                </>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      )}
    </Autocomplete>
  );
}

/** The text of a picker and whether it is open; opening starts with nothing typed. */
export function usePicker() {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const onOpenChange = useCallback((open: boolean): void => {
    setOpen(open);
    if (open) setText('');
  }, []);
  return useMemo(
    () => ({ isOpen, text, onText: setText, onOpenChange }),
    [isOpen, text, onOpenChange],
  );
}
