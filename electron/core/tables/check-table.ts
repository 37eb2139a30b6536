import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '@/shared/domain/workspace/records';
import { countFate, NO_COUNTS, type TableCounts } from '@/shared/domain/tables/row-fate';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Deps } from '@/shared/usecases/deps';
import { keysOf, planRow } from '@/shared/usecases/tables/plan-row';
import { loadWordReaders } from '@/shared/usecases/tables/word-readers';
import { createFateLog, isLeftOut } from './fate-log';
import { fateOf } from './fate-of';
import { personRows } from './row-reader';
import { createSameRows } from './same-rows';
import type { StagedTable } from './staged-table';
import { createWriting } from './writing';

export interface CheckProgress {
  readonly rows: number;
  readonly counts: TableCounts;
  readonly leftOut: number;
}
export const NO_PROGRESS: CheckProgress = { rows: 0, counts: NO_COUNTS, leftOut: 0 };

/** How long it works before everybody else gets their turn, in ms. */
const SLICE_MS = 12;

/**
 * Looks at what would become of every row and writes it into `fatesFile`; nothing is saved. Resolves with the counts. A row that is the
 * person of an earlier row would update what that one makes.
 */
export async function checkTable(
  deps: Pick<Deps, 'imports' | 'pairs' | 'candidates' | 'lists' | 'clock'>,
  actor: Actor,
  table: {
    readonly dir: string;
    readonly staged: StagedTable;
    readonly customFields: readonly CustomField[];
    readonly fatesFile: string;
  },
  signal: AbortSignal,
  report: (progress: CheckProgress) => void,
): Promise<CheckProgress> {
  const { dir, staged, customFields, fatesFile } = table;
  const writing = await createWriting(deps, actor, customFields, await loadWordReaders());
  const log = await createFateLog(fatesFile);
  const sameRows = createSameRows();
  let progress = NO_PROGRESS;
  let begun = performance.now();
  for await (const row of personRows(dir, staged, customFields, 0)) {
    signal.throwIfAborted();
    const plan = row.person === null ? null : await planRow(deps, actor, row.person, writing);
    let fate = fateOf(row, plan);
    if (row.person !== null && fate.kind !== 'skip') {
      const keys = keysOf(row.person, writing);
      const sameAs = fate.kind === 'create' ? sameRows.find(keys.asks) : null;
      if (sameAs !== null)
        fate = { ...fate, kind: 'update', why: 'row', sameAs, candidateId: null };
      sameRows.add(keys.own, row.row);
    }
    await log.add(fate);
    progress = {
      rows: progress.rows + 1,
      counts: countFate(progress.counts, fate.kind),
      leftOut: progress.leftOut + (isLeftOut(fate) ? 1 : 0),
    };
    if (performance.now() - begun > SLICE_MS) {
      report(progress);
      await nextTurn();
      begun = performance.now();
    }
  }
  await log.flush();
  return progress;
}
