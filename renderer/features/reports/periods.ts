import type { Period } from '@/renderer/features/reports/reports-search';

/**
 * The ends of the spans that a period is told in, as instants: midnights where the person is, of days, of weeks or of months. The last is the
 * end of today, or of the period where that is past. Days with a change of the clock have 23 or 25 hours: calendar days are counted, not hours.
 */
export function edgesOf(period: Period, now: Date): readonly string[] {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const midnight = (ofDay: number): Date => new Date(year, month, ofDay);
  switch (period) {
    case '30-days':
      return Array.from({ length: 31 }, (_, n) => midnight(day - 29 + n)).map(iso);
    case '90-days':
      return Array.from({ length: 14 }, (_, n) => midnight(day + 1 - 7 * (13 - n))).map(iso);
    case '12-months':
      return [
        ...Array.from({ length: 12 }, (_, n) => new Date(year, month - 11 + n, 1)),
        midnight(day + 1),
      ].map(iso);
    case 'this-year':
      return [
        ...Array.from({ length: month + 1 }, (_, n) => new Date(year, n, 1)),
        midnight(day + 1),
      ].map(iso);
    case 'last-year':
      return Array.from({ length: 13 }, (_, n) => new Date(year - 1, n, 1)).map(iso);
  }
}

const iso = (date: Date): string => date.toISOString();

/** Whether a span is a day, a week or a month, for what stands beneath its column. */
export const spanOfPeriod = (period: Period): 'day' | 'week' | 'month' =>
  period === '30-days' ? 'day' : period === '90-days' ? 'week' : 'month';
