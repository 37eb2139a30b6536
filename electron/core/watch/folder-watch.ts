import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { type Found, scanPaths } from '@/electron/core/imports/scan';
import type { Log } from '@/electron/core/log';
import { isPassedOver } from '@/shared/domain/imports/passed-over';

/** What is remembered of a file: another size or time means that it is new again. */
export interface SeenFile {
  readonly bytes: number;
  readonly modifiedMs: number | null;
}

export interface FolderWatchOptions {
  readonly root: string;
  /** Look through the folder again and again instead of waiting to be told: for network and cloud folders. */
  readonly polling: boolean;
  readonly seen: ReadonlyMap<string, SeenFile>;
  /** Takes files that are new or changed and hold still. When it rejects they are brought again. */
  readonly bring: (files: readonly Found[]) => Promise<void>;
  /** Called when the folder can no longer be reached (true) and when it is back (false). */
  readonly missing: (missing: boolean) => void;
  readonly log: Log;
  readonly timing?: Partial<WatchTiming>;
}

export interface WatchTiming {
  /** A file that has not changed for so long is taken to be whole. */
  readonly settleMs: number;
  /** How often files that still change, and the folder itself, are looked at. */
  readonly tickMs: number;
  /** How often the whole tree is listed anew, in case a change was not told. */
  readonly rescanMs: number;
  readonly pollingRescanMs: number;
}

export interface FolderWatch {
  readonly close: () => Promise<void>;
}

const TIMING: WatchTiming = {
  settleMs: 2_000,
  tickMs: 1_000,
  rescanMs: 10 * 60_000,
  pollingRescanMs: 30_000,
};
const BATCH = 100;

/**
 * Watches one folder tree. Every file that is new or has another size or time than before is brought once it holds still;
 * files of no bytes (placeholders of cloud folders, copies just begun) are waited for. A folder that disappears is waited for too.
 */
export function watchFolder(options: FolderWatchOptions): FolderWatch {
  const timing = { ...TIMING, ...options.timing };
  const seen = new Map(options.seen);
  const unsettled = new Map<string, { bytes: number; modifiedMs: number; since: number }>();
  const stop = new AbortController();
  let watcher: FSWatcher | null = null;
  let missing = false;
  let nextScan = 0;
  let turn: Promise<void> = Promise.resolve();

  /** Looks at the folder, at files that were changing, and now and then at the whole tree. Never two at a time. */
  const tick = async (): Promise<void> => {
    const there = await isFolder(options.root);
    if (there === missing) {
      missing = !there;
      options.missing(missing);
      if (missing) await closeWatcher();
      else nextScan = 0;
    }
    if (missing) return;
    if (!watcher && !options.polling) watcher = listen();
    if (performance.now() >= nextScan) {
      await scanAll();
      nextScan = performance.now() + (watcher ? timing.rescanMs : timing.pollingRescanMs);
    }
    await settle();
  };

  const scanAll = async (): Promise<void> => {
    let batch: Found[] = [];
    for await (const found of scanPaths([options.root], stop.signal)) {
      if (found.failure !== null || isSeen(found.path, found.bytes, found.modifiedMs)) continue;
      const age = Date.now() - (found.modifiedMs ?? 0);
      // A clock that runs behind makes the age negative: such a file is watched until it holds still.
      if (found.bytes === 0 || age < timing.settleMs) {
        notice(found.path);
        continue;
      }
      batch.push(found);
      if (batch.length < BATCH) continue;
      await bring(batch);
      batch = [];
    }
    await bring(batch);
  };

  const settle = async (): Promise<void> => {
    const ready: Found[] = [];
    for (const [file, last] of unsettled) {
      if (stop.signal.aborted) return;
      const stats = await stat(file).catch(() => null);
      if (!stats?.isFile()) {
        unsettled.delete(file);
        continue;
      }
      const modifiedMs = Math.trunc(stats.mtimeMs);
      if (stats.size !== last.bytes || modifiedMs !== last.modifiedMs) {
        unsettled.set(file, { bytes: stats.size, modifiedMs, since: performance.now() });
        continue;
      }
      if (stats.size === 0 || performance.now() - last.since < timing.settleMs) continue;
      unsettled.delete(file);
      if (!isSeen(file, stats.size, modifiedMs)) ready.push(foundOf(options.root, file, stats));
      if (ready.length === BATCH) await bring(ready.splice(0));
    }
    await bring(ready);
  };

  const bring = async (files: readonly Found[]): Promise<void> => {
    if (files.length === 0 || stop.signal.aborted) return;
    await options.bring(files);
    for (const { path: file, bytes, modifiedMs } of files) seen.set(file, { bytes, modifiedMs });
  };

  const isSeen = (file: string, bytes: number, modifiedMs: number | null): boolean => {
    const before = seen.get(file);
    return before !== undefined && before.bytes === bytes && before.modifiedMs === modifiedMs;
  };
  const notice = (file: string): void => {
    if (!unsettled.has(file)) {
      unsettled.set(file, { bytes: -1, modifiedMs: 0, since: performance.now() });
    }
  };

  const listen = (): FSWatcher => {
    const listener = watch(options.root, {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      ignored: (file) => file !== options.root && isPassedOver(path.basename(file)),
    });
    listener.on('add', notice).on('change', notice);
    listener.on('error', (error) => {
      // Out of watches, usually: the tree is listed every half minute instead.
      options.log.error('watch.listener-failed', error);
      void closeWatcher();
      nextScan = 0;
    });
    return listener;
  };
  const closeWatcher = async (): Promise<void> => {
    const closing = watcher;
    watcher = null;
    await closing?.close();
  };

  const again = (): void => {
    turn = turn.then(tick).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      options.log.error('watch.tick-failed', error);
      nextScan = performance.now() + timing.pollingRescanMs;
    });
    void turn.then(() => {
      if (!stop.signal.aborted) timer = setTimeout(again, timing.tickMs);
    });
  };
  let timer = setTimeout(again, 0);

  return {
    close: async () => {
      stop.abort(new DOMException('Watching was stopped', 'AbortError'));
      clearTimeout(timer);
      await turn;
      clearTimeout(timer);
      await closeWatcher();
    },
  };
}

const isFolder = (at: string): Promise<boolean> =>
  stat(at).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

const foundOf = (root: string, file: string, stats: Stats): Found => ({
  path: file,
  displayPath: path.relative(root, file),
  fileName: path.basename(file),
  bytes: stats.size,
  modifiedMs: Math.trunc(stats.mtimeMs),
  failure: null,
});
