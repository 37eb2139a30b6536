import { createReadStream } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import {
  type FileKey,
  openLine,
  type SealedPlace,
  sealLine,
} from '@/electron/core/keys/sealed-file';
import { asStorageError } from '@/electron/core/storage-errors';
import { type RowFate, rowFateSchema } from '@/shared/domain/tables/row-fate';

export type FateFilter = RowFate['kind'] | 'left-out' | null;

export interface FateLog {
  readonly add: (fate: RowFate) => Promise<void>;
  /** Writes what is still in memory. Errors (AppError): STORAGE_UNAVAILABLE. */
  readonly flush: () => Promise<void>;
}

const PIECE = 256 * 1024;

/** A file with what becomes of each row, a sealed line of JSON each: a million of them are not kept in memory. */
export async function createFateLog(file: SealedPlace): Promise<FateLog> {
  await writeFile(file.path, '', { mode: 0o600 }).catch(storage);
  return appendTo(file);
}

/** Goes on with the file of an import that was cut off: rows behind `lastRow` were written down but not done. */
export async function resumeFateLog(file: SealedPlace, lastRow: number): Promise<FateLog> {
  const beside = { ...file, path: `${file.path}.part` };
  const kept = await createFateLog(beside);
  for await (const { fate } of fatesIn(file, 0)) if (fate.row <= lastRow) await kept.add(fate);
  await kept.flush();
  await rename(beside.path, file.path).catch(storage);
  return appendTo(file);
}

function appendTo(file: SealedPlace): FateLog {
  let pending = '';
  const flush = async (): Promise<void> => {
    const piece = pending;
    pending = '';
    if (piece !== '') await appendFile(file.path, piece).catch(storage);
  };
  return {
    add: async (fate) => {
      pending += `${sealLine(file.key, JSON.stringify(fate))}\n`;
      if (pending.length > PIECE) await flush();
    },
    flush,
  };
}

/** A page of the file: `after` is where the page before ended, in bytes; `next` is null behind the last. */
export async function readFates(
  file: SealedPlace,
  query: { readonly kind: FateFilter; readonly after: number; readonly limit: number },
): Promise<{ readonly fates: RowFate[]; readonly next: number | null }> {
  const fates: RowFate[] = [];
  for await (const { fate, end } of fatesIn(file, query.after)) {
    const isMeant =
      query.kind === null ||
      (query.kind === 'left-out' ? isLeftOut(fate) : fate.kind === query.kind);
    if (!isMeant) continue;
    fates.push(fate);
    if (fates.length === query.limit) return { fates, next: end };
  }
  return { fates, next: null };
}

/** Whether something of the row does not come in: a cell, or all of it. Somebody who has all of it already lacks nothing. */
export const isLeftOut = (fate: RowFate): boolean =>
  fate.leftOut.length > 0 || (fate.kind === 'skip' && fate.why !== 'unchanged');

/** The lines of the file from a place on, each with the place where it ends. A file that is not there has none. */
export async function* fatesIn(
  { path, key }: SealedPlace,
  from: number,
): AsyncGenerator<{ readonly fate: RowFate; readonly end: number }> {
  const source = createReadStream(path, { start: from });
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  let end = from;
  try {
    for await (const line of lines) {
      end += Buffer.byteLength(line) + 1;
      // The last line of a process that was ended may be a part of one.
      const fate = readLine(key, line);
      if (fate !== null) yield { fate, end };
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  } finally {
    lines.close();
    source.destroy();
  }
}

function readLine(key: FileKey, line: string): RowFate | null {
  try {
    const read = rowFateSchema.safeParse(JSON.parse(openLine(key, line) ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const storage = (error: unknown): never => {
  throw asStorageError(error);
};
