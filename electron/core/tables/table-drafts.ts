import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { rm } from 'node:fs/promises';
import type { TableDraft } from '@/shared/contract/api/tables';
import type { TableChoices } from '@/shared/domain/tables/formats';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { type CheckProgress, checkTable, NO_PROGRESS } from './check-table';
import { customFieldsOf, type DeskDeps, dirOf, fatesFileOf, sentence } from './desk-deps';
import { type Preview, previewOf, rememberedMapping } from './preview';
import { stageTable } from './stage-table';
import type { StagedTable } from './staged-table';

interface Draft {
  readonly id: Id;
  /** Who opened it. */
  readonly actor: Actor;
  readonly dir: SealedPlace;
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
const REMEMBERED = 200;
const NOT_LOOKED: Draft['check'] = { state: 'none', error: null, ...NO_PROGRESS };

/** Tables that were opened and are not imported yet: how they are read, where their columns go, and a look at what would become of their rows. */
export function createTableDrafts(deps: DeskDeps) {
  const drafts = new Map<Id, Draft>();
  const draftOf = (actor: Actor, id: Id): Draft => {
    const draft = drafts.get(id);
    if (draft === undefined || draft.actor.id !== actor.id) {
      throw new AppError('NOT_FOUND', 'This table is not open any more. Choose it again.');
    }
    return draft;
  };
  const lookAt = async (draft: Draft): Promise<void> => {
    const fields = await customFieldsOf(deps, draft.actor);
    const preview = await previewOf(draft.dir, draft.staged, fields);
    const earlier = rememberedMapping(
      preview.headers,
      await deps.tables.imports(REMEMBERED),
      fields,
    );
    draft.preview = earlier === null ? preview : { ...preview, mapping: earlier };
    draft.remembered = earlier !== null;
  };

  const open = async (actor: Actor, paths: readonly string[]): Promise<TableDraft> => {
    const id = newId();
    const dir = dirOf(deps.root, id);
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
        actor,
        dir,
        staged,
        preview: first,
        remembered: false,
        check: NOT_LOOKED,
        checking: null,
      };
      await lookAt(draft);
      drafts.set(id, draft);
      for (const old of [...drafts.keys()].slice(0, -MOST_DRAFTS)) await drop(old);
      return viewOf(draft);
    } catch (error) {
      await removeFolder(dir.path);
      throw error;
    }
  };

  const choose = async (actor: Actor, id: Id, choices: OtherChoices): Promise<TableDraft> => {
    const draft = draftOf(actor, id);
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
    draft.check = NOT_LOOKED;
    return viewOf(draft);
  };

  const check = async (actor: Actor, id: Id, targets: readonly string[]): Promise<TableDraft> => {
    const draft = draftOf(actor, id);
    await stopCheck(draft);
    draft.staged = { ...draft.staged, targets: targetsFor(draft, targets) };
    draft.check = { state: 'running', error: null, ...NO_PROGRESS };
    const stop = new AbortController();
    const table = {
      dir: draft.dir,
      staged: draft.staged,
      customFields: await customFieldsOf(deps, actor),
      fatesFile: fatesFileOf(deps.root, id),
    };
    const ended = checkTable(deps, actor, table, stop.signal, (progress) => {
      draft.check = { state: 'running', error: null, ...progress };
    }).then(
      (progress) => {
        draft.check = { state: 'done', error: null, ...progress };
      },
      (error: unknown) => {
        draft.check = stop.signal.aborted
          ? NOT_LOOKED
          : { ...draft.check, state: 'failed', error: sentence(error, deps.log) };
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

  const drop = async (id: Id): Promise<void> => {
    const draft = drafts.get(id);
    if (draft === undefined) return;
    drafts.delete(id);
    await stopCheck(draft);
    await removeFolder(draft.dir.path);
  };

  return {
    open,
    draft: (actor: Actor, id: Id): TableDraft => viewOf(draftOf(actor, id)),
    choose,
    check,
    stopCheck: async (actor: Actor, id: Id): Promise<TableDraft> => {
      const draft = draftOf(actor, id);
      await stopCheck(draft);
      draft.check = NOT_LOOKED;
      return viewOf(draft);
    },
    /** One that is not open, or not theirs, is no error. */
    discard: async (actor: Actor, id: Id): Promise<void> => {
      if (drafts.get(id)?.actor.id === actor.id) await drop(id);
    },
    /** The table as it is to come in, with its headers; no look at it goes on. */
    settled: async (
      actor: Actor,
      id: Id,
      targets: readonly string[],
    ): Promise<{ readonly staged: StagedTable; readonly headers: readonly string[] }> => {
      const draft = draftOf(actor, id);
      await stopCheck(draft);
      return {
        staged: { ...draft.staged, targets: targetsFor(draft, targets) },
        headers: draft.preview.headers,
      };
    },
    isOpenFor: (actor: Actor, id: Id): boolean => drafts.get(id)?.actor.id === actor.id,
    /** It is an import from now on. */
    release: (id: Id): void => {
      drafts.delete(id);
    },
    close: async (): Promise<void> => {
      for (const id of drafts.keys()) await drop(id);
    },
  };
}
export type TableDrafts = ReturnType<typeof createTableDrafts>;

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

/** What cannot be removed now is removed at the next start. */
const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch(() => undefined);
