import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { asStorageError } from '@/electron/core/storage-errors';
import { safeCell } from '@/shared/domain/tables/safe-cell';
import { isAppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import { xlsxPieces } from './xlsx-stream';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Writes a table as CSV or as a workbook of one sheet; no cell of it is ever a formula. The target appears whole or not at all. Resolves with
 * how many cells of a workbook were cut to what one holds. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function writeTable(
  { header, rows }: Table,
  format: 'csv' | 'xlsx',
  target: string,
): Promise<{ readonly cut: number }> {
  let cut = 0;
  await whole(target, async (beside) => {
    const file = createWriteStream(beside, { mode: 0o600, flags: 'wx' });
    if (format === 'csv') {
      const lines = [header, ...rows].map((row) => row.map((cell) => safeCell(String(cell))));
      await pipeline(Readable.from(lines), stringify({ bom: true }), file);
    } else {
      const count = (): void => {
        cut += 1;
      };
      await pipeline(xlsxPieces(header, Readable.from(rows), count), file);
    }
  });
  return { cut };
}

/** Writes bytes, whole or not at all. Errors (AppError): STORAGE_UNAVAILABLE. */
export const writeBytes = (bytes: Uint8Array, target: string): Promise<void> =>
  whole(target, (beside) => writeFile(beside, bytes, { mode: 0o600, flag: 'wx' }));

async function whole(target: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  try {
    await write(beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw isAppError(error) ? error : asStorageError(error);
  }
}
