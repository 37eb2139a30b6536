import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TableProgress } from '@/shared/contract/api/tables';
import type { Actor } from '@/shared/domain/workspace/records';
import { countFate, NO_COUNTS, type TableCounts } from '@/shared/domain/tables/row-fate';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Deps } from '@/shared/usecases/deps';
import { keysOf, planRow, type RowDeps } from '@/shared/usecases/tables/plan-row';
import { createWordReaders } from '@/shared/usecases/tables/word-readers';
import { createFateLog, isLeftOut } from './fate-log';
import { fateOf } from './fate-of';
import { keepingProfiles } from './kept-profiles';
import { createPace, NOT_BEGUN } from './pace';
import { personRows } from './row-reader';
import { createSameRows } from './same-rows';
import type { StagedTable } from './staged-table';
import { createWriting } from './writing';

export interface CheckProgress {
  readonly rows: number;
  readonly counts: TableCounts;
  readonly leftOut: number;
  readonly progress: TableProgress;
}
export const NO_PROGRESS: CheckProgress = {
  rows: 0,
  counts: NO_COUNTS,
  leftOut: 0,
  progress: NOT_BEGUN,
};

/** How long it works before everybody else gets their turn, in ms. */
const SLICE_MS = 12;

/**
 * Looks at what would become of every row and writes it into `fatesFile`; nothing is saved. Resolves with the counts. A row that is the
 * person of an earlier row would update what that one makes.
 */
export async function checkTable(
  deps: RowDeps & Pick<Deps, 'clock'>,
  actor: Actor,
  table: {
    readonly dir: SealedPlace;
    readonly staged: StagedTable;
    readonly customFields: readonly CustomField[];
    readonly fatesFile: SealedPlace;
  },
  signal: AbortSignal,
  report: (progress: CheckProgress) => void,
): Promise<CheckProgress> {
  const { dir, staged, customFields, fatesFile } = table;
  const looking = { ...deps, pairs: keepingProfiles(deps.pairs) };
  const writing = await createWriting(deps, actor, customFields, createWordReaders());
  const log = await createFateLog(fatesFile);
  const sameRows = createSameRows();
  const pace = createPace();
  let part = 0;
  const onRead = (read: number): void => {
    part = read;
  };
  let done = NO_PROGRESS;
  let begun = performance.now();
  for await (const row of personRows(dir, staged, customFields, 0, onRead)) {
    signal.throwIfAborted();
    const plan = row.person === null ? null : await planRow(looking, actor, row.person, writing);
    let fate = fateOf(row, plan);
    if (row.person !== null && fate.kind !== 'skip') {
      const keys = keysOf(row.person, writing);
      const sameAs = fate.kind === 'create' ? sameRows.find(keys.asks) : null;
      if (sameAs !== null)
        fate = { ...fate, kind: 'update', why: 'row', sameAs, candidateId: null };
      sameRows.add(keys.own, row.row);
    }
    await log.add(fate);
    done = {
      ...done,
      rows: done.rows + 1,
      counts: countFate(done.counts, fate.kind),
      leftOut: done.leftOut + (isLeftOut(fate) ? 1 : 0),
    };
    if (performance.now() - begun > SLICE_MS) {
      report({ ...done, progress: pace.at(part) });
      await nextTurn();
      begun = performance.now();
    }
  }
  await log.flush();
  return { ...done, progress: { part: 1, secondsLeft: 0 } };
}
