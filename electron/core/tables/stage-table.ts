import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import {
  openPieces,
  type SealedPlace,
  Sealer,
  sealBytes,
  stagedIn,
} from '@/electron/core/keys/sealed-file';
import { asStorageError, errorCode } from '@/electron/core/storage-errors';
import type { TableChoices } from '@/shared/domain/tables/formats';
import type { TableFormat } from '@/shared/domain/tables/records';
import { MEDIA_TYPES, TABLE_LIMITS } from '@/shared/domain/tables/table-line';
import { AppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Parser } from '@/shared/usecases/ports/parser';
import { delimiterOf, encodingOf } from './csv-format';
import { decode } from './decode';
import { inside } from './desk-deps';
import { STAGED_NAME, type StagedTable } from './staged-table';

interface StageDeps {
  readonly parser: Parser;
}

const HEAD_BYTES = 256 * 1024;

/**
 * Takes a table over into a folder of the workspace, where it can be read again and again: a CSV as it is, other formats as the lines
 * that the parse process makes of them. `paths`: one table, or JSON Resumes and vCards, or a folder of them.
 * Errors (AppError): INVALID for what is no table; STORAGE_UNAVAILABLE.
 */
export async function stageTable(
  deps: StageDeps,
  paths: readonly string[],
  dir: SealedPlace,
  signal: AbortSignal,
): Promise<StagedTable> {
  await mkdir(dir.path, { recursive: true, mode: 0o700 }).catch(storage);
  const files = await filesOf(paths);
  const [first] = files;
  if (first === undefined) {
    throw invalid('There is no table there. Choose a CSV, XLSX, JSON Resume or vCard file.');
  }
  const head = await headOf(first);
  const table =
    files.length === 1 && !isStructured(head)
      ? await stageCsv(first, head, dir, signal)
      : await stageParsed(deps, files, dir, signal);
  await saveStaged(dir, table);
  return table;
}

/** Keeps what is known of a staged table beside it; there whole or as it was. */
export async function saveStaged(dir: SealedPlace, table: StagedTable): Promise<void> {
  const beside = path.join(dir.path, `${newId()}.part`);
  try {
    await writeFile(beside, sealBytes(dir.key, Buffer.from(JSON.stringify(table))), {
      mode: 0o600,
    });
    await rename(beside, path.join(dir.path, STAGED_NAME));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asStorageError(error);
  }
}

/** The files meant: those chosen, or all JSON and vCard files of a chosen folder. */
async function filesOf(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const one of paths) {
    const facts = await stat(one).catch(unreadable);
    if (!facts.isDirectory()) {
      files.push(one);
      continue;
    }
    const names = (await readdir(one).catch(unreadable)).sort();
    files.push(
      ...names
        .filter((name) => /\.(json|vcf|vcard)$/i.test(name))
        .map((name) => path.join(one, name)),
    );
  }
  if (files.length > TABLE_LIMITS.files) {
    throw invalid(`More than ${TABLE_LIMITS.files} files at once. Import them in parts.`);
  }
  return files;
}

/** Whether it is one of the formats that the parse process reads. */
function isStructured(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 1000)).toString('latin1');
  return (
    text.startsWith('PK\x03\x04') ||
    text.startsWith('\xd0\xcf\x11\xe0') ||
    /^(\xef\xbb\xbf)?\s*([[{]|begin:vcard)/i.test(text) ||
    /^(\xff\xfe|\xfe\xff)\0?B\0?E\0?G\0?I\0?N\0?:/i.test(text)
  );
}

async function stageCsv(
  file: string,
  head: Uint8Array,
  dir: SealedPlace,
  signal: AbortSignal,
): Promise<StagedTable> {
  if (head.length === 0) throw invalid('This file is empty.');
  const name = 'rows.csv';
  const copied = await copyText(file, inside(dir, name), signal);
  const encoding = encodingOf(head, copied.isUtf8);
  if (encoding === null) {
    throw invalid(
      'This is no table: it is neither text nor a workbook. Export it as CSV or XLSX and choose that.',
    );
  }
  return {
    fileName: path.basename(file),
    format: 'csv',
    sha256: copied.sha256,
    bytes: copied.bytes,
    files: [{ name: '', file: name }],
    choices: { ...FIRST_CHOICES, encoding, delimiter: delimiterOf(decode(head, encoding)) },
    targets: [],
  };
}

export const FIRST_CHOICES: TableChoices = {
  encoding: null,
  delimiter: null,
  sheet: 0,
  hasHeader: true,
  dateOrder: 'day-first',
};

/** Copies a text, and finds out on the way whether all of it is UTF-8. */
async function copyText(
  from: string,
  to: SealedPlace,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number; readonly isUtf8: boolean }> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let bytes = 0;
  const sealer = new Sealer(to.key);
  const target = await open(to.path, 'w', 0o600).catch(storage);
  try {
    await target.write(sealer.header).catch(storage);
    // A stream of bytes gives buffers.
    for await (const piece of createReadStream(from) as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      bytes += piece.length;
      if (bytes > TABLE_LIMITS.csvBytes) {
        throw invalid('This file is larger than 1 GB. Split it and import the parts.');
      }
      hash.update(piece);
      isUtf8 &&= decodes(() => utf8.decode(piece, { stream: true }));
      await target.write(sealer.push(piece)).catch(storage);
    }
    await target.write(sealer.end()).catch(storage);
    isUtf8 &&= decodes(() => utf8.decode());
    await target.sync().catch(storage);
  } catch (error) {
    throw errorCode(error) === null || error instanceof AppError ? error : unreadableError(error);
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), bytes, isUtf8 };
}

