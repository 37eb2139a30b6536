import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonResume, personFromJsonResume } from '@/shared/domain/tables/json-resume';
import { MEDIA_TYPES, TABLE_LIMITS, type TableLine } from '@/shared/domain/tables/table-line';
import { personFromVCard } from '@/shared/domain/tables/vcard';
import { Sealer, type SealedPlace } from '@/electron/core/keys/sealed-file';
import { newId } from '@/shared/kit/ids';
import type { ContainerEntry, ParseOutcome } from '@/shared/usecases/ports/parser';
import { decodeText } from '../extract/extract-txt';
import { passwordProtected, ReadFailure } from '../extract/read-failure';
import { readVCards } from './read-vcards';
import { readXlsx } from './read-xlsx';

/**
 * Reads people out of a workbook, JSON Resumes or vCards and writes them, a line of JSON each (`TableLine`), into `staged`: a file
 * for each sheet of a workbook, else one.
 */
export async function readTable(
  bytes: Uint8Array,
  staged: SealedPlace,
): Promise<Extract<ParseOutcome, { readonly kind: 'container' }>> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString(
    'latin1',
  );
  if (bytes.length === 0) throw new ReadFailure('EMPTY_FILE', 'This file is empty.');
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oldWorkbook(bytes);
  if (head.startsWith('PK')) {
    const entries: ContainerEntry[] = [];
    for (const sheet of readXlsx(bytes)) {
      const entry = writeLines(staged, sheet.name, sheet.lines);
      if (entry !== null) entries.push(entry);
    }
    return { kind: 'container', mediaType: MEDIA_TYPES.xlsx, entries, skipped: [] };
  }
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  const start = text.slice(0, 1000).trimStart();
  if (/^begin:vcard/i.test(start)) {
    const lines = numbered(await readVCards(text), ({ properties, broken }) =>
      properties === null ? { broken } : personFromVCard(properties),
    );
    return people(MEDIA_TYPES.vcard, staged, lines);
  }
  if (start.startsWith('{') || start.startsWith('[')) {
    const lines = numbered(jsonPeople(text), (value) =>
      isJsonResume(value)
        ? personFromJsonResume(value)
        : { broken: 'This is no JSON Resume: it has no “basics”.' },
    );
    return people(MEDIA_TYPES['json-resume'], staged, lines);
  }
  throw new ReadFailure(
    'UNSUPPORTED_TYPE',
    'This is no table that Longlist reads. It reads CSV, XLSX, JSON Resume and vCard files.',
  );
}

function people(mediaType: string, staged: SealedPlace, lines: Iterable<TableLine>) {
  const entry = writeLines(staged, '', lines);
  return {
    kind: 'container' as const,
    mediaType,
    entries: entry === null ? [] : [entry],
    skipped: [],
  };
}

function* numbered<T>(things: Iterable<T>, read: (thing: T) => object): Generator<TableLine> {
  let row = 0;
  for (const thing of things) {
    row += 1;
    yield lineOf(row, thing, read);
  }
}

function lineOf<T>(row: number, thing: T, read: (thing: T) => object): TableLine {
  try {
    // Read by one of the two functions above into the shape of a line; the core checks each line anew.
    return { row, ...read(thing) } as TableLine;
  } catch {
    return { row, broken: 'It is of another kind than it should be.' };
  }
}

/** One résumé, or a list of them. */
function jsonPeople(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    throw new ReadFailure(
      'CORRUPT',
      'This JSON file is damaged or cut short. Export it again and choose the new file.',
    );
  }
}

/** Old Excel files and locked new ones have the same outside. */
function oldWorkbook(bytes: Uint8Array): ReadFailure {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? passwordProtected('workbook')
    : new ReadFailure(
        'UNSUPPORTED_TYPE',
        'This is a workbook in the format of Excel 2003 and before. Save it as XLSX or CSV and choose that.',
      );
}

/** Null for no line at all. */
function writeLines(
  staged: SealedPlace,
  name: string,
  lines: Iterable<TableLine>,
): ContainerEntry | null {
  const stagedPath = join(staged.path, `${newId()}.ndjson`);
  const file = openSync(stagedPath, 'wx', 0o600);
  const sealer = new Sealer(staged.key);
  let bytes = 0;
  let count = 0;
  let pending = '';
  const flush = (): void => {
    const piece = Buffer.from(pending);
    bytes += piece.length;
    writeSync(file, sealer.push(piece));
    pending = '';
  };
  try {
    writeSync(file, sealer.header);
    for (const line of lines) {
      count += 1;
      if (count > TABLE_LIMITS.rows) {
        throw new ReadFailure(
          'TOO_LARGE',
          `This table has more than ${TABLE_LIMITS.rows.toLocaleString('en')} rows. Split it and import the parts.`,
        );
      }
      pending += `${JSON.stringify(line)}\n`;
      if (pending.length > 1_000_000) flush();
    }
    flush();
    writeSync(file, sealer.end());
  } finally {
    closeSync(file);
  }
  return count === 0 ? null : { name, stagedPath, bytes };
}
