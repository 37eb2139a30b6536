import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CoreImportRunner } from '@/electron/core/imports/import-runner';
import type { Log } from '@/electron/core/log';
import type { Patch } from '@/shared/domain/history/change';
import type { WatchedFolder } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { FolderWatching } from '@/shared/usecases/ports/folder-watching';
import { type FolderWatch, type WatchTiming, watchFolder } from './folder-watch';

export interface FolderWatcher extends FolderWatching {
  /** Watches every folder that is not paused, looking first for what changed while nobody watched. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

type WatcherDeps = Pick<Deps, 'store' | 'imports' | 'clock'> & {
  readonly runner: Pick<CoreImportRunner, 'addWatched'>;
  readonly actor: () => Actor;
  /** A folder that holds it, or is in it, cannot be watched: its own files would come in for ever. */
  readonly workspaceDir: string;
  readonly log: Log;
  readonly timing?: Partial<WatchTiming>;
};

const MISSING =
  'The folder cannot be reached. It is looked for again by itself; nothing that came in is lost.';

/** Keeps the watched folders' rows and the watches themselves in step. */
export function createFolderWatcher(deps: WatcherDeps): FolderWatcher {
  const watches = new Map<Id, FolderWatch>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  const row = async (id: Id): Promise<WatchedFolder> => {
    const folder = (await deps.imports.watchedFolders()).find((one) => one.id === id);
    if (!folder) throw new AppError('NOT_FOUND', 'This folder is not watched any more.');
    return folder;
  };
  const update = (id: Id, patch: Patch<'watchedFolder'>): Promise<WatchedFolder> =>
    inTurn(async () => {
      const { version } = await row(id);
      await deps.store.commit({
        actor: deps.actor(),
        action: 'watched-folder.changed',
        changes: [{ op: 'update', entity: 'watchedFolder', id, version, patch }],
      });
      return row(id);
    });
  /** Notes from the watch itself; a folder that was removed meanwhile needs none. */
  const note = (id: Id, patch: Patch<'watchedFolder'>): Promise<void> =>
    update(id, patch).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
      },
    );

  const begin = async (folder: WatchedFolder): Promise<void> => {
    const seen = await deps.imports.seenInWatchedFolder(folder.id);
    let filesSeen = seen.size;
    const watch = watchFolder({
      root: folder.path,
      polling: folder.polling,
      seen,
      bring: async (files) => {
        await deps.runner.addWatched(folder, files);
        filesSeen += files.length;
        await note(folder.id, { filesSeen, lastRunAt: nowIso(deps.clock) });
      },
      missing: (missing) => {
        const patch = missing
          ? { state: 'error' as const, error: MISSING }
          : { state: 'active' as const, error: null };
        note(folder.id, patch).catch((error: unknown) =>
          deps.log.error('watch.note-failed', error),
        );
      },
      log: deps.log,
      ...(deps.timing && { timing: deps.timing }),
    });
    watches.set(folder.id, watch);
  };
  const end = async (id: Id): Promise<void> => {
    const watch = watches.get(id);
    watches.delete(id);
    await watch?.close();
  };

  return {
    start: async () => {
      for (const folder of await deps.imports.watchedFolders()) {
        if (folder.state === 'paused') continue;
        // The watch tells again when the folder is still missing.
        if (folder.state === 'error') await note(folder.id, { state: 'active', error: null });
        await begin(await row(folder.id));
      }
    },
    add: async (actor, input) => {
      const folder = await checked(deps, input.path);
      const id = newId();
      await deps.store.commit({
        actor,
        action: 'watched-folder.changed',
        changes: [
          {
            op: 'insert',
            entity: 'watchedFolder',
            row: {
              id,
              path: folder,
              state: 'active',
              polling: input.polling,
              error: null,
              lastRunAt: null,
              filesSeen: 0,
            },
          },
        ],
      });
      await begin(await row(id));
      return row(id);
    },
    pause: async (_actor, id) => {
      await row(id);
      await end(id);
      return update(id, { state: 'paused', error: null });
    },
    resume: async (_actor, id) => {
      const folder = await update(id, { state: 'active', error: null });
      if (!watches.has(id)) await begin(folder);
      return folder;
    },
    remove: async (_actor, id) => {
      await row(id);
      await end(id);
      await inTurn(async () => {
        const { version } = await row(id);
        await deps.store.commit({
          actor: deps.actor(),
          action: 'watched-folder.changed',
          changes: [{ op: 'delete', entity: 'watchedFolder', id, version }],
        });
      });
    },
    close: async () => {
      await Promise.all([...watches.keys()].map(end));
    },
  };
}

async function checked(deps: WatcherDeps, given: string): Promise<string> {
  const folder = await realpath(given).catch(() => null);
  const stats = folder === null ? null : await stat(folder).catch(() => null);
  if (folder === null || !stats?.isDirectory()) {
    throw new AppError('INVALID', 'This is not a folder that can be reached. Choose another.');
  }
  const workspace = await realpath(deps.workspaceDir).catch(() => deps.workspaceDir);
  if (isWithin(workspace, folder) || isWithin(folder, workspace)) {
    throw new AppError('INVALID', 'The folder of the workspace itself cannot be watched.');
  }
  const others = await deps.imports.watchedFolders();
  if (others.some((other) => other.path === folder)) {
    throw new AppError('INVALID', 'This folder is watched already.');
  }
  return folder;
}

function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}
