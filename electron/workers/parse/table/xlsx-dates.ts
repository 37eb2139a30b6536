/** Numbers of formats that every workbook has (ECMA-376 18.8.30) and that show dates or times, those of East Asian versions too. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a number format shows a date: `code` is null for one of those that every workbook has. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return isBuiltInDate(id);
  // Texts in quotes, colours and conditions in brackets, escaped letters say nothing of the kind.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

const DAY_MS = 86_400_000;

/** A day of Excel as YYYY-MM-DD, with its time where it has one. Days count from 1900 or 1904; 1900 is taken for a leap year. */
export function dateText(serial: number, date1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return String(serial);
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * 86_400);
  const instant = new Date(Date.UTC(1899, 11, 30) + seconds * 1000);
  const iso = instant.toISOString();
  if (seconds % 86_400 === 0) return iso.slice(0, 10);
  return instant.getTime() < Date.UTC(1899, 11, 31) + DAY_MS ? iso.slice(11, 16) : iso.slice(0, 19);
}
