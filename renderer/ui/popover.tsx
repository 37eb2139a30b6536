import type { ReactElement, ReactNode } from 'react';
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  type PopoverProps,
} from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { POPOVER } from '@/renderer/ui/select';

interface Props {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly placement?: PopoverProps['placement'];
  readonly className?: string;
  /** Where something else than the button opens it too. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** What is inside; a function gets the way to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small panel that hangs from a button and keeps the rest of the window usable: filters, choosers, forms of a line or two. */
export function Popover({
  label,
  trigger,
  placement = 'bottom start',
  className,
  isOpen,
  onOpenChange,
  children,
}: Props) {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover placement={placement} offset={4} className={cx(POPOVER, className)}>
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
