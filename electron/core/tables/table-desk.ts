import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createTurn } from '@/electron/core/imports/turns';
import type { Log } from '@/electron/core/log';
import type { TableDraft, TableImportView } from '@/shared/contract/api/tables';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { TableChoices } from '@/shared/domain/tables/formats';
import type { TableImport } from '@/shared/domain/tables/records';
import { NO_COUNTS, type RowFate } from '@/shared/domain/tables/row-fate';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { Parser } from '@/shared/usecases/ports/parser';
import { type CheckProgress, checkTable, NO_PROGRESS } from './check-table';
import {
  createFateLog,
  type FateFilter,
  fatesIn,
  isLeftOut,
  readFates,
  resumeFateLog,
} from './fate-log';
import { importTable, update } from './import-table';
import { type Preview, previewOf, rememberedMapping } from './preview';
import { saveStaged, stageTable } from './stage-table';
import { readStagedTable, type StagedTable } from './staged-table';
import { writeLeftOut } from './write-left-out';

type DeskDeps = Pick<
  Deps,
  | 'store'
  | 'imports'
  | 'pairs'
  | 'candidates'
  | 'customFields'
  | 'lists'
  | 'tables'
  | 'history'
  | 'clock'
> & {
  readonly parser: Parser;
  /** A folder of the workspace for tables that are opened or on their way in. */
  readonly root: string;
  readonly actor: () => Actor;
  readonly log: Log;
};

interface Draft {
  readonly id: Id;
  readonly dir: string;
  staged: StagedTable;
  preview: Preview;
  remembered: boolean;
  check: {
    readonly state: TableDraft['check']['state'];
    readonly error: string | null;
  } & CheckProgress;
  checking: { readonly stop: AbortController; readonly ended: Promise<void> } | null;
}

type OtherChoices = { readonly [K in keyof TableChoices]?: TableChoices[K] | undefined };

/** Tables that are open at once; the oldest is forgotten. */
const MOST_DRAFTS = 5;
/** What did not come in of an import can be saved for so long. */
const KEPT_MS = 7 * 86_400_000;
const FATES = 'fates.ndjson';
const REMEMBERED = 200;

