import { writeTable } from '@/electron/core/tables/write-table';
import { reasonsOf } from '@/shared/domain/pipeline/reasons';
import { shortlistTable } from '@/shared/domain/pipeline/shortlist-table';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { noteExport } from '@/shared/usecases/exports/note-export';
import { explainSome } from '@/shared/usecases/matching/explain-some';

/**
 * Writes the shortlist of a job to a file, a person a row, with how each fits the job and what the client is told of them. The target
 * appears whole or not at all. Errors (AppError): NOT_FOUND, STORAGE_UNAVAILABLE.
 */
export async function exportShortlist(
  deps: Pick<Deps, 'store' | 'applications' | 'matching'>,
  actor: Actor,
  { jobId, format }: { readonly jobId: Id; readonly format: 'csv' | 'xlsx' },
  target: string,
): Promise<{ readonly candidates: number; readonly cut: number }> {
  const shortlist = await deps.applications.shortlist(actor, jobId);
  if (shortlist === null) throw new AppError('NOT_FOUND', 'This job is not there any more.');
  const candidateIds = shortlist.entries.map(({ application }) => application.candidateId);
  const reasons = reasonsOf(await explainSome(deps, actor, { jobId, candidateIds }));
  const { header, rows } = shortlistTable(shortlist, reasons);
  const { cut } = await writeTable({ header, rows }, format, target);
  const facts = { kind: 'shortlist', format, rows: rows.length, jobId } as const;
  await noteExport(deps, actor, { ...facts, columns: header.length });
  return { candidates: rows.length, cut };
}
