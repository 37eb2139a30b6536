import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';
import { z } from 'zod';
import type { Instant } from '@/shared/kit/clock';

/** Whether the runtime knows a time zone by this name: `Europe/Berlin`, `UTC`. Offsets like `+02:00` are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (name.length > 64 || !/^[A-Za-z][\w+\-/]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const timeZoneSchema = z.string().refine(isTimeZone, 'not a time zone');

/** A time as a clock on the wall of a zone shows it. */
export const wallTimeSchema = z.object({
  /** YYYY-MM-DD */
  date: z.string().regex(/^2[01]\d{2}-\d{2}-\d{2}$/),
  /** HH:MM, 24 hours. */
  time: z.string().regex(/^\d{2}:\d{2}$/),
  timeZone: timeZoneSchema,
});
export type WallTime = z.infer<typeof wallTimeSchema>;

/** Why a wall time is no moment: the day is not in the calendar, or the clocks are put forward over that hour. */
export type NoMoment = 'no-such-day' | 'skipped-hour';

export type Moment =
  | {
      readonly ok: true;
      readonly at: Instant;
      /** The clocks show this hour twice on that day; the first of the two is meant. */
      readonly isTwice: boolean;
    }
  | { readonly ok: false; readonly why: NoMoment };

/**
 * The moment of a wall time. An hour that the clocks skip is refused, for nobody can say which hour was meant; of an hour that comes twice
 * it is the first (RFC 5545 §3.3.5 reads it so too).
 */
export function momentOf({ date, time, timeZone }: WallTime): Moment {
  const wall = parsedWall(`${date}T${time}`);
  if (wall === null) return { ok: false, why: 'no-such-day' };
  const first = toZoned(wall, timeZone, 'earlier').toDate().getTime();
  const last = toZoned(wall, timeZone, 'later').toDate().getTime();
  if (toCalendarDateTime(fromAbsolute(first, timeZone)).compare(wall) !== 0) {
    return { ok: false, why: 'skipped-hour' };
  }
  return { ok: true, at: new Date(first).toISOString(), isTwice: first !== last };
}

function parsedWall(text: string) {
  try {
    return parseDateTime(text);
  } catch {
    return null;
  }
}

/** What the clocks of a zone show at a moment. */
export function wallTimeOf(at: Instant, timeZone: string): WallTime {
  const wall = toCalendarDateTime(fromAbsolute(Date.parse(at), timeZone)).toString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16), timeZone };
}

/** So many minutes later: minutes that pass, whatever the clocks do meanwhile. */
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
