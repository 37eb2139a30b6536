import { useFormat, useNow } from '@/renderer/lib/format';

interface Props {
  /** An ISO instant. */
  readonly value: string;
  readonly className?: string;
}

/** When something was: relative to now, with date, time and zone on hover. */
export function RelativeTime({ value, className }: Props) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={value} title={format.absolute(value)} className={className}>
      {format.relative(value, now)}
    </time>
  );
}
