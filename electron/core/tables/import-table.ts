import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TableProgress } from '@/shared/contract/api/tables';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { TableImport } from '@/shared/domain/tables/records';
import { countFate, type RowFate } from '@/shared/domain/tables/row-fate';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import type { Deps } from '@/shared/usecases/deps';
import { keysOf, planRow, type RowDeps } from '@/shared/usecases/tables/plan-row';
import { createWordReaders } from '@/shared/usecases/tables/word-readers';
import type { FateLog } from './fate-log';
import { fateOf } from './fate-of';
import { createPace } from './pace';
import { type PersonRow, personRows } from './row-reader';
import type { StagedTable } from './staged-table';
import { createWriting } from './writing';

type ImportDeps = RowDeps & Pick<Deps, 'store' | 'tables' | 'clock'>;

const MOST_ROWS = 50;
/** A commit holds the thread: batches grow and shrink until one takes about this long, in ms. */
const TARGET_MS = 15;

interface Planned {
  readonly row: PersonRow;
  readonly fate: RowFate;
  readonly changes: readonly Change[];
}

/**
 * Brings in the rows of a table behind the import's cursor, in batches of up to 50 rows; with each batch, in the same transaction, goes
 * how far it is, so that after a crash no row comes in twice. Ends early when `signal` aborts. `report` hears how far it is.
 */
export async function importTable(
  deps: ImportDeps,
  actor: Actor,
  table: {
    readonly record: TableImport;
    readonly dir: SealedPlace;
    readonly staged: StagedTable;
    readonly customFields: readonly CustomField[];
    readonly log: FateLog;
  },
  signal: AbortSignal,
  report: (progress: TableProgress) => void,
): Promise<void> {
  const { dir, staged, customFields, log } = table;
  const words = createWordReaders();
  let record = table.record;
  let writing = await createWriting(deps, actor, customFields, words);
  let batch: Planned[] = [];
  let keys = new Set<string>();
  let size = 10;
  const pace = createPace();
  let part = 0;
  const onRead = (read: number): void => {
    part = read;
  };

  const plan = async (row: PersonRow): Promise<Planned> => {
    const planned = row.person === null ? null : await planRow(deps, actor, row.person, writing);
    const changes = planned === null || planned.kind === 'skip' ? [] : planned.changes;
    return { row, fate: fateOf(row, planned), changes };
  };
  const commit = async (done: readonly Planned[]): Promise<void> => {
    let { counts } = record;
    for (const { fate } of done) counts = countFate(counts, fate.kind);
    const cursor = Math.max(record.cursor, ...done.map(({ row }) => row.row));
    await deps.store.commit({
      actor,
      action: 'table.imported',
      partOf: record.bulkId,
      changes: [...done.flatMap(({ changes }) => changes), update(record, { counts, cursor })],
    });
    record = { ...record, counts, cursor, version: record.version + 1 };
    for (const { fate } of done) await log.add(withoutValues(fate));
  };
  const write = async (): Promise<void> => {
    const entries = batch;
    batch = [];
    keys = new Set();
    if (entries.length === 0) return;
    const started = performance.now();
    try {
      await commit(entries);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await writeSingly(entries);
    }
    const each = (performance.now() - started) / entries.length;
    size = Math.max(1, Math.min(MOST_ROWS, Math.round((size + TARGET_MS / each) / 2)));
    report(pace.at(part));
    await nextTurn();
  };
  /** One row of the batch was changed by somebody meanwhile, or is refused: alone it is told apart from the others. */
  const writeSingly = async (entries: readonly Planned[]): Promise<void> => {
    for (const { row } of entries) {
      for (let attempt = 1; ; attempt++) {
        // Tags that the failed commit would have made are not there.
        writing = await createWriting(deps, actor, customFields, words);
        const again = await plan(row);
        try {
          await commit([again]);
          break;
        } catch (error) {
          if (!isRefused(error)) throw error;
          if (attempt < 3 && isAppError(error) && error.code === 'CONFLICT') continue;
          const message = isAppError(error) ? error.message : null;
          await commit([{ row, changes: [], fate: { ...again.fate, ...REFUSED, message } }]);
          writing = await createWriting(deps, actor, customFields, words);
          break;
        }
      }
    }
  };

  for await (const row of personRows(dir, staged, customFields, record.cursor, onRead)) {
    if (signal.aborted) break;
    const own = row.person === null ? [] : keysOf(row.person, writing).own;
    // Two rows of one person must not both find nobody.
    if (own.some((key) => keys.has(key))) await write();
    batch.push(await plan(row));
    for (const key of own) keys.add(key);
    if (batch.length >= size) await write();
  }
  if (!signal.aborted) await write();
  await log.flush();
}

const REFUSED = {
  kind: 'skip',
  why: 'refused',
  candidateId: null,
  taken: [],
  kept: [],
} as const satisfies Partial<RowFate>;

const isRefused = (error: unknown): boolean =>
  isAppError(error) && (error.code === 'CONFLICT' || error.code === 'INVALID');

/** What came in stands in the candidates; beside them only what did not. */
const withoutValues = (fate: RowFate): RowFate => ({
  ...fate,
  name: fate.kind === 'skip' && fate.why !== 'unchanged' ? fate.name : '',
  taken: [],
  kept: [],
  // Nothing of somebody who was erased is kept, not even what was left out of them.
  ...(fate.why === 'erased' && { cells: null, leftOut: [] }),
});

export const update = (record: TableImport, patch: Patch<'tableImport'>): Change => ({
  op: 'update',
  entity: 'tableImport',
  id: record.id,
  version: record.version,
  patch,
});
