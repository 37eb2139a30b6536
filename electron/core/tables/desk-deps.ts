import path from 'node:path';
import { folderKey, type SealedPlace } from '@/electron/core/keys/sealed-file';
import type { Log } from '@/electron/core/log';
import type { Storage } from '@/electron/core/storage';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { RowDeps } from '@/shared/usecases/tables/plan-row';
import type { Parser } from '@/shared/usecases/ports/parser';

/** What opening tables and bringing them in takes. */
export type DeskDeps = Pick<
  Deps,
  | 'store'
  | 'imports'
  | 'pairs'
  | 'candidates'
  | 'customFields'
  | 'lists'
  | 'tables'
  | 'history'
  | 'workspace'
  | 'clock'
> & {
  readonly erasedBefore: RowDeps['erasedBefore'];
  readonly parser: Parser;
  /** A folder of the workspace for tables that are opened or on their way in. */
  readonly root: SealedPlace;
  readonly storage: Pick<Storage, 'suspect'>;
  readonly actor: () => Actor;
  readonly log: Log;
};

export const FATES = 'fates.ndjson';
/** The folder of one table, opened or on its way in. */
export const dirOf = (root: SealedPlace, id: Id): SealedPlace => ({
  path: path.join(root.path, id),
  key: folderKey(root.key, `tables/${id}`),
});
/** What becomes of its rows, a line each. */
export const fatesFileOf = (root: SealedPlace, id: Id): SealedPlace =>
  inside(dirOf(root, id), FATES);

/** A file of a folder. */
export const inside = ({ path: folder, key }: SealedPlace, name: string): SealedPlace => ({
  path: path.join(folder, name),
  key,
});

export const customFieldsOf = (deps: DeskDeps, actor: Actor): Promise<readonly CustomField[]> =>
  deps.customFields.fields(actor, { entity: 'candidate', archived: false });

/** Why something ended that nobody ended, for the person at the screen; what is unexpected goes into the log. */
export function sentence(error: unknown, log: Log): string {
  if (isAppError(error)) return error.message;
  log.error('table.failed', error);
  return 'Something unexpected stopped it. What came in before is kept and can be taken back.';
}