function decodes(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

async function stageParsed(
  { parser }: StageDeps,
  files: readonly string[],
  dir: SealedPlace,
  signal: AbortSignal,
): Promise<StagedTable> {
  const hash = createHash('sha256');
  const staged: { name: string; file: string }[] = [];
  let bytes = 0;
  let format: TableFormat | null = null;
  for (const file of files) {
    const outcome = await parser.parse(
      {
        path: file,
        fileName: path.basename(file),
        ocrLanguages: [],
        ...stagedIn(dir),
        table: true,
      },
      signal,
    );
    if (outcome.kind !== 'container') {
      const why = outcome.kind === 'failed' ? outcome.failure.message : 'This is no table.';
      throw invalid(files.length === 1 ? why : `${path.basename(file)}: ${why}`);
    }
    const read = FORMATS.find((one) => MEDIA_TYPES[one] === outcome.mediaType) ?? null;
    if (
      read === null ||
      (format !== null && format !== read) ||
      (read === 'xlsx' && files.length > 1)
    ) {
      throw invalid('These files are of several kinds. Import one table at a time.');
    }
    format = read;
    bytes += (await stat(file).catch(unreadable)).size;
    for (const entry of outcome.entries) {
      hash.update(`${entry.name}\n${await digestOf({ path: entry.stagedPath, key: dir.key })}\n`);
      staged.push({ name: entry.name, file: path.basename(entry.stagedPath) });
    }
  }
  if (format === null || staged.length === 0) throw invalid('There is nobody in this file.');
  const one = files.length === 1 ? path.basename(files[0] ?? '') : null;
  return {
    fileName: one ?? `${path.basename(files[0] ?? '')} + ${files.length - 1}`,
    format,
    sha256: hash.digest('hex'),
    bytes,
    // The people of several files are one table; the sheets of a workbook are several.
    files: format === 'xlsx' ? staged : [await joined(dir, staged)],
    choices: FIRST_CHOICES,
    targets: [],
  };
}

const FORMATS = ['xlsx', 'json-resume', 'vcard'] as const;

async function joined(
  dir: SealedPlace,
  parts: readonly { readonly name: string; readonly file: string }[],
): Promise<{ name: string; file: string }> {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return { name: '', file: first?.file ?? '' };
  const file = 'people.ndjson';
  const target = await open(path.join(dir.path, file), 'w', 0o600).catch(storage);
  const sealer = new Sealer(dir.key);
  try {
    await target.write(sealer.header).catch(storage);
    for (const part of parts) {
      const at = inside(dir, part.file);
      for await (const piece of openPieces(at)) {
        await target.write(sealer.push(piece)).catch(storage);
      }
      await rm(at.path, { force: true });
    }
    await target.write(sealer.end()).catch(storage);
  } finally {
    await target.close();
  }
  return { name: '', file };
}

async function digestOf(file: SealedPlace): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of openPieces(file)) hash.update(piece);
  return hash.digest('hex');
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r').catch(unreadable);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export const invalid = (message: string): AppError => new AppError('INVALID', message);
const unreadableError = (error: unknown): AppError =>
  invalid(
    `The file could not be opened (${errorCode(error) ?? 'unknown'}). Check it and try again.`,
  );
const unreadable = (error: unknown): never => {
  throw unreadableError(error);
};
const storage = (error: unknown): never => {
  throw asStorageError(error);
};