/** Opens tables, looks at what would become of their rows, and brings them in, one table at a time. */
export function createTableDesk(deps: DeskDeps) {
  const drafts = new Map<Id, Draft>();
  const inTurn = createTurn();
  let running: { readonly id: Id; readonly stop: AbortController; ended: Promise<void> } | null =
    null;
  let closing = false;
  /** Why an import stands still though its row says it runs: nothing can be written. */
  const halted = new Map<Id, string>();
  /** Rows of which something is left out, counted once an import has ended. */
  const leftOutOf = new Map<Id, number>();
  const dirOf = (id: Id): string => path.join(deps.root, id);
  const fatesFile = (id: Id): string => path.join(dirOf(id), FATES);
  const customFields = (): Promise<readonly CustomField[]> =>
    deps.customFields.fields(deps.actor(), { entity: 'candidate', archived: false });

  const draftOf = (id: Id): Draft => {
    const draft = drafts.get(id);
    if (draft === undefined) {
      throw new AppError('NOT_FOUND', 'This table is not open any more. Choose it again.');
    }
    return draft;
  };
  const lookAt = async (draft: Draft): Promise<void> => {
    const fields = await customFields();
    const preview = await previewOf(draft.dir, draft.staged, fields);
    const earlier = rememberedMapping(
      preview.headers,
      await deps.tables.imports(REMEMBERED),
      fields,
    );
    draft.preview = earlier === null ? preview : { ...preview, mapping: earlier };
    draft.remembered = earlier !== null;
  };

  const open = async (paths: readonly string[]): Promise<TableDraft> => {
    const id = newId();
    const dir = dirOf(id);
    try {
      let staged = await stageTable(deps, paths, dir, new AbortController().signal);
      const first = await previewOf(dir, staged, []);
      if (first.isEmpty) {
        throw new AppError('INVALID', 'There is nobody in this file.');
      }
      const choices = {
        ...staged.choices,
        hasHeader: first.looksNamed,
        dateOrder: first.dateOrder,
      };
      staged = { ...staged, choices };
      const draft: Draft = {
        id,
        dir,
        staged,
        preview: first,
        remembered: false,
        check: { state: 'none', error: null, ...NO_PROGRESS },
        checking: null,
      };
      await lookAt(draft);
      drafts.set(id, draft);
      for (const old of [...drafts.keys()].slice(0, -MOST_DRAFTS)) await discard(old);
      return viewOf(draft);
    } catch (error) {
      await rm(dir, { recursive: true, force: true });
      throw error;
    }
  };

  const choose = async (id: Id, choices: OtherChoices): Promise<TableDraft> => {
    const draft = draftOf(id);
    await stopCheck(draft);
    const before = draft.staged;
    const other = Object.entries(choices).filter(([, value]) => value !== undefined);
    draft.staged = {
      ...before,
      choices: { ...before.choices, ...Object.fromEntries(other) },
      targets: [],
    };
    try {
      await lookAt(draft);
    } catch (error) {
      draft.staged = before;
      throw error;
    }
    draft.check = { state: 'none', error: null, ...NO_PROGRESS };
    return viewOf(draft);
  };

  const check = async (id: Id, targets: readonly string[]): Promise<TableDraft> => {
    const draft = draftOf(id);
    await stopCheck(draft);
    draft.staged = { ...draft.staged, targets: targetsFor(draft, targets) };
    draft.check = { state: 'running', error: null, ...NO_PROGRESS };
    const stop = new AbortController();
    const fields = await customFields();
    const table = {
      dir: draft.dir,
      staged: draft.staged,
      customFields: fields,
      fatesFile: fatesFile(id),
    };
    const ended = checkTable(deps, deps.actor(), table, stop.signal, (progress) => {
      draft.check = { state: 'running', error: null, ...progress };
    }).then(
      (progress) => {
        draft.check = { state: 'done', error: null, ...progress };
      },
      (error: unknown) => {
        const { rows, counts, leftOut } = draft.check;
        draft.check = stop.signal.aborted
          ? { state: 'none', error: null, ...NO_PROGRESS }
          : { state: 'failed', error: sentence(error, deps.log), rows, counts, leftOut };
      },
    );
    draft.checking = { stop, ended };
    // A small table is looked through before its caller hears of it.
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))]);
    return viewOf(draft);
  };
  const stopCheck = async (draft: Draft): Promise<void> => {
    draft.checking?.stop.abort(new DOMException('The look was stopped', 'AbortError'));
    await draft.checking?.ended;
    draft.checking = null;
  };

  const discard = async (id: Id): Promise<void> => {
    const draft = drafts.get(id);
    if (draft === undefined) return;
    drafts.delete(id);
    await stopCheck(draft);
    await rm(draft.dir, { recursive: true, force: true });
  };

  const start = (id: Id, targets: readonly string[]): Promise<TableImport> =>
    starting(async () => {
      const draft = draftOf(id);
      if (running !== null) {
        throw new AppError('INVALID', 'Another table is being imported. Wait until it is done.');
      }
      await stopCheck(draft);
      const staged = { ...draft.staged, targets: targetsFor(draft, targets) };
      await saveStaged(draft.dir, staged);
      const row = {
        id,
        fileName: staged.fileName,
        sha256: staged.sha256,
        format: staged.format,
        mapping: Object.fromEntries(
          draft.preview.headers.map((header, index) => [header, staged.targets[index] ?? 'skip']),
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
        actor: deps.actor(),
        action: 'table.imported',
        changes: [{ op: 'insert', entity: 'tableImport', row }],
      });
      drafts.delete(id);
      const record = await recordOf(id);
      begin(record);
      return record;
    });
  const starting = async <T>(work: () => Promise<T>): Promise<T> => {
    let result: T | undefined;
    await inTurn(async () => {
      result = await work();
    });
    // Set by the work that was just waited for.
    return result as T;
  };

  const recordOf = async (id: Id): Promise<TableImport> => {
    const record = await deps.tables.import(id);
    if (record === null) throw new AppError('NOT_FOUND', 'This import is not there any more.');
    return record;
  };

  const begin = (record: TableImport): void => {
    const stop = new AbortController();
    const { id } = record;
    halted.delete(id);
    const ended = run(record, stop.signal).finally(() => {
      running = null;
    });
    running = { id, stop, ended };
  };

  const run = async (record: TableImport, signal: AbortSignal): Promise<void> => {
    const { id } = record;
    const dir = dirOf(id);
    try {
      const staged = await readStagedTable(dir).catch(() => {
        throw new AppError(
          'NOT_FOUND',
          'The table is not in the workspace any more. What came in is kept; import the file again for the rest.',
        );
      });
      const log =
        record.cursor === 0
          ? await createFateLog(fatesFile(id))
          : await resumeFateLog(fatesFile(id), record.cursor);
      const table = { record, dir, staged, customFields: await customFields(), log };
      await importTable(deps, deps.actor(), table, signal);
      if (!closing) await finish(id, signal.aborted ? 'cancelled' : 'done', null);
    } catch (error) {
      if (closing && signal.aborted) return;
      const message = sentence(error, deps.log);
      // Where nothing can be written, its row goes on saying that it runs, and the next start goes on with it.
      if (isAppError(error) && error.code === 'STORAGE_UNAVAILABLE') halted.set(id, message);
      else await finish(id, 'failed', message).catch(() => halted.set(id, message));
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
      actor: deps.actor(),
      action: 'table.imported',
      changes: [update(record, patch)],
    });
    const names = await readdir(dirOf(id)).catch(() => []);
    for (const name of names) {
      if (name !== FATES) await rm(path.join(dirOf(id), name), { force: true });
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
      rows: state === 'done' ? counts.created + counts.updated + counts.skipped : null,
      leftOut: state === 'running' ? null : await leftOutIn(id),
      undoCommitId,
    };
  };
  const leftOutIn = async (id: Id): Promise<number | null> => {
    const known = leftOutOf.get(id);
    if (known !== undefined) return known;
    if (!(await stat(fatesFile(id)).catch(() => null))) return null;
    let count = 0;
    for await (const { fate } of fatesIn(fatesFile(id), 0)) if (isLeftOut(fate)) count += 1;
    leftOutOf.set(id, count);
    return count;
  };

  /** Of an import the names stand in the candidates alone; whoever is taken back or gone has none. */
  const named = async (fate: RowFate): Promise<RowFate> => {
    if (fate.name !== '' || fate.candidateId === null) return fate;
    const candidate = await deps.candidates.record(deps.actor(), 'candidate', fate.candidateId);
    return { ...fate, name: candidate?.name ?? '', candidateId: candidate?.id ?? null };
  };

  return {
    open,
    draft: (id: Id): TableDraft => viewOf(draftOf(id)),
    choose,
    check,
    stopCheck: async (id: Id): Promise<TableDraft> => {
      const draft = draftOf(id);
      await stopCheck(draft);
      draft.check = { state: 'none', error: null, ...NO_PROGRESS };
      return viewOf(draft);
    },
    discard,
    start: async (id: Id, targets: readonly string[]): Promise<TableImportView> =>
      importView(await start(id, targets)),
    imports: async (limit: number): Promise<TableImportView[]> =>
      Promise.all((await deps.tables.imports(limit)).map(importView)),
    get: async (id: Id): Promise<TableImportView> => importView(await recordOf(id)),
    cancel: async (id: Id): Promise<TableImportView> => {
      const record = await recordOf(id);
      if (running?.id === id) {
        running.stop.abort(new DOMException('The import was cancelled', 'AbortError'));
        await running.ended;
      } else if (record.state === 'running') await finish(id, 'cancelled', null);
      return importView(await recordOf(id));
    },
    fates: async (
      id: Id,
      query: { readonly kind: FateFilter; readonly after: number; readonly limit: number },
    ) => {
      const page = await readFates(fatesFile(id), query);
      return { ...page, fates: await Promise.all(page.fates.map(named)) };
    },
    saveLeftOut: (id: Id, target: string): Promise<number> => writeLeftOut(fatesFile(id), target),
    /** Ends an import that is still at work, before it is taken back; resolves when it has ended. */
    endDeed: async (bulkId: Id): Promise<void> => {
      if (running === null || (await deps.tables.import(running.id))?.bulkId !== bulkId) return;
      running.stop.abort(new DOMException('The import is taken back', 'AbortError'));
      await running.ended;
    },
    /** Resolves when nothing is at work any more. */
    ended: async (): Promise<void> => {
      await running?.ended;
    },
    /** Takes up an import that the last process left unfinished, and removes what nobody needs any more. */
    recover: (): Promise<void> =>
      inTurn(async () => {
        const unfinished = await deps.tables.running();
        await sweep(deps.root, new Set(unfinished.map(({ id }) => id)));
        const [first, ...others] = unfinished;
        for (const other of others) await finish(other.id, 'failed', 'It was interrupted.');
        if (first !== undefined && running === null) begin(first);
      }),
    /** Stops without a mark in the database: the next start goes on from the row. */
    close: async (): Promise<void> => {
      closing = true;
      running?.stop.abort(new DOMException('Longlist is closing', 'AbortError'));
      await running?.ended;
      for (const id of drafts.keys()) await discard(id);
    },
  };
}
export type TableDesk = ReturnType<typeof createTableDesk>;

