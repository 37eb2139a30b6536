import type { YearMonth } from '@/shared/domain/parsing/parsed-resume';

/** A day as a résumé counts it: the year and month of an instant, in UTC. */
export const yearMonthOf = (date: Date): YearMonth => date.toISOString().slice(0, 7);

/**
 * Whole months from start to end, the last month counted (`2020-01` to `2020-03` is 3). A year without a month
 * stands for its middle, so that `2018` to `2020` is two years and not three. Null when a date is missing or the
 * end lies before the start.
 */
export function monthsBetween(
  start: YearMonth | null,
  end: YearMonth | 'present' | null,
  today: YearMonth,
): number | null {
  if (start === null || end === null) return null;
  const until = end === 'present' ? today : end;
  const precise = start.length === 7 && until.length === 7;
  const months = monthNumber(until) - monthNumber(start) + (precise ? 1 : 0);
  return months < 0 ? null : months;
}

function monthNumber(date: YearMonth): number {
  const [year, month] = date.split('-');
  return Number(year) * 12 + (month === undefined ? 6 : Number(month) - 1);
}
