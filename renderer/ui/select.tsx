import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** One choice out of a few. */
export function Select<Value extends string>({
  label,
  hideLabel = false,
  description,
  options,
  value,
  onChange,
  isDisabled = false,
  autoFocus = false,
  className,
}: Props<Value>) {
  return (
    <AriaSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      className={cx('flex flex-col gap-1', className)}
    >
      {hideLabel ? null : <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <Button className="flex h-control items-center justify-between gap-2 rounded-md border border-line-control bg-raised pr-2 pl-2.5 text-left text-base text-ink hover:bg-hover disabled:opacity-50">
        <SelectValue className="truncate" />
        <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-3" />
      </Button>
      {description === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {description}
        </Text>
      )}
      <Popover className={POPOVER}>
        <ListBox className="max-h-80 min-w-(--trigger-width) overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={MENU_ITEM}
            >
              {({ isSelected }) => (
                <>
                  <span className="flex-1 truncate">{option.label}</span>
                  {isSelected ? <Check size={14} aria-hidden className="text-accent-ink" /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** The look of what floats: menus, lists, panels. */
export const POPOVER =
  'appear rounded-lg bg-raised text-ink shadow-popover outline-none max-w-[min(480px,calc(100vw-24px))]';

/** The look of a line in a menu or a list to choose from. */
export const MENU_ITEM =
  'flex min-h-7 items-center gap-2 rounded-md px-2 py-1 text-base text-ink outline-none cursor-default ' +
  'data-focused:bg-hover data-hovered:bg-hover data-disabled:opacity-50';
