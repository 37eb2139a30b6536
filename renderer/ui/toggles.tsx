import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  type CheckboxProps,
  Label,
  type SwitchProps,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import type { Option } from '@/renderer/ui/select';

interface TickProps extends Omit<CheckboxProps, 'className' | 'children' | 'style'> {
  /** Left out where an `aria-label` says it, as in a table row. */
  readonly children?: ReactNode;
  readonly className?: string;
}

export function Checkbox({ children, className, ...props }: TickProps) {
  return (
    <AriaCheckbox
      {...props}
      className={cx('group inline-flex cursor-default items-center gap-2 text-base', className)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            aria-hidden
            className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-raised text-on-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus group-data-indeterminate:border-accent group-data-indeterminate:bg-accent group-data-selected:border-accent group-data-selected:bg-accent"
          >
            {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : null}
            {isSelected && !isIndeterminate ? <Check size={12} strokeWidth={3} /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

interface OnOffProps extends Omit<SwitchProps, 'className' | 'children' | 'style'> {
  readonly children?: ReactNode;
  readonly className?: string;
}

/** On or off, at once, without a save button. */
export function Switch({ children, className, ...props }: OnOffProps) {
  return (
    <AriaSwitch
      {...props}
      className={cx('group inline-flex cursor-default items-center gap-2 text-base', className)}
    >
      <span
        aria-hidden
        className="flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-control bg-sunken px-0.5 transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus group-data-selected:border-accent group-data-selected:bg-accent"
      >
        <span className="size-3 rounded-full bg-ink-3 transition-transform group-data-selected:translate-x-3.5 group-data-selected:bg-on-accent" />
      </span>
      {children}
    </AriaSwitch>
  );
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly (Option<Value> & { readonly icon?: ReactNode })[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of two to four choices, all in sight. */
export function Segments<Value extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  className,
}: SegmentsProps<Value>) {
  return (
    <AriaRadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      className={cx('flex flex-col gap-1', className)}
    >
      {hideLabel ? null : <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <div className="inline-flex w-fit rounded-md border border-line bg-sunken p-0.5">
        {options.map((option) => (
          <AriaRadio
            key={option.value}
            value={option.value}
            className="flex h-6.5 cursor-default items-center gap-1.5 rounded-sm px-2.5 text-sm text-ink-2 data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-focus data-hovered:text-ink data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:shadow-raised"
          >
            {option.icon}
            {option.label}
          </AriaRadio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
