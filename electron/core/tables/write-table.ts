import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { RecordFormat } from '@/shared/domain/tables/record-exports';
import { safeCell } from '@/shared/domain/tables/safe-cell';
import { writeWhole } from './whole-file';
import { xlsxPieces } from './xlsx-stream';

type Row = readonly (string | number)[];

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[] | AsyncIterable<Row>;
}

/**
 * Writes a table as CSV, as a workbook of one sheet or as a JSON list of objects; no cell of it is ever a formula. The target appears whole
 * or not at all. Resolves with how many cells of a workbook were cut to what one holds. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function writeTable(
  { header, rows }: Table,
  format: RecordFormat,
  target: string,
  signal?: AbortSignal,
): Promise<{ readonly cut: number }> {
  let cut = 0;
  const pieces = (): AsyncIterable<string | Uint8Array | readonly string[]> => {
    const each = Readable.from(rows);
    switch (format) {
      case 'csv':
        return csvRows(header, each);
      case 'xlsx':
        return xlsxPieces(header, each, () => {
          cut += 1;
        });
      case 'json':
        return jsonPieces(header, each);
    }
  };
  await writeWhole(
    target,
    (beside) => {
      const file = createWriteStream(beside, { mode: 0o600, flags: 'wx' });
      return format === 'csv'
        ? pipeline(pieces(), stringify({ bom: true }), file)
        : pipeline(pieces(), file);
    },
    signal,
  );
  return { cut };
}

/** Writes bytes, whole or not at all. Errors (AppError): STORAGE_UNAVAILABLE. */
export const writeBytes = (bytes: Uint8Array, target: string): Promise<void> =>
  writeWhole(target, (beside) => writeFile(beside, bytes, { mode: 0o600, flag: 'wx' }));

async function* csvRows(
  header: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<readonly string[]> {
  yield header.map(safeCell);
  for await (const row of rows) yield row.map((cell) => safeCell(String(cell)));
}

/** A spreadsheet that opens JSON makes no formulas of it, so texts stay as they are. */
async function* jsonPieces(
  header: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(Object.fromEntries(header.map((name, at) => [name, row[at]])));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
