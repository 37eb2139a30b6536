import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createTurn } from '@/electron/core/imports/turns';
import { asStorageError, isStorageError } from '@/electron/core/storage-errors';
import type { TableImportView, TableProgress } from '@/shared/contract/api/tables';
import { reachesWork } from '@/shared/domain/access/policy';
import type { TableImport } from '@/shared/domain/tables/records';
import { NO_COUNTS } from '@/shared/domain/tables/row-fate';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { customFieldsOf, type DeskDeps, dirOf, FATES, fatesFileOf, sentence } from './desk-deps';
import { createFateLog, fatesIn, isLeftOut, resumeFateLog } from './fate-log';
import { importTable, update } from './import-table';
import { NOT_BEGUN } from './pace';
import { saveStaged } from './stage-table';
import { readStagedTable, STAGED_NAME } from './staged-table';
import type { TableDrafts } from './table-drafts';

/** What did not come in of an import can be saved for so long. */
const KEPT_MS = 7 * 86_400_000;

interface Running {
  readonly id: Id;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Brings tables in, one at a time; each is a row of its own, which tells how far it is. */
export function createTableImports(deps: DeskDeps, drafts: TableDrafts) {
  const inTurn = createTurn();
  let running: Running | null = null;
  let progress: TableProgress = NOT_BEGUN;
  let closing = false;
  /** Why an import stands still though its row says it runs: nothing can be written. */
  const halted = new Map<Id, string>();
  /** Rows of which something is left out, counted once an import has ended. */
  const leftOutOf = new Map<Id, number>();

  const start = async (
    actor: Actor,
    id: Id,
    targets: readonly string[],
  ): Promise<TableImportView> => {
    await inTurn(async () => {
      if (running !== null) {
        throw new AppError('INVALID', 'Another table is being imported. Wait until it is done.');
      }
      const { staged, headers } = await drafts.settled(actor, id, targets);
      await saveStaged(dirOf(deps.root, id), staged);
      const row = {
        id,
        fileName: staged.fileName,
        sha256: staged.sha256,
        format: staged.format,
        mapping: Object.fromEntries(
          headers.map((header, index) => [header, staged.targets[index] ?? 'skip']),
        ),
        state: 'running' as const,
        cursor: 0,
        counts: NO_COUNTS,
        bulkId: newId(),
        startedAt: nowIso(deps.clock),
        finishedAt: null,
        error: null,
      };
      await deps.store.commit({
        actor,
        action: 'table.imported',
        changes: [{ op: 'insert', entity: 'tableImport', row }],
      });
      drafts.release(id);
      begin(await recordOf(id));
    });
    return importView(await recordOf(id));
  };

  const recordOf = async (id: Id): Promise<TableImport> => {
    const record = await deps.tables.import(id);
    if (record === null) throw new AppError('NOT_FOUND', 'This import is not there any more.');
    return record;
  };
  /** The same of one that is the actor's to see. */
  const recordFor = async (actor: Actor, id: Id): Promise<TableImport> => {
    const record = await recordOf(id);
    if (!reachesWork(actor, record.createdBy)) {
      throw new AppError('NOT_FOUND', 'This import is not there any more.');
    }
    return record;
  };
  /** Whoever began an import has done it, also when it is taken up with somebody else at the desk. */
  const actorOf = async ({ createdBy }: TableImport): Promise<Actor> =>
    (await deps.workspace.actor(createdBy)) ?? deps.actor();

  const begin = (record: TableImport): void => {
    const stop = new AbortController();
    const { id } = record;
    halted.delete(id);
    progress = NOT_BEGUN;
    const ended = run(record, stop.signal).finally(() => {
      running = null;
    });
    running = { id, stop, ended };
  };
  const end = async (why: string): Promise<void> => {
    running?.stop.abort(new DOMException(why, 'AbortError'));
    await running?.ended;
  };

  const run = async (record: TableImport, signal: AbortSignal): Promise<void> => {
    const { id } = record;
    const dir = dirOf(deps.root, id);
    const fatesFile = fatesFileOf(deps.root, id);
    try {
      const actor = await actorOf(record);
      const staged = await readStagedTable(dir).catch(() => {
        throw new AppError(
          'NOT_FOUND',
          'The table is not in the workspace any more. What came in is kept; import the file again for the rest.',
        );
      });
      const log =
        record.cursor === 0
          ? await createFateLog(fatesFile)
          : await resumeFateLog(fatesFile, record.cursor);
      const table = { record, dir, staged, customFields: await customFieldsOf(deps, actor), log };
      await importTable(deps, actor, table, signal, (now) => {
        progress = now;
      });
      if (!closing) await finish(id, signal.aborted ? 'cancelled' : 'done', null);
    } catch (error) {
      if (closing && signal.aborted) return;
      const message = sentence(error, deps.log);
      // Where nothing can be written, its row goes on saying that it runs, and the next start goes on with it.
      if (isStorageError(error)) {
        deps.storage.suspect(error);
        halted.set(id, message);
      } else await finish(id, 'failed', message).catch(() => halted.set(id, message));
    }
  };

  /** What came in is in the database: the table itself goes. */
  const finish = async (
    id: Id,
    state: 'done' | 'cancelled' | 'failed',
    error: string | null,
  ): Promise<void> => {
    const record = await recordOf(id);
    const patch = { state, error, finishedAt: nowIso(deps.clock) };
    await deps.store.commit({
      actor: await actorOf(record),
      action: 'table.imported',
      changes: [update(record, patch)],
    });
    const dir = dirOf(deps.root, id);
    // What cannot be removed now is removed at a later start.
    for (const name of await readdir(dir.path).catch(() => [])) {
      if (name !== FATES)
        await rm(path.join(dir.path, name), { force: true }).catch(() => undefined);
    }
  };

  const importView = async (record: TableImport): Promise<TableImportView> => {
    const { id, fileName, format, state, cursor, counts, startedAt, finishedAt } = record;
    const [undoCommitId = null] = await deps.history.partsOf(record.bulkId);
    return {
      id,
      fileName,
      format,
      state,
      cursor,
      counts,
      startedAt,
      finishedAt,
      error: halted.get(id) ?? record.error,
      progress: running?.id === id ? progress : null,
      rows: state === 'done' ? counts.created + counts.updated + counts.skipped : null,
      leftOut: state === 'running' ? null : await leftOutIn(id),
      undoCommitId,
    };
  };
  const leftOutIn = async (id: Id): Promise<number | null> => {
    const known = leftOutOf.get(id);
    if (known !== undefined) return known;
    const fatesFile = fatesFileOf(deps.root, id);
    if (!(await stat(fatesFile.path).catch(() => null))) return null;
    let count = 0;
    for await (const { fate } of fatesIn(fatesFile, 0)) if (isLeftOut(fate)) count += 1;
    leftOutOf.set(id, count);
    return count;
  };

  return {
    start,
    imports: async (actor: Actor, limit: number): Promise<TableImportView[]> =>
      Promise.all(
        (await deps.tables.imports(limit))
          .filter(({ createdBy }) => reachesWork(actor, createdBy))
          .map(importView),
      ),
    record: recordFor,
    get: async (actor: Actor, id: Id): Promise<TableImportView> =>
      importView(await recordFor(actor, id)),
    cancel: async (actor: Actor, id: Id): Promise<TableImportView> => {
      const record = await recordFor(actor, id);
      if (running?.id === id) await end('The import was cancelled');
      else if (record.state === 'running') await finish(id, 'cancelled', null);
      return importView(await recordOf(id));
    },
    /** Ends an import that is still at work, before it is taken back; resolves when it has ended. */
    endDeed: async (bulkId: Id): Promise<void> => {
      if (running === null || (await deps.tables.import(running.id))?.bulkId !== bulkId) return;
      await end('The import is taken back');
    },
    /** Resolves when nothing is at work any more. */
    ended: async (): Promise<void> => {
      await running?.ended;
    },
    /** Takes up an import that the last process left unfinished, and removes what nobody needs any more. */
    recover: (): Promise<void> =>
      inTurn(async () => {
        const unfinished = await deps.tables.running();
        await sweep(deps.root.path, new Set(unfinished.map(({ id }) => id)));
        const [first, ...others] = unfinished;
        for (const other of others) await finish(other.id, 'failed', 'It was interrupted.');
        if (first !== undefined && running === null) begin(first);
      }),
    /** Goes on with imports that stood still while nothing could be written. */
    goOn: (): Promise<void> =>
      inTurn(async () => {
        for (const id of halted.keys()) {
          const record = await recordOf(id);
          if (closing || running !== null || record.state !== 'running') continue;
          begin(record);
        }
      }),
    /** Stops without a mark in the database: the next start goes on from the row. */
    close: async (): Promise<void> => {
      closing = true;
      await end('Longlist is closing');
    },
  };
}

/** Folders of tables that were open when Longlist ended, and of imports whose time is over. */
async function sweep(root: string, unfinished: ReadonlySet<Id>): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw asStorageError(error);
  });
  for (const name of await readdir(root).catch(() => [])) {
    if (unfinished.has(name)) continue;
    const folder = path.join(root, name);
    const kept = await stat(path.join(folder, FATES)).catch(() => null);
    const isDraft = (await stat(path.join(folder, STAGED_NAME)).catch(() => null)) !== null;
    if (kept === null || isDraft || Date.now() - kept.mtimeMs > KEPT_MS) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
