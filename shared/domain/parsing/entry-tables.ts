import type { CvLine } from './cv-lines';
import { absolute, type DateRange, findDates } from './dates';
import { type EntryLabel, labelOfCell } from './entry-labels';
import type { RawEntry } from './raw-entry';
import { type Span, splitSpan } from './spans';

const MAX_ENTRIES = 80;
const BAR = /\s*\|\s*/g;
/** Columns that tell entries apart; one of them and another make a table of entries. */
const NAMES: ReadonlySet<EntryLabel> = new Set(['title', 'company', 'degree', 'school']);

/**
 * Tables with a row of column names, "Course | Institution | Year of passing | Percentage": one entry a row, its cells told by
 * the names of their columns. Empty without such a row. A row with fewer cells goes on with the one above and adds nothing.
 */
export function tableEntries(lines: readonly CvLine[]): readonly RawEntry[] {
  const at = lines.findIndex((line) => columnsOf(line) !== null);
  const header = lines[at];
  const columns = header === undefined ? null : columnsOf(header);
  if (columns === null) return [];
  const entries: RawEntry[] = [];
  for (const line of lines.slice(at + 1)) {
    if (entries.length >= MAX_ENTRIES) break;
    const cells = cellsOf(line);
    if (cells.length !== columns.length) continue;
    entries.push(rowEntry(line, cells, columns));
  }
  return entries;
}

function rowEntry(
  line: CvLine,
  cells: readonly Span[],
  columns: readonly (EntryLabel | 'number')[],
): RawEntry {
  const labelled = new Map<EntryLabel, Span>();
  const dated: Span[] = [];
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (cell === undefined || column === 'number') return;
    if (column === 'dates') dated.push(cell);
    else if (!labelled.has(column)) labelled.set(column, cell);
  });
  return {
    dates: datesOf(dated),
    head: [],
    labelled,
    body: [],
    start: line.start,
    end: line.end,
  };
}

/** One cell with dates, or the two of the columns "From" and "To". */
function datesOf([first, second]: readonly Span[]): DateRange | null {
  if (first === undefined) return null;
  const joined = second === undefined ? first.text : `${first.text} – ${second.text}`;
  const found = findDates(joined)[0];
  if (found === undefined) return null;
  return second === undefined
    ? absolute(found, first.start)
    : { ...found, start: first.start, end: second.end };
}

function columnsOf(line: CvLine): readonly (EntryLabel | 'number')[] | null {
  const cells = cellsOf(line);
  if (cells.length < 2 || cells.some((cell) => cell.text.length > 50)) return null;
  const columns = cells.map((cell) =>
    /^(?:s\.?\s?(?:no|l|r)\.?(?:\s?no\.?)?|no\.?|#|nr\.?)$/i.test(cell.text)
      ? 'number'
      : (labelOfCell(cell.text) ?? 'ignore'),
  );
  const told = new Set(columns.filter((column) => column !== 'ignore' && column !== 'number'));
  const unknown = columns.filter((column) => column === 'ignore').length;
  const named = [...told].some((column) => NAMES.has(column));
  return named && told.size >= 2 && unknown * 3 <= columns.length ? columns : null;
}

const cellsOf = (line: CvLine): readonly Span[] =>
  line.segments.flatMap((segment) => splitSpan(segment, BAR));
