import { ChevronLeft, ChevronRight, History } from 'lucide-react';
import { useId } from 'react';
import { useActionName } from '@/renderer/app/undo';
import { dayOf } from '@/renderer/features/candidates/page/past-moment';
import { cx } from '@/renderer/lib/cx';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { INPUT } from '@/renderer/ui/field';
import type { ActionName } from '@/shared/domain/history/change';

interface Props {
  readonly asOf: string;
  /** Null where there was nothing yet. */
  readonly past: {
    readonly at: string;
    readonly actorName: string;
    readonly action: ActionName;
    readonly earlier: string | null;
    readonly later: string | null;
  } | null;
  readonly onShow: (asOf: string) => void;
  readonly onBack: () => void;
}

/** Says that this is not today, what was done last until then, and leads on: a step earlier or later, another day, today. */
export function PastBanner({ asOf, past, onShow, onBack }: Props) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const actionName = useActionName();
  const field = useId();
  const isDay = dayPattern.test(asOf);
  const day = isDay ? asOf : dayOf(past?.at ?? now);
  const when = isDay || past === null ? format.day(day) : format.absolute(past.at);
  const step = (to: string | null | undefined): void => {
    if (to !== null && to !== undefined) onShow(to);
  };
  return (
    <section
      aria-label={t('past.banner', { when })}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-1.5 text-warn-ink"
    >
      <History size={16} aria-hidden className="shrink-0" />
      <p role="status" className="min-w-0 flex-1">
        <span className="font-medium">{t('past.banner', { when })}</span>{' '}
        {past === null
          ? null
          : t('past.after', { name: past.actorName, action: actionName(past.action, 1) })}
      </p>
      <IconButton
        label={t('past.earlier')}
        isDisabled={(past?.earlier ?? null) === null}
        onPress={() => step(past?.earlier)}
      >
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t('past.later')}
        isDisabled={(past?.later ?? null) === null}
        onPress={() => step(past?.later)}
      >
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <label htmlFor={field} className="sr-only">
        {t('past.day')}
      </label>
      <input
        id={field}
        type="date"
        value={day}
        max={dayOf(now)}
        onChange={(event) => {
          if (dayPattern.test(event.target.value)) onShow(event.target.value);
        }}
        className={cx(INPUT, 'h-7 w-36! text-sm!')}
      />
      <Button size="sm" onPress={onBack}>
        {t('past.back')}
      </Button>
    </section>
  );
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
