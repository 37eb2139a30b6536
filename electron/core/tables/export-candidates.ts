import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { CandidateSelection } from '@/shared/domain/candidates/selection';
import { cellOf, type ExportPerson, headerOf } from '@/shared/domain/tables/export-columns';
import { jsonResumeOf, vCardOf } from '@/shared/domain/tables/person-out';
import type { TableFormat } from '@/shared/domain/tables/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { selectedIds } from '@/shared/usecases/bulk/selected-ids';
import type { Deps } from '@/shared/usecases/deps';
import { writeWhole } from './whole-file';
import { writeTable } from './write-table';

type ExportDeps = Pick<Deps, 'search' | 'candidates' | 'lists' | 'customFields' | 'nextTurn'>;

export interface ExportRequest {
  readonly selection: CandidateSelection;
  readonly format: TableFormat;
  /** For CSV and XLSX. */
  readonly columns: readonly string[];
}

/** People between two turns of everybody else: reading one takes about a millisecond. */
const IN_A_TURN = 10;

/**
 * Writes people to a file, one after the other. The target appears whole or not at all. Resolves with how many there were, and in how
 * many cells of a workbook a text was cut. `report` hears how many of how many are written. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function exportCandidates(
  deps: ExportDeps,
  actor: Actor,
  { selection, format, columns }: ExportRequest,
  target: string,
  signal: AbortSignal | undefined,
  report: (written: { readonly candidates: number; readonly of: number }) => void,
): Promise<{ readonly candidates: number; readonly cut: number }> {
  const ids = await selectedIds(deps, actor, selection, signal);
  const customFields = await deps.customFields.fields(actor, {
    entity: 'candidate',
    archived: false,
  });
  let candidates = 0;
  async function* people(): AsyncGenerator<ExportPerson> {
    for (const id of ids) {
      signal?.throwIfAborted();
      const detail = await deps.candidates.get(actor, id);
      // Gone since it was chosen, or merged into another one.
      if (detail === null) continue;
      candidates += 1;
      yield { detail, lists: await deps.lists.of(actor, id), customFields };
      if (candidates % IN_A_TURN === 0) {
        report({ candidates, of: ids.length });
        await deps.nextTurn();
      }
    }
  }
  async function* rows(): AsyncGenerator<readonly (string | number)[]> {
    for await (const person of people()) {
      yield columns.map((column) => cellOf(person, column, actor));
    }
  }
  if (format === 'csv' || format === 'xlsx') {
    const header = columns.map((column) => headerOf(column, customFields));
    const { cut } = await writeTable({ header, rows: rows() }, format, target, signal);
    return { candidates, cut };
  }
  const pieces =
    format === 'vcard' ? vCardPieces(people(), actor) : jsonPieces(people(), actor, ids.length);
  await writeWhole(
    target,
    (beside) => pipeline(pieces, createWriteStream(beside, { mode: 0o600, flags: 'wx' })),
    signal,
  );
  return { candidates, cut: 0 };
}

/** One résumé alone, or a list of them. */
async function* jsonPieces(
  people: AsyncIterable<ExportPerson>,
  actor: Actor,
  count: number,
): AsyncGenerator<string> {
  let before = count === 1 ? '' : '[\n';
  for await (const person of people) {
    yield before + JSON.stringify(jsonResumeOf(person, actor), null, 2);
    before = ',\n';
  }
  yield count === 1 ? '\n' : before === ',\n' ? '\n]\n' : '[]\n';
}

async function* vCardPieces(
  people: AsyncIterable<ExportPerson>,
  actor: Actor,
): AsyncGenerator<string> {
  const { default: ICAL } = await import('ical.js');
  for await (const person of people) {
    yield `${ICAL.stringify(['vcard', vCardOf(person, actor), []])}\r\n`;
  }
}
