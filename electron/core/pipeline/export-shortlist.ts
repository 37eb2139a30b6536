import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { asStorageError } from '@/electron/core/storage-errors';
import { xlsxPieces } from '@/electron/core/tables/xlsx-stream';
import { reasonsOf } from '@/shared/domain/pipeline/reasons';
import { shortlistTable } from '@/shared/domain/pipeline/shortlist-table';
import { safeCell } from '@/shared/domain/tables/safe-cell';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { explainSome } from '@/shared/usecases/matching/explain-some';

/**
 * Writes the shortlist of a job to a file, a person a row, with how each fits the job and what the client is told of them. The target
 * appears whole or not at all. Errors (AppError): NOT_FOUND, STORAGE_UNAVAILABLE.
 */
export async function exportShortlist(
  deps: Pick<Deps, 'applications' | 'matching'>,
  actor: Actor,
  { jobId, format }: { readonly jobId: Id; readonly format: 'csv' | 'xlsx' },
  target: string,
): Promise<{ readonly candidates: number; readonly cut: number }> {
  const shortlist = await deps.applications.shortlist(actor, jobId);
  if (shortlist === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
  const candidateIds = shortlist.entries.map(({ application }) => application.candidateId);
  const reasons = reasonsOf(await explainSome(deps, actor, { jobId, candidateIds }));
  const { header, rows } = shortlistTable(shortlist, reasons);
  let cut = 0;
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  const file = createWriteStream(beside, { mode: 0o600, flags: 'wx' });
  try {
    if (format === 'csv') {
      const safe = [header, ...rows].map((row) => row.map((cell) => safeCell(String(cell))));
      await pipeline(safe, stringify({ bom: true }), file);
    } else {
      const pieces = xlsxPieces(header, each(rows), () => {
        cut += 1;
      });
      await pipeline(pieces, file);
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw isAppError(error) ? error : asStorageError(error);
  }
  return { candidates: rows.length, cut };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
