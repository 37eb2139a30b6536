import { parse } from 'csv-parse/sync';
import { DELIMITERS, type Delimiter, type TableEncoding } from '@/shared/domain/tables/formats';

/**
 * The encoding of a text by its first bytes: a byte order mark, the zeros of UTF-16, else UTF-8 where `isUtf8` (looked at over the whole
 * file), else Windows-1252, in which Excel saves on a western Windows. Null for what is no text at all.
 */
export function encodingOf(head: Uint8Array, isUtf8: boolean): TableEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Pictures and documents may begin with little that is no text.
  if (/^(\x89PNG|%PDF-|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf)/.test(startOf(head))) return null;
  let even = 0;
  let odd = 0;
  let control = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control += 1;
  }
  const half = Math.max(1, head.length / 2);
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  if (control + even + odd > Math.max(4, head.length * 0.02)) return null;
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

const startOf = (head: Uint8Array): string => Buffer.from(head.subarray(0, 8)).toString('latin1');

const SAMPLE_ROWS = 50;

/**
 * The sign between the cells: the one that Excel's own first line names (`sep=;`), else the one by which the first rows have the most
 * cells and all the same number of them.
 */
export function delimiterOf(text: string): Delimiter {
  const named = /^sep=(.)\s*$/im.exec(text.slice(0, 20))?.[1];
  const stated = DELIMITERS.find((delimiter) => delimiter === named);
  if (stated !== undefined) return stated;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function scoreOf(text: string, delimiter: Delimiter): number {
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: SAMPLE_ROWS,
    });
  } catch {
    return 0;
  }
  const [header] = rows;
  if (header === undefined || header.length < 2) return 0;
  const same = rows.filter((row) => row.length === header.length).length / rows.length;
  return same * header.length;
}
