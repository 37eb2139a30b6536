import { useMemo } from 'react';
import { useTimes, zoneHere } from '@/renderer/features/interviews/times';
import { type MessageId, useText } from '@/renderer/lib/text';
import { ComboField } from '@/renderer/ui/combo-field';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import type { Interview } from '@/shared/domain/interviews/records';
import {
  isTimeZone,
  minutesAfter,
  type Moment,
  momentOf,
  type WallTime,
  wallTimeOf,
  wallTimeSchema,
} from '@/shared/domain/interviews/when';

/** What is typed of a time; the parts may not fit together yet. */
export interface WhenTyped {
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
  readonly minutes: number;
}

const USUAL_MINUTES = [15, 30, 45, 60, 90, 120, 180, 240, 480];
const MOST_OFFERED = 50;

/** The fields as an interview has them; of a new one, here and three quarters of an hour. */
export function whenTyped(
  interview: Pick<Interview, 'start' | 'timeZone' | 'durationMinutes'> | null,
): WhenTyped {
  if (interview === null) return { date: '', time: '', timeZone: zoneHere(), minutes: 45 };
  const { start, timeZone, durationMinutes: minutes } = interview;
  return start === null
    ? { date: '', time: '', timeZone, minutes }
    : { ...wallTimeOf(start, timeZone), minutes };
}

/** What is typed as a time: none, one, or what is wrong with it. */
export type WhenMeant =
  | { readonly kind: 'none' }
  | { readonly kind: 'time'; readonly when: WallTime; readonly moment: Moment & { ok: true } }
  | {
      readonly kind: 'wrong';
      readonly why: 'no-such-day' | 'skipped-hour' | 'zone-unknown' | 'both';
    };

/** Reads what is typed. */
export function whenMeant({ date, time, timeZone }: WhenTyped): WhenMeant {
  if (!isTimeZone(timeZone)) return { kind: 'wrong', why: 'zone-unknown' };
  if (date === '' && time === '') return { kind: 'none' };
  if (date === '' || time === '') return { kind: 'wrong', why: 'both' };
  const when = wallTimeSchema.safeParse({ date, time, timeZone });
  if (!when.success) return { kind: 'wrong', why: 'no-such-day' };
  const moment = momentOf(when.data);
  return moment.ok ? { kind: 'time', when: when.data, moment } : { kind: 'wrong', why: moment.why };
}

const WRONG: Readonly<Record<Extract<WhenMeant, { kind: 'wrong' }>['why'], MessageId>> = {
  'no-such-day': 'interviews.time.no-such-day',
  'skipped-hour': 'interviews.time.skipped-hour',
  'zone-unknown': 'interviews.time.zone-unknown',
  both: 'interviews.time.both',
};

interface Props {
  readonly typed: WhenTyped;
  readonly onChange: (typed: WhenTyped) => void;
  readonly autoFocus?: boolean;
}

/** Date, time, zone and length of an interview, with what the clocks there and here will show. */
export function WhenFields({ typed, onChange, autoFocus = false }: Props) {
  const t = useText();
  const times = useTimes();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const meant = whenMeant(typed);
  const wanted = typed.timeZone.toLowerCase().replaceAll(' ', '_');
  const offered = zones.filter((zone) => zone.toLowerCase().includes(wanted));
  const choices = [...new Set([...USUAL_MINUTES, typed.minutes])].toSorted((a, b) => a - b);
  const shown =
    meant.kind === 'time'
      ? {
          start: meant.moment.at,
          end: minutesAfter(meant.moment.at, typed.minutes),
          timeZone: typed.timeZone,
        }
      : null;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-3">
        <TextField
          type="date"
          autoFocus={autoFocus}
          label={t('interviews.field.date')}
          value={typed.date}
          onChange={(date) => onChange({ ...typed, date })}
        />
        <TextField
          type="time"
          label={t('interviews.field.time')}
          value={typed.time}
          onChange={(time) => onChange({ ...typed, time: time.slice(0, 5) })}
        />
        <ComboField
          label={t('interviews.field.zone')}
          text={typed.timeZone}
          onText={(timeZone) => onChange({ ...typed, timeZone })}
          choices={offered.slice(0, MOST_OFFERED).map((zone) => ({ id: zone, label: zone }))}
          onPick={(timeZone) => onChange({ ...typed, timeZone })}
        />
        <Select
          label={t('interviews.field.duration')}
          value={String(typed.minutes)}
          options={choices.map((minutes) => ({
            value: String(minutes),
            label: times.length(minutes),
          }))}
          onChange={(minutes) => onChange({ ...typed, minutes: Number(minutes) })}
        />
      </div>
      <p aria-live="polite" className="min-h-5 text-sm text-ink-2">
        {meant.kind === 'wrong' ? (
          <span className="text-bad-ink">{t(WRONG[meant.why])}</span>
        ) : shown === null ? (
          t('interviews.time.none')
        ) : (
          [
            times.there(shown),
            times.here(shown),
            meant.kind === 'time' && meant.moment.isTwice ? t('interviews.time.twice') : null,
          ]
            .filter((line) => line !== null)
            .join(' · ')
        )}
      </p>
    </div>
  );
}
