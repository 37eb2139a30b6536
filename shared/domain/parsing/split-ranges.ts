import type { CvLine } from './cv-lines';
import { isDateWords } from './date-tokens';
import { type DateRange, findDates } from './dates';
import { type Span, spanOf } from './spans';

export interface SplitRange {
  readonly dates: DateRange;
  readonly cuts: readonly Span[];
}

/** A range broken over two lines: in a narrow column of dates, wrapped at the right edge, or "2005" above "Present:". */
export function splitRange(
  text: string,
  line: CvLine,
  below: readonly CvLine[],
): SplitRange | null {
  const next = below[0];
  if (next === undefined || next.start - line.end > 60 || line.bullet) return null;
  const first = line.segments[0];
  const last = line.segments.at(-1);
  if (first === undefined || last === undefined) return null;
  const head = next.text.slice(0, 40);
  return (
    tallRange([first, ...below.map((one) => one.segments[0])]) ??
    wrappedRange(text, first, next, head) ??
    (last === first ? null : wrappedRange(text, last, next, head)) ??
    columnRange(text, first, next, head) ??
    stackedRange(text, first, next, head)
  );
}

/** A range over the lines of a narrow column: "November 2010" / "to June 2011", "agosto de" / "2024 –" / "atualmente". */
function tallRange(column: readonly (Span | undefined)[]): SplitRange | null {
  const dated = column.findIndex((cell) => cell === undefined || !isDateWords(cell.text));
  const cells = column.filter((cell, index) => cell !== undefined && (dated < 0 || index < dated));
  for (let count = cells.length; count >= 2; count--) {
    const found = rangeOver(cells.slice(0, count).filter((cell) => cell !== undefined));
    if (found !== null) return found;
  }
  return null;
}

/** The range that the cells make together, and no fewer of them. */
function rangeOver(cells: readonly Span[]): SplitRange | null {
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return null;
  const joined = cells.map((cell) => cell.text).join(' ');
  const range = findDates(joined)[0];
  if (range?.range !== true || range.to === null || range.start > 1) return null;
  if (range.end <= joined.length - last.text.length || /[–—-]$/.test(joined)) return null;
  return { dates: { ...range, start: first.start, end: last.end }, cuts: cells };
}

/** "julho de 2020 – março de" / "2023", "fév. 2020 –" / "sep. 2022". */
function wrappedRange(text: string, part: Span, next: CvLine, head: string): SplitRange | null {
  if (part.text.length > 90 || !/\d{4}/.test(part.text)) return null;
  const size = part.text.length;
  const range = findDates(`${part.text} ${head}`).find(
    (date) => date.range && date.start < size && date.end > size + 1,
  );
  if (range === undefined || range.to === null) return null;
  const used = range.end - size - 1;
  const alone = next.text.length - used <= 1;
  if (!alone && range.start > 1) return null;
  // "2019" above "2021 – 2023" are two dates of their own.
  if (!/[–—-]\s*\S{0,14}(?:\s\S{1,3})?$|\s(?:to|bis|à|al?|do|tot|até|hasta|de)$/.test(part.text))
    return null;
  return {
    dates: { ...range, start: part.start + range.start, end: next.start + used },
    cuts: [
      spanOf(text, part.start + range.start, part.end),
      spanOf(text, next.start, next.start + used),
    ],
  };
}

/** "fév. 2020 – Développeur, Airbus" / "sep. 2022 Conception …": a column of dates glued to the words beside it. */
function columnRange(text: string, first: Span, next: CvLine, head: string): SplitRange | null {
  const one = findDates(first.text)[0];
  if (one === undefined || one.range || one.start > 1) return null;
  const dash = /^\s*[–—-]\s*(?:à|a|bis|to)?\s+(?=\p{L})/u.exec(first.text.slice(one.end));
  if (dash === null) return null;
  const left = `${first.text.slice(0, one.end)} – `;
  const range = findDates(left + head)[0];
  if (range?.range !== true || range.to === null || range.end <= left.length) return null;
  const used = range.end - left.length;
  return {
    dates: { ...range, start: first.start, end: next.start + used },
    cuts: [
      spanOf(text, first.start, first.start + one.end + dash[0].length),
      spanOf(text, next.start, next.start + used),
    ],
  };
}

/** "2005" / "Present: Music producer". */
function stackedRange(text: string, first: Span, next: CvLine, head: string): SplitRange | null {
  const one = findDates(first.text)[0];
  if (one === undefined || one.range || one.start > 1 || first.text.length - one.end > 1)
    return null;
  const left = `${first.text} – `;
  const range = findDates(left + head)[0];
  if (range?.range !== true || range.to === null || range.end <= left.length) return null;
  const used = range.end - left.length;
  // Two years on two lines are two entries, unless a colon follows the second.
  if (next.text.charAt(used) !== ':') return null;
  return {
    dates: { ...range, start: first.start, end: next.start + used },
    cuts: [first, spanOf(text, next.start, next.start + used + 1)],
  };
}
