import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';

export const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'bg-press text-ink-2',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
  violet: 'bg-violet-soft text-violet-ink',
};

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A word or two of state. Colour never says it alone. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface Chip {
  readonly id: string;
  readonly label: string;
  readonly tone?: Tone;
}

interface ChipsProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly chips: readonly Chip[];
  /** Without it the chips cannot be removed. */
  readonly onRemove?: (id: string) => void;
  readonly className?: string;
}

/** A row of chips: filters, tags, skills. Arrow keys move between them, Backspace and Delete remove. */
export function Chips({ label, hideLabel = true, chips, onRemove, className }: ChipsProps) {
  const t = useText();
  return (
    <TagGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(onRemove
        ? {
            onRemove: (keys) => {
              for (const key of keys) onRemove(String(key));
            },
          }
        : {})}
      className={cx('flex flex-col gap-1', className)}
    >
      {hideLabel ? null : <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <TagList className="flex flex-wrap gap-1">
        {chips.map((chip) => (
          <Tag
            key={chip.id}
            id={chip.id}
            textValue={chip.label}
            className={cx(
              'inline-flex h-6 max-w-64 cursor-default items-center gap-1 rounded-md px-2 text-sm',
              TONES[chip.tone ?? 'neutral'],
            )}
          >
            <span className="truncate">{chip.label}</span>
            {onRemove ? (
              <Button
                slot="remove"
                aria-label={t('ui.remove', { name: chip.label })}
                className="-mr-1 flex size-4 items-center justify-center rounded-sm hover:bg-press"
              >
                <X size={12} aria-hidden />
              </Button>
            ) : null}
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
