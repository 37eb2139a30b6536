import {
  type DateAt,
  dateAt,
  isHan,
  monthAlone,
  presentAt,
  type Token,
  tokenize,
} from './date-tokens';
import type { YearMonth } from './parsed-resume';

/** A span of time as written: `end` is null where only one date stands there. Offsets are into the text given. */
export interface DateRange {
  readonly start: number;
  readonly end: number;
  readonly from: YearMonth | null;
  readonly to: YearMonth | 'present' | null;
  /** Two dates (or a date and "today"), against one date alone. */
  readonly range: boolean;
}

const MAX_SCANNED = 600;
const DASHES = new Set([
  '-',
  '–',
  '—',
  '‒',
  '−',
  '―',
  '~',
  '〜',
  '～',
  '→',
  '‐',
  '‑',
  '>',
  '\uf0e0',
  '－',
]);
const UNTIL = new Set(
  'to till until bis a au al hasta ate fino tot do until thru through e en à aan through untill og och til till az до по'.split(
    ' ',
  ),
);
const SINCE = new Set(
  'since seit depuis desde dal sinds od from von de du des da dall van ab sedan siden fra från с od beginning starting'.split(
    ' ',
  ),
);
const OPEN_ONLY = new Set(
  'since seit depuis desde sinds ab dal od sedan siden с beginning starting'.split(' '),
);

/** Every date and range of dates in a line, left to right; looks at its first 600 characters. */
export function findDates(line: string): readonly DateRange[] {
  const text = line.length > MAX_SCANNED ? line.slice(0, MAX_SCANNED) : line;
  if (!/\d\d|'\d\d|\d年/.test(text)) return [];
  const tokens = tokenize(text);
  const found: DateRange[] = [];
  for (let index = 0; index < tokens.length; ) {
    const range = rangeAt(tokens, index);
    if (range === null) {
      index++;
      continue;
    }
    found.push(range.value);
    index = range.next;
  }
  return found;
}
function rangeAt(
  tokens: readonly Token[],
  index: number,
): { readonly value: DateRange; readonly next: number } | null {
  const at = tokens[index];
  if (at === undefined) return null;
  const since = at.kind === 'word' && (SINCE.has(at.text) || isHan(at, '自从')) ? 1 : 0;
  const first = dateAt(tokens, index + since) ?? (since === 0 ? monthAlone(tokens, index) : null);
  if (first === null || first.present) return null;
  const second = academicYear(tokens, first) ?? afterSeparator(tokens, first);
  const begin =
    tokens[second === null && since === 1 && !OPEN_ONLY.has(at.text) ? index + 1 : index];
  if (begin === undefined) return null;
  if (second === null) {
    if (first.year === null) return null;
    const open = since === 1 && OPEN_ONLY.has(at.text);
    const last = tokens[first.next - 1];
    return {
      value: {
        start: begin.start,
        end: last?.end ?? begin.end,
        from: written(first.year, first.month),
        to: open ? 'present' : null,
        range: open,
      },
      next: first.next,
    };
  }
  const year = first.year ?? second.year;
  if (year === null) return null;
  // "2019 – 21" gives its second year in two digits, "Jan – Mar 2020" its first year not at all.
  const last = tokens[second.next - 1];
  return {
    value: {
      start: begin.start,
      end: last?.end ?? begin.end,
      from: written(year, first.month),
      to: second.present
        ? 'present'
        : second.year === null
          ? null
          : written(second.year, second.month),
      range: true,
    },
    next: second.next,
  };
}

/** "2015/16", "2015/2016": the end of a year that begins in the summer. */
function academicYear(tokens: readonly Token[], first: DateAt): DateAt | null {
  const [slash, year] = tokens.slice(first.next, first.next + 2);
  if (first.year === null || first.month !== null || slash?.text !== '/') return null;
  const next = String(first.year + 1);
  const tight = year?.start === slash.end;
  return tight && (year.text === next || year.text === next.slice(2))
    ? { year: first.year + 1, month: null, present: false, next: first.next + 2 }
    : null;
}

function afterSeparator(tokens: readonly Token[], first: DateAt): DateAt | null {
  let index = first.next;
  let separated = false;
  while (index < tokens.length && index < first.next + 5) {
    const token = tokens[index];
    if (token === undefined) return null;
    const dash = token.kind === 'mark' && DASHES.has(token.text);
    const word = token.kind === 'word' && (UNTIL.has(token.text) || isHan(token, '至到'));
    if (dash || word) {
      // 至今 is one word for "until now".
      const open = presentAt(tokens, index);
      if (open !== null) return open;
      separated = true;
      index++;
      continue;
    }
    // "t/m" is Dutch for "up to and including".
    if (token.text === 't' && tokens[index + 1]?.text === '/' && tokens[index + 2]?.text === 'm') {
      separated = true;
      index += 3;
      continue;
    }
    if (token.text === '.' || token.text === ',') {
      index++;
      continue;
    }
    break;
  }
  const next = tokens[index];
  if (next === undefined) {
    const last = tokens[index - 1];
    const dangling = separated && last?.kind === 'mark' && DASHES.has(last.text);
    // "2024-07-01 —" at the end of a line: the dash says it goes on.
    return dangling ? { year: null, month: null, present: true, next: index } : null;
  }
  const date = dateAt(tokens, index);
  if (date !== null && (separated || date.present)) return orderly(first, date) ? date : null;
  if (!separated || first.year === null || next.kind !== 'number') return null;
  return shortYear(first.year, next, index);
}

function shortYear(year: number, token: Token, index: number): DateAt | null {
  if (token.text.length !== 2) return null;
  const full = Math.floor(year / 100) * 100 + Number(token.text);
  const wrapped = full < year ? full + 100 : full;
  return wrapped - year <= 60
    ? { year: wrapped, month: null, present: false, next: index + 1 }
    : null;
}

const orderly = (first: DateAt, second: DateAt): boolean =>
  second.present || first.year === null || second.year === null || second.year >= first.year;

const written = (year: number, month: number | null): YearMonth =>
  month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;

/** The same dates with offsets into the document, for a text that begins at `offset`. */
export const absolute = (date: DateRange, offset: number): DateRange => ({
  ...date,
  start: date.start + offset,
  end: date.end + offset,
});
