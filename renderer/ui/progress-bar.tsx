import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';

interface Props {
  readonly label: string;
  /** 0 to 1; null while the end is not known. */
  readonly value: number | null;
  /** What a screen reader says instead of a percentage. */
  readonly valueText?: string;
  readonly tone?: 'accent' | 'neutral' | 'bad';
  readonly className?: string;
}

const FILL = { accent: 'bg-accent', neutral: 'bg-ink-3', bad: 'bg-bad' } as const;

/** A thin bar. Put the counts beside it in words: a bar alone says too little. */
export function ProgressBar({ label, value, valueText, tone = 'accent', className }: Props) {
  return (
    <AriaProgressBar
      aria-label={label}
      isIndeterminate={value === null}
      value={(value ?? 0) * 100}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
      className={cx('block h-1 w-full overflow-hidden rounded-full bg-press', className)}
    >
      {({ percentage, isIndeterminate }) => (
        <span
          className={cx(
            'block h-full rounded-full transition-[width] duration-150',
            FILL[tone],
            isIndeterminate && 'animate-pulse',
          )}
          style={{ width: isIndeterminate ? '100%' : `${percentage ?? 0}%` }}
        />
      )}
    </AriaProgressBar>
  );
}
