import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { Readable, type Transform } from 'node:stream';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { openBytes, openPieces, type SealedPlace } from '@/electron/core/keys/sealed-file';
import { type TableChoices, tableChoicesSchema } from '@/shared/domain/tables/formats';
import { TABLE_FORMATS } from '@/shared/domain/tables/records';
import { cellText } from '@/shared/domain/tables/safe-cell';
import { TABLE_LIMITS, type TableLine, tableLineSchema } from '@/shared/domain/tables/table-line';
import { AppError } from '@/shared/kit/app-error';
import { inside } from './desk-deps';

/** A table whose bytes lie in a folder of the workspace, so that it can be read again after a crash; kept there as `table.json`. */
const stagedTableSchema = z.object({
  fileName: z.string(),
  format: z.enum(TABLE_FORMATS),
  sha256: z.string().length(64),
  bytes: z.number().int().nonnegative(),
  /** Files beside this one: a CSV as it came; else lines of JSON, one file a sheet. */
  files: z.array(z.object({ name: z.string(), file: z.string() })),
  choices: tableChoicesSchema,
  /** Where each column goes; set when it is imported. */
  targets: z.array(z.string()),
});
export type StagedTable = z.infer<typeof stagedTableSchema>;

export const STAGED_NAME = 'table.json';

export const readStagedTable = async (dir: SealedPlace): Promise<StagedTable> => {
  const { path, key } = inside(dir, STAGED_NAME);
  return stagedTableSchema.parse(JSON.parse(openBytes(key, await readFile(path)).toString()));
};

/**
 * The rows of a staged table in their order, read as they are asked for. The first row of a CSV is 1, also when it holds headers; blank
 * rows are passed over. `onRead` hears how much of the file was read, 0 to 1, a little ahead of the rows. Errors (AppError): INVALID for
 * what cannot be read on, with the row it stopped at.
 */
export function linesOf(
  dir: SealedPlace,
  table: StagedTable,
  onRead: (part: number) => void = () => undefined,
): AsyncGenerator<TableLine> {
  const file = table.files[table.choices.sheet] ?? table.files[0];
  if (file === undefined) return nothing();
  const at = inside(dir, file.file);
  return table.format === 'csv' ? csvLines(at, table.choices, onRead) : jsonLines(at, onRead);
}

async function* nothing(): AsyncGenerator<TableLine> {}

async function* csvLines(
  file: SealedPlace,
  choices: TableChoices,
  onRead: (part: number) => void,
): AsyncGenerator<TableLine> {
  let row = 0;
  try {
    for await (const cells of recordsOf(file, choices, onRead)) {
      row += 1;
      if (row === 1 && /^sep=.?$/i.test(cells.join('').trim()) && cells.length <= 2) continue;
      if (row > TABLE_LIMITS.rows + 1) throw tooManyRows();
      if (cells.every((cell) => cell.trim() === '')) continue;
      yield { row, cells: cells.slice(0, TABLE_LIMITS.columns).map(cellText) };
    }
  } catch (error) {
    throw csvError(error, row + 1);
  }
}

/**
 * The records of a CSV. The parser is fed piece by piece and what it made of each is given out at once: read as a stream it would drop the
 * last records it has ready when it comes upon one that it cannot read, now more and now fewer of them.
 */
async function* recordsOf(
  file: SealedPlace,
  choices: TableChoices,
  onRead: (part: number) => void,
): AsyncGenerator<readonly string[]> {
  const source = Readable.from(openPieces(file, onRead), { objectMode: false });
  const text = source.pipe(
    // What iconv-lite declares as a plain stream is a Transform of node:stream.
    iconv.decodeStream(choices.encoding ?? 'utf-8', { stripBOM: true }) as Transform,
  );
  // `pipe` passes no failure on.
  source.on('error', (error) => text.destroy(error));
  let ready: (readonly string[])[] = [];
  const parser = parse({
    delimiter: choices.delimiter ?? ',',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: TABLE_LIMITS.rowLength,
    on_record: (cells: readonly string[]) => {
      ready.push(cells);
      return null;
    },
  });
  const failures: Error[] = [];
  parser.on('error', (error) => failures.push(error));
  const check = (): void => {
    const [failure] = failures;
    if (failure !== undefined) throw failure;
  };
  const taken = (): readonly (readonly string[])[] => {
    const records = ready;
    ready = [];
    return records;
  };
  try {
    for await (const piece of text) {
      await new Promise<void>((resolve) => parser.write(piece, () => resolve()));
      yield* taken();
      check();
    }
    await new Promise<void>((resolve) => {
      parser.once('error', () => resolve());
      parser.end(() => resolve());
    });
    yield* taken();
    check();
  } finally {
    source.destroy();
    text.destroy();
    parser.destroy();
  }
}

async function* jsonLines(
  file: SealedPlace,
  onRead: (part: number) => void,
): AsyncGenerator<TableLine> {
  const source = Readable.from(openPieces(file, onRead), { objectMode: false });
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  let row = 0;
  try {
    for await (const line of lines) {
      row += 1;
      // Written by the parse process, which has read a stranger's file: what it says is checked before it is believed.
      const read = tableLineSchema.safeParse(JSON.parse(line));
      // People of several files are counted through; rows of a sheet keep their numbers.
      yield read.success
        ? 'cells' in read.data
          ? read.data
          : { ...read.data, row }
        : { row, broken: 'Something of it is larger than anything real, or of another kind.' };
    }
  } finally {
    lines.close();
    source.destroy();
  }
}

function csvError(error: unknown, row: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new AppError(
      'INVALID',
      `Row ${row} goes on to the end of the file: a quotation mark in it is never closed, or another sign stands between the cells. Correct the row or choose the other sign.`,
      { row },
    );
  }
  return error;
}

const tooManyRows = (): AppError =>
  new AppError(
    'INVALID',
    `This table has more than ${TABLE_LIMITS.rows.toLocaleString('en')} rows. Split it and import the parts.`,
  );
