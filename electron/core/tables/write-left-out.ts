import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { safeCell } from '@/shared/domain/tables/safe-cell';
import { fatesIn, isLeftOut } from './fate-log';
import { explain } from './explain-fate';
import { writeWhole } from './whole-file';

/**
 * Writes the rows of which something is left out to a CSV, whole or not at all: the number of the row, why, and its cells. Resolves with how
 * many. Errors (AppError): STORAGE_UNAVAILABLE.
 */
export async function writeLeftOut(fatesFile: SealedPlace, target: string): Promise<number> {
  let count = 0;
  async function* rows(): AsyncGenerator<readonly string[]> {
    yield ['Row', 'Reason'];
    for await (const { fate } of fatesIn(fatesFile, 0)) {
      if (!isLeftOut(fate)) continue;
      count += 1;
      yield [String(fate.row), explain(fate), ...(fate.cells ?? [])].map(safeCell);
    }
  }
  await writeWhole(target, (beside) => {
    return pipeline(
      rows,
      stringify({ bom: true }),
      createWriteStream(beside, { mode: 0o600, flags: 'wx' }),
    );
  });
  return count;
}
