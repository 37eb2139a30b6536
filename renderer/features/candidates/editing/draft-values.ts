/** What can be wrong with a typed value; each has its sentence in the catalogue. */
export type DraftProblem =
  | 'required'
  | 'email'
  | 'phone'
  | 'link'
  | 'date'
  | 'order'
  | 'years'
  | 'tooLong';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month or year as people type it (`2019-09`, `9/2019`, `Sep 2019`, `2019`) in the stored form, or null. */
export function readYearMonth(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const year = /^(\d{4})$/.exec(text);
  if (year) return plausible(year[1], undefined);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return plausible(yearFirst[1], Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthFirst) return plausible(monthFirst[2], Number(monthFirst[1]));
  const named = /^([a-z]{3,9})\.?\s+(\d{4})$/.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[1] ?? '').slice(0, 3));
    return month === -1 ? null : plausible(named[2], month + 1);
  }
  return null;
}

/** The end of something: a date, or `present` when the words say that it goes on. */
export function readEndDate(typed: string): string | null {
  return /^(present|now|today|current|ongoing)$/i.test(typed.trim())
    ? 'present'
    : readYearMonth(typed);
}

function plausible(year: string | undefined, month: number | undefined): string | null {
  const number = Number(year);
  if (number < 1900 || number > 2100) return null;
  if (month === undefined) return String(number);
  return month >= 1 && month <= 12 ? `${number}-${String(month).padStart(2, '0')}` : null;
}
