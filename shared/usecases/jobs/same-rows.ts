import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';

/** A row and the version of it that the editor saw. */
export interface SeenRow {
  readonly id: Id;
  readonly version: number;
}

/** Errors: CONFLICT when the rows that are there are not just those that were seen: somebody else changed the list meanwhile. */
export function refuseOthers(rows: readonly SeenRow[], seen: readonly SeenRow[]): void {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  if (rows.length !== versions.size || rows.some((row) => versions.get(row.id) !== row.version)) {
    throw new AppError(
      'CONFLICT',
      'This was changed in the meantime. Nothing was saved; look at the new values and try again.',
    );
  }
}
