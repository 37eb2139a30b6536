import { createHash } from 'node:crypto';
import { type Dirent, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nameOfOriginal, ORIGINALS } from '@/electron/core/originals-store';
import { erasingFileOf } from '@/electron/core/privacy/traces';
import { asStorageError } from '@/electron/core/storage-errors';
import { FATES } from '@/electron/core/tables/desk-deps';
import type { Keyring } from './keyring';
import {
  type FileKey,
  folderKey,
  openBytes,
  openLine,
  SealBroken,
  sealBytes,
  sealLine,
  sealOf,
} from './sealed-file';

interface Keys {
  /** How the files are until now: in clear, or sealed with an earlier key. */
  readonly from: Keyring | 'plain';
  readonly to: Keyring;
}

/** Files worked on at once: each waits for the disk twice. */
const AT_ONCE = 8;

/**
 * Seals the files of a workspace with the key it has now: originals (which get their names anew where they were in clear), and what waits
 * in staging/ and tables/. Each is written beside its place, on the disk for certain, before it takes it; what is sealed with the key already
 * is left alone, so that this can be run again after a crash. What does not open, because it was damaged, stays as it is.
 * Errors: STORAGE_UNAVAILABLE.
 */
export async function encryptFiles(
  workspaceDir: string,
  keys: Keys,
  onProgress: (done: number) => void,
): Promise<void> {
  try {
    const originals = await filesUnder(path.join(workspaceDir, ORIGINALS));
    let done = 0;
    await forEach(originals, async (file) => {
      await sealOriginal(path.join(workspaceDir, ORIGINALS), file, keys);
      done += 1;
      onProgress(done / originals.length);
    });
    const erasing = erasingFileOf({ path: workspaceDir, key: fileKeyOf(keys.to) });
    const erasingBefore = erasingFileOf({ path: workspaceDir, key: fileKeyOf(keys.from) });
    if (existsSync(erasing.path)) {
      await sealLines(erasing.path, { from: erasingBefore.key, to: erasing.key });
    }
    for (const root of ['staging', 'tables']) {
      for (const folder of await foldersIn(path.join(workspaceDir, root))) {
        const own = { from: keyOf(keys.from, root, folder), to: keyOf(keys.to, root, folder) };
        const files = await filesUnder(path.join(workspaceDir, root, folder));
        await forEach(files, (file) =>
          path.basename(file) === FATES ? sealLines(file, own) : sealInPlace(file, own),
        );
      }
    }
  } catch (error) {
    throw asStorageError(error);
  }
}

const fileKeyOf = (keyring: Keyring | 'plain'): FileKey =>
  keyring === 'plain' ? keyring : keyring.key('files');

const keyOf = (keyring: Keyring | 'plain', root: string, folder: string): FileKey =>
  folderKey(fileKeyOf(keyring), `${root}/${folder}`);

async function sealOriginal(root: string, file: string, { from, to }: Keys): Promise<void> {
  const key = folderKey(to.key('files'), ORIGINALS);
  const old = from === 'plain' ? from : folderKey(from.key('files'), ORIGINALS);
  const isSha256 = /^[0-9a-f]{64}$/.test(path.basename(file));
  if (!isSha256) return rm(file, { force: true });
  const content = await unsealed(file, { from: old, to: key });
  if (content === null) return;
  // In clear the name is the hash of the bytes, also of those that were changed since: they are known to be by it.
  const name =
    from === 'plain'
      ? nameOfOriginal(path.basename(file), to.key('original-names'))
      : path.basename(file);
  const target = path.join(root, name.slice(0, 2), name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await replace(target, sealBytes(key, content));
  if (target !== file) await rm(file, { force: true });
}

async function sealInPlace(
  file: string,
  keys: { readonly from: FileKey; readonly to: FileKey },
): Promise<void> {
  const content = await unsealed(file, keys);
  if (content !== null) await replace(file, sealBytes(keys.to, content));
}

/** The lines of a file that lines are added to, each sealed by itself. */
async function sealLines(
  file: string,
  { from, to }: { readonly from: FileKey; readonly to: FileKey },
): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const plain = lines.flatMap((line) => {
    if (line === '' || openLine(to, line) !== null) return [];
    const text = openLine(from, line);
    return text === null ? [] : [text];
  });
  // Sealed already, or nothing in it.
  if (plain.length === 0) return;
  await replace(file, Buffer.from(plain.map((line) => `${sealLine(to, line)}\n`).join('')));
}

/** What is in the file; null when it is sealed with the key it should be, or nobody can open it. */
async function unsealed(
  file: string,
  { from, to }: { readonly from: FileKey; readonly to: FileKey },
): Promise<Buffer | null> {
  const bytes = await readFile(file);
  const seal = to === 'plain' ? 'plain' : sealOf(to, bytes);
  if (seal === 'this-key') return null;
  if (from === 'plain') return seal === 'plain' ? bytes : null;
  try {
    return openBytes(from, bytes);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

async function replace(target: string, bytes: Uint8Array): Promise<void> {
  const beside = `${target}.${hashOf(target)}.part`;
  await writeFile(beside, bytes, { mode: 0o600 });
  const handle = await open(beside, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, target);
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(target), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
/** The same name each time, so that a file that a crash left is written over. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 8);

async function forEach(
  files: readonly string[],
  work: (file: string) => Promise<void>,
): Promise<void> {
  const waiting = [...files];
  const one = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await work(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

const entriesIn = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);

const foldersIn = async (folder: string): Promise<readonly string[]> =>
  (await entriesIn(folder)).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

async function filesUnder(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await entriesIn(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(place)));
    else if (entry.isFile()) found.push(place);
  }
  return found;
}