/** One target for each column; what is missing is left out. */
const targetsFor = (draft: Draft, targets: readonly string[]): string[] =>
  draft.preview.headers.map((_, index) => targets[index] ?? 'skip');

const targetIn = ({ mapping }: Preview, header: string): string =>
  Object.hasOwn(mapping, header) ? (mapping[header] ?? 'skip') : 'skip';

function viewOf({ id, staged, preview, remembered, check }: Draft): TableDraft {
  return {
    id,
    fileName: staged.fileName,
    format: staged.format,
    bytes: staged.bytes,
    choices: staged.choices,
    sheets: staged.format === 'xlsx' ? staged.files.map(({ name }) => name) : [],
    columns: preview.headers.map((header, index) => ({
      header,
      target: staged.targets[index] ?? targetIn(preview, header),
      samples: [...(preview.samples[index] ?? [])],
    })),
    rows: preview.rows.map((row) => [...row]),
    remembered,
    ambiguousDates: preview.ambiguousDates,
    check,
  };
}

/** Folders of tables that were open when Longlist ended, and of imports whose time is over. */
async function sweep(root: string, unfinished: ReadonlySet<Id>): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root).catch(() => [])) {
    if (unfinished.has(name)) continue;
    const folder = path.join(root, name);
    const kept = await stat(path.join(folder, FATES)).catch(() => null);
    const isDraft = (await stat(path.join(folder, 'table.json')).catch(() => null)) !== null;
    if (kept === null || isDraft || Date.now() - kept.mtimeMs > KEPT_MS) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function sentence(error: unknown, log: Log): string {
  if (isAppError(error)) return error.message;
  log.error('table.failed', error);
  return 'Something unexpected stopped it. What came in before is kept and can be taken back.';
}
