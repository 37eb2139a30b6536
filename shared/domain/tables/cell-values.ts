import { isDay } from '@/shared/domain/custom-fields/custom-value';
import { fold, squeeze } from '@/shared/kit/text';

/** Which of two numbers before a year is the day, where a table writes dates with both: `day-first` 3/4 is 3 April. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const MAX_ITEMS = 200;

/** The things of a list in one cell: by lines or semicolons or bars where there are some, else by commas. */
export function splitList(cell: string): readonly string[] {
  const separator = /[\n\r]/.test(cell) ? /[\n\r]+/ : /[;|•]/.test(cell) ? /[;|•]/ : /,/;
  return distinct(cell.split(outsideBrackets(separator, cell)).map(squeeze)).slice(0, MAX_ITEMS);
}

/** Addresses and links in one cell: none of them has a space or a comma in it. */
export const splitWords = (cell: string): readonly string[] =>
  distinct(cell.split(/[\s,;|]+/)).slice(0, MAX_ITEMS);

/** Telephone numbers in one cell: they have spaces in them, and a slash behind the area code. */
export const splitPhones = (cell: string): readonly string[] =>
  distinct(
    cell
      .split(/[,;|\n\r]+/)
      .flatMap((part) => {
        const sides = part.split(' / ');
        return sides.every((side) => side.replace(/\D/g, '').length >= 7) ? sides : [part];
      })
      .map((part) => part.trim()),
  ).slice(0, MAX_ITEMS);

/** The number that a cell begins with, as people write it (`7,5 years`, `1 200`, `1.234.567,5`); null when it begins with none. */
export function readNumber(cell: string): number | null {
  const written = /^\s*([-+]?\d[\d\s.,'’\u00a0\u202f]*)/.exec(cell)?.[1];
  if (written === undefined) return null;
  const bare = written.replace(/[\s'’\u00a0\u202f]/g, '').replace(/[.,]+$/, '');
  const value = Number(decimal(bare));
  return Number.isFinite(value) ? value : null;
}

/** A whole cell that is a number; null when something else stands there too. */
export const readWholeNumber = (cell: string): number | null =>
  /^\s*[-+]?\d[\d\s.,'’\u00a0\u202f]*(e[-+]?\d+)?\s*$/i.test(cell)
    ? /e/i.test(cell)
      ? finite(Number(cell))
      : readNumber(cell)
    : null;

/** A day as YYYY-MM-DD from how tables write days; null for what is none (31 February). */
export function readDay(cell: string, order: DateOrder): string | null {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?$/.exec(text);
  if (written === null) return null;
  const [, first, sign, second, year] = written;
  // With dots the day stands first everywhere.
  return order === 'month-first' && sign !== '.'
    ? day(year, first, second)
    : day(year, second, first);
}

/** Which order the dates of a column are in, as far as they tell; null where all could be both. */
export function dateOrderOf(cells: readonly string[]): DateOrder | null {
  for (const cell of cells) {
    const written = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}\b/.exec(cell);
    if (written === null) continue;
    if (Number(written[1]) > 12) return 'day-first';
    if (Number(written[2]) > 12) return 'month-first';
  }
  return null;
}

const YES = new Set(
  'yes|y|true|1|x|ja|oui|si|sim|tak|wahr|vrai|verdadero|vero|✓|✔|是|はい'.split('|'),
);
const NO = new Set('no|n|false|0|-|nein|non|nao|nie|falsch|faux|falso|✗|否|いいえ'.split('|'));

/** Yes or no as tables write it; null for anything else. */
export function readYesNo(cell: string): boolean | null {
  const word = squeeze(fold(cell));
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** `Lindqvist, Anna` the other way round; other commas (`Anna Lindqvist, PhD`) stay. */
export function readName(cell: string): string {
  const name = squeeze(cell);
  const parts = name.split(',').map((part) => part.trim());
  const [last = '', first = ''] = parts;
  const isTitle = /^((ph|m|b|d)\.?\s?\w{0,3}\.?|jr|sr|mba|cpa|esq|i{2,3}|iv|dr|msc|bsc)\.?$/i.test(
    first,
  );
  return parts.length === 2 && first !== '' && !isTitle ? `${first} ${last}` : name;
}

function decimal(bare: string): string {
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    return comma > point ? bare.replace(/\./g, '').replace(',', '.') : bare.replace(/,/g, '');
  }
  const sign = comma >= 0 ? ',' : '.';
  const groups = bare.split(sign);
  // `1.234.567` and `52,000` are grouped; `7,5` and `7.25` are not. Three digits behind one point are taken for a fraction: `1.234`.
  const isGrouped =
    groups.length > 2 || (sign === ',' && groups.length === 2 && groups[1]?.length === 3);
  return isGrouped ? groups.join('') : groups.join('.');
}

function day(year = '', month = '', date = ''): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** The separator, but not inside brackets: `Spanish (spoken, written)` is one thing. */
const outsideBrackets = (separator: RegExp, cell: string): RegExp =>
  cell.length > 10_000 ? separator : new RegExp(`${separator.source}(?![^(]{0,200}\\))`);

const distinct = (items: readonly string[]): readonly string[] => [
  ...new Set(items.filter((item) => item !== '')),
];
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
