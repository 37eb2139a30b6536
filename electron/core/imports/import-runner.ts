import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Change, NewRecord } from '@/shared/domain/history/change';
import type { ImportItem, Task, WatchedFolder } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { ImportProgress, ImportRunner } from '@/shared/usecases/ports/import-runner';
import type { WorkspaceReader } from '@/shared/usecases/ports/readers';
import { createCommitLane } from './commit-lane';
import { type ImportRun, type RunDeps, startImportRun } from './import-run';
import { itemOfFound, requeueItem } from './item-rows';
import type { Found } from './scan';
import { createGate, createSlots } from './slots';
import { SUSPECTS } from './suspects';

export interface CoreImportRunner extends ImportRunner {
  /** Takes up what the last process left unfinished. */
  readonly recover: () => Promise<void>;
  /** Takes up one of them: for a command that runs this import and nothing else. */
  readonly takeUp: (taskId: Id) => Promise<ImportProgress>;
  /** Brings in new and changed files of a watched folder, as part of today's import of that folder. */
  readonly addWatched: (
    folder: Pick<WatchedFolder, 'id' | 'path' | 'createdBy'>,
    files: readonly Found[],
  ) => Promise<void>;
  /** Called with the import at most every 100 ms each, and always with its last state. */
  readonly onProgress: (listener: (progress: ImportProgress) => void) => () => void;
  /** Resolves when an import has ended (or was stopped); at once when it is not running. */
  readonly ended: (taskId: Id) => Promise<void>;
  readonly close: () => Promise<void>;
}

type RunnerDeps = Omit<RunDeps, 'lane' | 'slots' | 'sameBytes'> & {
  readonly workspace: Pick<WorkspaceReader, 'actor'>;
  /** Whether the last process that had the workspace was ended by something else than itself. */
  readonly endedUncleanly: boolean;
  /** How many files are parsed at once. */
  readonly parsers: number;
};

const PROGRESS_MS = 100;
const RETRY_BATCH = 200;

