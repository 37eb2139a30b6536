import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import {
  Button,
  ComboBox,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { INPUT } from '@/renderer/ui/field';
import { MENU_ITEM, POPOVER } from '@/renderer/ui/select';
import { Skeleton } from '@/renderer/ui/states';

export interface ComboChoice {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choices: readonly ComboChoice[];
  /** Choices are on their way: the list opens for them. */
  readonly isLoading?: boolean;
  /** The choice that the text stands for, if any. */
  readonly picked?: string | null;
  readonly onPick: (id: string) => void;
  /** Enter on what is typed, where no choice is highlighted. */
  readonly onSubmit?: (text: string) => void;
  /** All that can be chosen is worth a look before anything is typed: a button shows it. */
  readonly isBrowsed?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** A field that offers what begins with what is typed, and takes other words too. */
export function ComboField({
  label,
  hideLabel = false,
  placeholder = '',
  description,
  text,
  onText,
  choices,
  isLoading = false,
  picked = null,
  onPick,
  onSubmit,
  isBrowsed = false,
  isRequired = false,
  autoFocus = false,
  className,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <ComboBox
      {...(hideLabel ? { 'aria-label': label } : {})}
      allowsCustomValue
      menuTrigger="input"
      allowsEmptyCollection={isLoading}
      items={choices}
      inputValue={text}
      onInputChange={onText}
      selectedKey={picked}
      onSelectionChange={(key: Key | null) => {
        if (key !== null) onPick(String(key));
      }}
      isRequired={isRequired}
      autoFocus={autoFocus}
      className={cx('flex flex-col gap-1', className)}
    >
      {hideLabel ? null : <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <div className="relative">
        <Input
          ref={input}
          placeholder={placeholder}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || onSubmit === undefined || event.nativeEvent.isComposing)
              return;
            if (input.current?.getAttribute('aria-activedescendant')) return;
            event.preventDefault();
            if (text.trim() !== '') onSubmit(text);
          }}
          className={cx(INPUT, 'h-control w-full', isBrowsed && 'pr-8')}
        />
        {isBrowsed ? (
          <Button className="absolute inset-y-0 right-0 flex w-8 items-center justify-center rounded-md text-ink-3 hover:text-ink">
            <ChevronDown size={14} aria-hidden />
          </Button>
        ) : null}
      </div>
      {description === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {description}
        </Text>
      )}
      <Popover offset={4} className={cx(POPOVER, 'min-w-(--trigger-width)')}>
        <ListBox<ComboChoice>
          className="max-h-72 overflow-auto p-1 outline-none"
          renderEmptyState={() => <Skeleton className="m-2 h-4 w-32" />}
        >
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={MENU_ITEM}>
              <span className="flex-1 truncate">{choice.label}</span>
              {choice.note === undefined ? null : (
                <span className="text-sm text-ink-3">{choice.note}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
