import { useSyncExternalStore } from 'react';
import { type IntlShape, useIntl } from 'react-intl';

export interface Format {
  readonly number: (value: number) => string;
  /** With just so many digits behind the point: `62.50`. */
  readonly decimal: (value: number, digits: number) => string;
  /** Size of a file, from bytes: `482 kB`. */
  readonly bytes: (value: number) => string;
  /** Date and time with the zone's name, from an ISO instant. */
  readonly absolute: (instant: string) => string;
  /** A day, from `2026-03-01`. */
  readonly day: (day: string) => string;
  /** `3 minutes ago`, from an ISO instant, as of now. */
  readonly relative: (instant: string, now: number) => string;
  /** A length of time in seconds, roughly, as one reads it in passing: `40 sec`, `4 min`, `2 hr 10 min`. */
  readonly duration: (seconds: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  /** `a, b or c`. */
  readonly anyOf: (items: readonly string[]) => string;
}

/** Numbers, dates and lengths of time in the person's locale. */
export function useFormat(): Format {
  const intl = useIntl();
  const known = formats.get(intl);
  if (known !== undefined) return known;
  const format = formatFor(intl);
  formats.set(intl, format);
  return format;
}

/** One for each locale and not for each place that shows a number. */
const formats = new WeakMap<IntlShape, Format>();

function formatFor(intl: IntlShape): Format {
  return {
    number: (value) => intl.formatNumber(value),
    decimal: (value, digits) =>
      intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    bytes: (value) => formatBytes(intl, value),
    absolute: (instant) =>
      intl.formatDate(instant, {
        dateStyle: undefined,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      }),
    day: (day) => intl.formatDate(`${day}T12:00:00`, { dateStyle: 'long' }),
    relative: (instant, now) => formatRelative(intl, instant, now),
    duration: (seconds) => formatDuration(intl, seconds),
    list: (items) => intl.formatList([...items], { type: 'conjunction' }),
    anyOf: (items) => intl.formatList([...items], { type: 'disjunction' }),
  };
}

function formatBytes(intl: IntlShape, value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  const amount = value / 1000 ** power;
  return intl.formatNumber(amount, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0,
  });
}

const STEPS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function formatRelative(intl: IntlShape, instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return intl.formatRelativeTime(0, 'second', { numeric: 'auto' });
  return intl.formatRelativeTime(Math.trunc(seconds / step[1]), step[0], { numeric: 'auto' });
}

function formatDuration(intl: IntlShape, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const say = (value: number, unit: 'hour' | 'minute' | 'second'): string =>
    intl.formatNumber(value, { style: 'unit', unit });
  if (whole < 60) return say(whole, 'second');
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return say(minutes, 'minute');
  const rest = minutes % 60;
  const hours = say(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${say(rest, 'minute')}`;
}

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let minute = Date.now();

/** The time in ms, renewed every 30 s for everything on screen at once. */
export function useNow(): number {
  return useSyncExternalStore(subscribeToMinutes, () => minute);
}

function subscribeToMinutes(listener: () => void): () => void {
  if (listeners.size === 0) {
    minute = Date.now();
    ticking = setInterval(() => {
      minute = Date.now();
      for (const each of listeners) each();
    }, 30_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(ticking);
  };
}

/** The day where the person is, YYYY-MM-DD; another one after midnight. */
export function useDay(): string {
  return dayOf(new Date(useNow()));
}

/** The day of a moment where the person is, YYYY-MM-DD. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
