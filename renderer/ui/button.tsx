import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { Tooltip } from '@/renderer/ui/tooltip';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover shadow-raised',
  secondary:
    'bg-raised text-ink border border-line-strong hover:bg-hover pressed:bg-press shadow-raised',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink pressed:bg-press',
  danger: 'bg-bad text-white hover:opacity-90 shadow-raised',
};

const SHAPE =
  'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none ' +
  'cursor-default transition-colors duration-100 disabled:opacity-50 [&_svg]:shrink-0';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly variant?: ButtonVariant;
  readonly size?: 'sm' | 'md';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A button with words. The icon, if any, is decoration. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  children,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={cx(
        SHAPE,
        size === 'sm' ? 'h-7 px-2.5 text-sm' : 'h-control px-3 text-base',
        VARIANTS[variant],
        className,
      )}
    >
      {icon}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** What the button does: its name for screen readers and its tooltip. */
  readonly label: string;
  /** A shortcut to show in the tooltip, such as `/`. */
  readonly keys?: string;
  readonly children: ReactNode;
}

/** A button that is only an icon; its name shows on hover and focus. */
export function IconButton({
  variant = 'ghost',
  size = 'md',
  label,
  keys,
  children,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...props}
        aria-label={label}
        className={cx(SHAPE, size === 'sm' ? 'size-6' : 'size-7', VARIANTS[variant], className)}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}
