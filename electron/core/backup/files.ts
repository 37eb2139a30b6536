import { createHash } from 'node:crypto';
import { constants, createReadStream, type Dirent } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files worked on at once: each waits for the disk. */
const AT_ONCE = 8;

/** Runs `work` for all of them, some at a time; the first failure ends it. */
export async function forEach<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const one = async (): Promise<void> => {
    while (next < all.length && !failed) {
      // In the range just looked at.
      const item = all[next++] as T;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Whether two folders are on one disk; not, where the system does not say. */
export async function isOnOneDisk(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((place) => stat(place).catch(() => null)));
  return a != null && b != null && a.dev === b.dev;
}

/** What is in a folder; nothing where there is none. */
export const entriesIn = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });

/** Paths of all files below a folder, relative to it, with slashes. */
export async function filesBelow(folder: string, depth = 4): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await entriesIn(folder)) {
    if (entry.isFile()) found.push(entry.name);
    else if (entry.isDirectory() && depth > 0) {
      const below = await filesBelow(path.join(folder, entry.name), depth - 1);
      found.push(...below.map((name) => `${entry.name}/${name}`));
    }
  }
  return found;
}

/** Copies a file under another name first; on the disk for certain, whole or not at all. Its folder is not synced. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const beside = `${to}.part`;
  // On file systems that can, the two share their blocks until one is written to.
  await copyFile(from, beside, constants.COPYFILE_FICLONE);
  await syncFile(beside);
  await rename(beside, to);
}

/** Writes a file whole or not at all, for certain. */
export async function writeWhole(file: string, bytes: string | Uint8Array): Promise<void> {
  const beside = `${file}.part`;
  await writeFile(beside, bytes, { mode: 0o600 });
  await syncFile(beside);
  await rename(beside, file);
  await syncDir(path.dirname(file));
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is only safe from a power cut once its folder is written. Windows cannot open folders and needs no such call. */
export async function syncDir(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeDir(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** SHA-256 of a file, in hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(piece as Buffer); // A stream without an encoding gives buffers.
  }
  return hash.digest('hex');
}