/** Runs imports: those that people start, those of watched folders, and those that a crash interrupted. */
export function createImportRunner(deps: RunnerDeps): CoreImportRunner {
  const runDeps: RunDeps = {
    ...deps,
    lane: createCommitLane({ store: deps.store }),
    // While two files are parsed the next ones are hashed and copied, and those just parsed are decided.
    slots: createSlots(deps.parsers * 2 + 1),
    sameBytes: createGate(),
  };
  const runs = new Map<Id, ImportRun>();
  const listeners = new Set<(progress: ImportProgress) => void>();

  const actorOf = async (userId: Id): Promise<Actor> =>
    (await deps.workspace.actor(userId)) ?? deps.actor();

  const begin = async (task: Task, suspects = 0): Promise<ImportRun> => {
    const counts = await deps.imports.counts(task.id);
    const announce = throttle((progress: ImportProgress) => {
      for (const listener of listeners) listener(progress);
    });
    // What an import brings is of whoever began it, also when somebody else sits at the desk by then.
    const actor = await actorOf(task.createdBy);
    const run = startImportRun(
      { ...runDeps, actor: () => actor },
      { task, counts, suspects },
      announce,
    );
    runs.set(task.id, run);
    void run.ended.then(() => {
      if (runs.get(task.id) === run) runs.delete(task.id);
    });
    return run;
  };

  /** Files of an import taken up that may have been in hand at an unclean end. */
  const left = deps.endedUncleanly ? SUSPECTS : 0;

  const stored = async (taskId: Id): Promise<Task> => {
    const task = await deps.imports.task(taskId);
    if (task === null) throw new AppError('NOT_FOUND', 'This import is not there any more.');
    return task;
  };
  const progress = async (taskId: Id): Promise<ImportProgress> => {
    const run = runs.get(taskId);
    if (run) return run.progress();
    const task = await stored(taskId);
    const counts = await deps.imports.counts(taskId);
    return { task, counts, filesPerMinute: null, secondsLeft: null };
  };
  const controlled = async (
    taskId: Id,
    control: (run: ImportRun) => Promise<void>,
  ): Promise<ImportProgress> => {
    const run = runs.get(taskId);
    if (!run) {
      await stored(taskId);
      throw new AppError('INVALID', 'This import has ended. Nothing was changed.');
    }
    await control(run);
    return run.progress();
  };

  /** The task and its first files are written together: an import that starts with nothing to do would end at once. */
  const create = async (
    actor: Actor,
    task: NewRecord<'task'>,
    files: readonly Found[] = [],
  ): Promise<ImportRun> => {
    await deps.store.commit({
      actor,
      action: 'import.controlled',
      changes: [{ op: 'insert', entity: 'task', row: task }, ...itemsOf(task.id, files)],
    });
    return begin(await stored(task.id));
  };
  const itemsOf = (taskId: Id, files: readonly Found[]): readonly Change[] =>
    files.map((file) => ({
      op: 'insert',
      entity: 'importItem',
      row: itemOfFound(taskId, file, deps.clock.now()),
    }));
  const blankTask = () => ({
    id: newId(),
    kind: 'import' as const,
    state: 'running' as const,
    recovery: 'resume' as const,
    startedAt: nowIso(deps.clock),
    finishedAt: null,
    error: null,
  });

  const reopen = async (task: Task, files: readonly Found[] = []): Promise<ImportRun> => {
    await deps.store.commit({
      actor: deps.actor(),
      action: 'import.controlled',
      changes: [
        {
          op: 'update',
          entity: 'task',
          id: task.id,
          version: task.version,
          patch: { state: 'running', finishedAt: null, error: null },
        },
        ...itemsOf(task.id, files),
      ],
    });
    return begin(await stored(task.id));
  };

  const failedItems = async (taskId: Id, itemId: Id | null, afterId: Id | null) => {
    if (itemId === null) {
      return deps.imports.items({
        taskId,
        outcome: 'failed',
        limit: RETRY_BATCH,
        ...(afterId !== null && { afterId }),
      });
    }
    const item = await deps.imports.item(itemId);
    if (item === null || item.taskId !== taskId) {
      throw new AppError('NOT_FOUND', 'This file is not part of the import.');
    }
    return afterId === null && item.outcome === 'failed' ? [item] : [];
  };
  const requeue = async (taskId: Id, items: readonly ImportItem[]): Promise<void> => {
    if (await runs.get(taskId)?.requeue(items)) return;
    await deps.store.commit({
      actor: deps.actor(),
      action: 'import.controlled',
      changes: items.map(requeueItem),
    });
  };

  return {
    start: async (actor: Actor, request) => {
      const run = await create(actor, {
        ...blankTask(),
        label: request.label,
        origin: request.origin,
        paths: [...request.paths],
        watchedFolderId: null,
        scanned: false,
      });
      return run.progress();
    },
    progress,
    inHand: (taskId) => runs.get(taskId)?.inHand() ?? new Set(),
    pause: (_actor, taskId) => controlled(taskId, (run) => run.pause()),
    resume: (_actor, taskId) => controlled(taskId, (run) => run.resume()),
    cancel: (_actor, taskId) => controlled(taskId, (run) => run.cancel()),
    retry: async (_actor, taskId, itemId) => {
      const task = await stored(taskId);
      let after: Id | null = null;
      for (;;) {
        // Those that cannot be read have no bytes anywhere: nothing is gained by trying what has no path.
        const items: readonly ImportItem[] = await failedItems(taskId, itemId, after);
        const last = items.at(-1);
        if (!last) break;
        after = last.id;
        const readable = items.filter((item) => item.path !== '');
        if (readable.length > 0) await requeue(taskId, readable);
      }
      if (after === null) throw new AppError('INVALID', 'There is no failed file to retry.');
      if (!runs.has(taskId)) {
        const latest = (await deps.imports.task(taskId)) ?? task;
        await reopen(latest);
      }
      return progress(taskId);
    },
    recover: async () => {
      await sweepStaging(deps);
      for (const task of await deps.imports.openTasks()) await begin(task, left);
    },
    takeUp: async (taskId) => {
      const run = runs.get(taskId) ?? (await begin(await stored(taskId), left));
      await run.resume();
      return run.progress();
    },
    addWatched: async (folder, files) => {
      if (files.length === 0) return;
      const today = nowIso(deps.clock).slice(0, 10);
      const tasks = await deps.imports.tasks(100);
      const current = tasks.find(
        (task) => task.watchedFolderId === folder.id && task.startedAt.startsWith(today),
      );
      if (current && (await runs.get(current.id)?.add(files))) return;
      const usable = current && current.state !== 'cancelled' ? current : null;
      if (usable) await reopen(await stored(usable.id), files);
      else {
        await create(
          await actorOf(folder.createdBy),
          {
            ...blankTask(),
            label: path.basename(folder.path),
            origin: 'watched',
            paths: [folder.path],
            watchedFolderId: folder.id,
            // The watcher says which files are new; the tree is not listed again by the import.
            scanned: true,
          },
          files,
        );
      }
    },
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: (taskId) => runs.get(taskId)?.ended ?? Promise.resolve(),
    close: async () => {
      await Promise.all([...runs.values()].map((run) => run.close()));
    },
  };
}

/** Removes staged files of imports that will not need them again: those that ended without a failed file, or are gone. */
async function sweepStaging(deps: Pick<RunDeps, 'stagingRoot' | 'imports'>): Promise<void> {
  const names = await readdir(deps.stagingRoot.path).catch(() => []);
  for (const name of names) {
    const folder = path.join(deps.stagingRoot.path, name);
    const isFolder = await stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    const task = isFolder ? await deps.imports.task(name) : null;
    if (task?.state === 'running' || task?.state === 'paused') continue;
    if (task?.state === 'done' && (await deps.imports.counts(name)).failed > 0) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Passes on one call every 100 ms at most, the newest; calls marked as last at once. */
function throttle<T>(pass: (value: T) => void): (value: T, last: boolean) => void {
  let timer: NodeJS.Timeout | null = null;
  let waiting: { readonly value: T } | null = null;
  const send = (value: T): void => {
    waiting = null;
    pass(value);
  };
  return (value, last) => {
    if (last) {
      if (timer) clearTimeout(timer);
      timer = null;
      send(value);
      return;
    }
    if (timer) {
      waiting = { value };
      return;
    }
    send(value);
    timer = setTimeout(() => {
      timer = null;
      if (waiting) send(waiting.value);
    }, PROGRESS_MS);
    timer.unref();
  };
}
