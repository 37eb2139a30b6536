import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeWhole } from '@/electron/core/tables/whole-file';
import { writeTable } from '@/electron/core/tables/write-table';
import { workbookPieces } from '@/electron/core/tables/xlsx-stream';
import type { ImpactReport, ImpactRequest } from '@/shared/domain/adverse-impact/views';
import { linesOf, sheetsOf } from '@/shared/domain/adverse-impact/workbook';

/**
 * Writes the workbook, a sheet for each table and one to read it by, or its tables as one CSV. No cell is ever a formula; the target
 * appears whole or not at all. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function writeWorkbook(
  report: ImpactReport,
  request: ImpactRequest,
  jobTitles: readonly string[],
  format: 'csv' | 'xlsx',
  target: string,
): Promise<{ readonly rows: number; readonly columns: number }> {
  const lines = linesOf(report);
  const written = { rows: lines.rows.length, columns: lines.header.length };
  if (format === 'csv') {
    await writeTable(lines, 'csv', target);
    return written;
  }
  const sheets = sheetsOf(report, request, jobTitles).map((sheet) => ({
    ...sheet,
    rows: Readable.from(sheet.rows),
  }));
  await writeWhole(target, (beside) =>
    pipeline(
      workbookPieces(sheets, () => undefined),
      createWriteStream(beside, { mode: 0o600, flags: 'wx' }),
    ),
  );
  return written;
}
