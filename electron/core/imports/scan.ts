import type { Dirent, Stats } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPassedOver } from '@/shared/domain/imports/passed-over';
import type { ParseFailure } from '@/shared/usecases/ports/parser';
import { sourceFailureOf } from './source-file';

/** A file of the tree, or something in it that could not be looked at. */
export interface Found {
  readonly path: string;
  /** Path under the folder that was asked for. */
  readonly displayPath: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly modifiedMs: number | null;
  readonly failure: ParseFailure | null;
}

/**
 * Lists files and whole trees, one entry at a time whatever their size. Links are followed, each folder is entered once,
 * so links that lead in a circle end. Hidden and system files are left out; what may not be read is listed with why.
 * Nothing is written anywhere. Throws only the signal's reason.
 */
export async function* scanPaths(
  roots: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Found, void, undefined> {
  const entered = new Set<string>();
  for (const root of roots) {
    signal.throwIfAborted();
    const stats = await look(root);
    if (!isStats(stats)) yield unreadable(root, path.basename(root), stats);
    else if (stats.isDirectory()) yield* scanFolder(root, stats, entered, signal);
    // A file that a person names is taken whatever it is called.
    else if (stats.isFile()) yield found(root, path.basename(root), stats);
  }
}

async function* scanFolder(
  root: string,
  rootStats: Stats,
  entered: Set<string>,
  signal: AbortSignal,
): AsyncGenerator<Found, void, undefined> {
  const folders: { readonly at: string; readonly stats: Stats }[] = [
    { at: root, stats: rootStats },
  ];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const identity = `${folder.stats.dev}:${folder.stats.ino}`;
    if (entered.has(identity)) continue;
    entered.add(identity);
    const shown = (name: string): string => path.relative(root, name) || path.basename(root);
    const entries = entriesOf(folder.at, signal);
    for (;;) {
      let next: IteratorResult<Dirent, void>;
      try {
        next = await entries.next();
      } catch (error) {
        signal.throwIfAborted();
        yield unreadable(folder.at, shown(folder.at), sourceFailureOf(error));
        break;
      }
      if (next.done) break;
      const at = path.join(folder.at, next.value.name);
      const stats = await look(at);
      if (!isStats(stats)) yield unreadable(at, shown(at), stats);
      else if (stats.isDirectory()) folders.push({ at, stats });
      else if (stats.isFile()) yield found(at, shown(at), stats);
    }
  }
}

async function* entriesOf(
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<Dirent, void, undefined> {
  for await (const entry of await opendir(folder, { bufferSize: 256 })) {
    signal.throwIfAborted();
    if (!isPassedOver(entry.name)) yield entry;
  }
}

const look = (at: string): Promise<Stats | ParseFailure> =>
  stat(at).catch((error: unknown) => sourceFailureOf(error));

const isStats = (value: Stats | ParseFailure): value is Stats => 'isFile' in value;

const found = (at: string, displayPath: string, stats: Stats): Found => ({
  path: at,
  displayPath,
  fileName: path.basename(at),
  bytes: stats.size,
  modifiedMs: Math.trunc(stats.mtimeMs),
  failure: null,
});

const unreadable = (at: string, displayPath: string, failure: ParseFailure): Found => ({
  path: at,
  displayPath,
  fileName: path.basename(at),
  bytes: 0,
  modifiedMs: null,
  failure,
});
