import type { Change, NewRecord, Patch } from '@/shared/domain/history/change';
import type { ImportItem } from '@/shared/domain/imports/records';
import { type Id, newId } from '@/shared/kit/ids';
import { type ItemResult, NO_RESULT } from '@/shared/usecases/imports/plan-read-resume';
import type { ContainerEntry, ParseFailure } from '@/shared/usecases/ports/parser';
import type { Found } from './scan';

/** A file of the scan as a waiting item, or as a failed one when it could not even be looked at. */
export function itemOfFound(taskId: Id, found: Found, at: Date): NewRecord<'importItem'> {
  return {
    ...blankItem(taskId),
    path: found.path,
    displayPath: found.displayPath,
    fileName: found.fileName,
    bytes: found.bytes,
    modifiedMs: found.modifiedMs,
    ...(found.failure !== null && failedNow(found.failure, at)),
  };
}

/** The files inside an archive or e-mail as items of their own; those passed over are failed from the start. */
export function itemsOfContainer(
  parent: ImportItem,
  entries: readonly ContainerEntry[],
  skipped: readonly { readonly name: string; readonly failure: ParseFailure }[],
  at: Date,
): readonly NewRecord<'importItem'>[] {
  const child = (name: string): NewRecord<'importItem'> => ({
    ...blankItem(parent.taskId),
    parentId: parent.id,
    displayPath: `${parent.displayPath}${INSIDE}${name}`,
    fileName: name.split(/[\\/]/).at(-1) || name,
  });
  return [
    ...entries.map((entry) => ({
      ...child(entry.name),
      path: entry.stagedPath,
      bytes: entry.bytes,
    })),
    ...skipped.map(({ name, failure }) => ({ ...child(name), ...failedNow(failure, at) })),
  ];
}

/** Between an archive's name and what is in it. */
export const INSIDE = ' › ';

/** How an item ends. */
export function finishItem(
  item: ImportItem,
  result: ItemResult,
  facts: { readonly sha256: string | null; readonly bytes?: number },
  at: Date,
): Change {
  const patch: Patch<'importItem'> = {
    ...result,
    sha256: facts.sha256,
    ...(facts.bytes !== undefined && { bytes: facts.bytes }),
    attempts: item.attempts + 1,
    finishedAt: at.toISOString(),
  };
  return { op: 'update', entity: 'importItem', id: item.id, version: item.version, patch };
}

export const failedResult = (failure: {
  readonly code: string;
  readonly message: string;
}): ItemResult => ({
  ...NO_RESULT,
  state: 'done',
  outcome: 'failed',
  failureCode: failure.code,
  failureMessage: failure.message,
});

/** A failed item as it was before it was read, to be read again. */
export const requeueItem = (item: ImportItem): Change => ({
  op: 'update',
  entity: 'importItem',
  id: item.id,
  version: item.version,
  patch: { ...NO_RESULT, state: 'waiting', outcome: null, attempts: 0, finishedAt: null },
});

const failedNow = (failure: ParseFailure, at: Date): Partial<NewRecord<'importItem'>> => ({
  ...failedResult(failure),
  attempts: 1,
  finishedAt: at.toISOString(),
});

const blankItem = (taskId: Id): NewRecord<'importItem'> => ({
  ...NO_RESULT,
  id: newId(),
  taskId,
  parentId: null,
  path: '',
  displayPath: '',
  fileName: '',
  bytes: 0,
  modifiedMs: null,
  sha256: null,
  state: 'waiting',
  outcome: null,
  attempts: 0,
  finishedAt: null,
});
