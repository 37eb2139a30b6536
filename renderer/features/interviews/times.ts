import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '@/renderer/lib/text';
import type { Interview } from '@/shared/domain/interviews/records';

/** The zone of this computer. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const SHOWN = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

type Times = Pick<Interview, 'start' | 'end' | 'timeZone'>;

/** When interviews are, in words. */
export function useTimes() {
  const intl = useIntl();
  const t = useText();
  return useMemo(() => {
    const range = (start: string, end: string, timeZone: string): string =>
      intl.formatDateTimeRange(new Date(start), new Date(end), { ...SHOWN, timeZone });
    const there = ({ start, end, timeZone }: Times): string =>
      start === null || end === null ? t('interviews.time.none') : range(start, end, timeZone);
    return {
      /** In the zone it was planned in. */
      there,
      /** The same here, where the clocks show something else; null where they do not. */
      here: (times: Times): string | null => {
        const { start, end } = times;
        if (start === null || end === null) return null;
        const own = range(start, end, zoneHere());
        return own === there(times) ? null : t('interviews.time.here', { range: own });
      },
      /** One moment in a zone. */
      at: (moment: string, timeZone: string): string =>
        intl.formatDate(new Date(moment), { ...SHOWN, timeZone }),
      length: (minutes: number): string => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        if (hours === 0) return t('interviews.minutes', { minutes });
        return rest === 0
          ? t('interviews.hours', { hours })
          : t('interviews.hours-minutes', { hours, minutes: rest });
      },
    };
  }, [intl, t]);
}
