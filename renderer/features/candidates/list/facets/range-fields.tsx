import { type KeyboardEvent, useState } from 'react';
import { useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';

interface Props {
  /** What the range is of, for screen readers. */
  readonly label: string;
  readonly kind: 'number' | 'date';
  /** As text: a number, or a day as YYYY-MM-DD; empty for an open end. */
  readonly from: string;
  readonly to: string;
  /** Whether both ends as typed make a range. */
  readonly check: (from: string, to: string) => boolean;
  /** What to say of what is no range. */
  readonly wrong: string;
  readonly onRange: (from: string, to: string) => void;
}

/** Two small fields, from and to. They take effect with Enter or when one leaves them. */
export function RangeFields({ label, kind, from, to, check, wrong, onRange }: Props) {
  const t = useText();
  const [before, setBefore] = useState({ from, to });
  const [typed, setTyped] = useState({ from, to });
  // Another range came from elsewhere: a bucket, a chip, the way back.
  if (before.from !== from || before.to !== to) {
    setBefore({ from, to });
    setTyped({ from, to });
  }
  const isRange = check(typed.from, typed.to);
  const apply = (): void => {
    if (isRange && (typed.from !== from || typed.to !== to)) onRange(typed.from, typed.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') apply();
  };
  const look = kind === 'date' ? { type: 'date' as const } : { inputMode: 'decimal' as const };
  return (
    <div role="group" aria-label={label} onKeyDown={onKeyDown} onBlur={apply}>
      <div className="flex gap-1.5">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            {...look}
            className="min-w-0 flex-1"
            label={t(end === 'from' ? 'filters.from' : 'filters.to')}
            // A date field shows its parts where a placeholder would stand.
            hideLabel={kind === 'number'}
            placeholder={t(end === 'from' ? 'filters.from' : 'filters.to')}
            value={typed[end]}
            onChange={(value) => setTyped({ ...typed, [end]: value })}
            isInvalid={!isRange}
          />
        ))}
      </div>
      {isRange ? null : <p className="pt-1 text-sm text-bad-ink">{wrong}</p>}
    </div>
  );
}
