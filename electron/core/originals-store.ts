import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Originals } from '@/shared/usecases/ports/originals';
import { asStorageError, errorCode } from './storage-errors';

export interface OriginalsStore extends Originals {
  /** A fresh path inside the store under which a copy is made before its hash is known. */
  readonly newTempPath: () => string;
  /** Makes a finished copy, itself on the disk for certain, part of the store; so is its name when this resolves. */
  readonly keep: (tempPath: string, sha256: string) => Promise<void>;
  readonly discard: (tempPath: string) => Promise<void>;
  /** Where the bytes are, for a parser to read. */
  readonly pathOf: (sha256: string) => string;
  /** Writes the bytes, checked, to a place outside. The target appears whole or not at all. */
  readonly copyTo: (sha256: string, target: string) => Promise<void>;
  /** Removes the bytes for good: for an erasure. What is not there is no error. */
  readonly remove: (sha256: string) => Promise<void>;
}

/**
 * Opens the store in `<workspaceDir>/originals`: `ab/<sha256>` for a file whose hash begins with `ab`. Copies that were
 * not finished when the last process ended are removed.
 */
export async function openOriginalsStore(
  workspaceDir: string,
  { reading }: { readonly reading: boolean } = { reading: false },
): Promise<OriginalsStore> {
  const root = path.join(workspaceDir, 'originals');
  const temp = path.join(root, 'tmp');
  // Another Longlist may be copying files there.
  if (!reading) {
    await rm(temp, { recursive: true, force: true });
    await mkdir(temp, { recursive: true, mode: 0o700 });
  }

  const made = new Set<string>();
  /** Copies that are not part of the store yet. */
  const unkept = new Set<string>();
  const folderOf = (sha256: string): string => path.join(root, sha256.slice(0, 2));
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hexadecimal');
    return path.join(folderOf(sha256), sha256);
  };
  const has = (sha256: string): Promise<boolean> =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    );
  const read = async (sha256: string): Promise<Uint8Array> => {
    const bytes = await readFile(pathOf(sha256)).catch((error: unknown) => {
      throw errorCode(error) === 'ENOENT' ? missing('missing') : error;
    });
    if ((await hashOf(bytes)) !== sha256) throw missing('changed');
    return bytes;
  };

  return {
    has,
    read,
    pathOf,
    newTempPath: () => {
      const tempPath = path.join(temp, newId());
      unkept.add(tempPath);
      return tempPath;
    },
    keep: async (tempPath, sha256) => {
      try {
        const folder = folderOf(sha256);
        if (!made.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
        made.add(folder);
        await rename(tempPath, pathOf(sha256));
        unkept.delete(tempPath);
        await syncFolder(folderOf(sha256));
      } catch (error) {
        throw asStorageError(error);
      }
    },
    // What cannot be removed now is removed at the next start.
    discard: async (tempPath) => {
      if (!unkept.delete(tempPath)) return;
      await rm(tempPath, { force: true }).catch(() => undefined);
    },
    remove: async (sha256) => {
      try {
        await rm(pathOf(sha256), { force: true });
      } catch (error) {
        throw asStorageError(error);
      }
    },
    copyTo: async (sha256, target) => {
      const bytes = await read(sha256);
      await writeWhole(target, bytes);
    },
  };
}

/** The hash, with pauses: twenty-five megabytes at once would hold the thread up for longer than a search may take. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += HASH_STEP) {
    if (at > 0) await nextTurn();
    hash.update(bytes.subarray(at, at + HASH_STEP));
  }
  return hash.digest('hex');
}
const HASH_STEP = 1024 * 1024;

const missing = (reason: 'missing' | 'changed'): AppError =>
  new AppError(
    'NOT_FOUND',
    reason === 'missing'
      ? 'The original file is not in the workspace any more. Its text and fields are kept; import the file again to restore it.'
      : 'The original file in the workspace was changed or damaged and is not shown. Import the file again to restore it.',
    { reason },
  );

/** Writes to a new file beside the target and renames it over: a crash or a full disk leaves the old file as it was. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  try {
    const file = await open(
      beside,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
      0o600,
    );
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = errorCode(error);
    throw code === null
      ? error
      : new AppError(
          'STORAGE_UNAVAILABLE',
          'The file could not be saved there. Choose another folder and try again.',
          { reason: code },
        );
  }
}

/** A rename is only safe from a power cut once its folder is written. Windows cannot open folders and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
