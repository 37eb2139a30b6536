import { createHash, createHmac } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Originals } from '@/shared/usecases/ports/originals';
import type { Keyring } from './keys/keyring';
import {
  contentKeyIn,
  type FileKey,
  folderKey,
  openPieces,
  SealBroken,
  type SealedPlace,
  Sealer,
} from './keys/sealed-file';
import { asStorageError, errorCode } from './storage-errors';

export interface OriginalsStore extends Originals {
  /** A fresh path inside the store under which a copy, sealed by `newSealer`, is made before its hash is known. */
  readonly newTempPath: () => string;
  readonly newSealer: () => Sealer;
  /** Makes a finished copy, itself on the disk for certain, part of the store; so is its name when this resolves. */
  readonly keep: (tempPath: string, sha256: string) => Promise<void>;
  readonly discard: (tempPath: string) => Promise<void>;
  /** Where the file is, encrypted. */
  readonly placeOf: (sha256: string) => SealedPlace;
  /** What a parser needs to read this one file. Errors: ENOENT, SealBroken. */
  readonly source: (
    sha256: string,
  ) => Promise<{ readonly path: string; readonly contentKey: Uint8Array | null }>;
  /** Whether it is there, unharmed. Throws the signal's reason when it aborts. */
  readonly isWhole: (sha256: string, signal: AbortSignal) => Promise<boolean>;
  /** Writes the bytes, checked, to a place outside. The target appears whole or not at all. */
  readonly copyTo: (sha256: string, target: string) => Promise<void>;
  /** Removes the bytes for good: for an erasure. What is not there is no error. */
  readonly remove: (sha256: string) => Promise<void>;
}

/** What originals are encrypted with, and what their names are made with: by its hash one could find out whether somebody's CV is here. */
export interface OriginalsKeys {
  readonly files: FileKey;
  readonly names: Uint8Array | null;
}

export const originalsKeys = (keys: Keyring | 'plain'): OriginalsKeys =>
  keys === 'plain'
    ? { files: 'plain', names: null }
    : { files: folderKey(keys.key('files'), ORIGINALS), names: keys.key('original-names') };

export const ORIGINALS = 'originals';

/** The name of the file with these bytes: in clear their SHA-256, else an HMAC of it. */
export function nameOfOriginal(sha256: string, names: Uint8Array | null): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hexadecimal');
  return names === null
    ? sha256
    : createHmac('sha256', names).update(Buffer.from(sha256, 'hex')).digest('hex');
}

/**
 * Opens the store in `<workspaceDir>/originals`: `ab/<name>` for a file whose name begins with `ab`. Copies that were
 * not finished when the last process ended are removed.
 */
export async function openOriginalsStore(
  workspaceDir: string,
  keys: OriginalsKeys,
  { reading }: { readonly reading: boolean } = { reading: false },
): Promise<OriginalsStore> {
  const root = path.join(workspaceDir, ORIGINALS);
  const temp = path.join(root, 'tmp');
  // Another Longlist may be copying files there.
  if (!reading) {
    await rm(temp, { recursive: true, force: true });
    await mkdir(temp, { recursive: true, mode: 0o700 });
  }

  const made = new Set<string>();
  /** Copies that are not part of the store yet. */
  const unkept = new Set<string>();
  const pathOf = (sha256: string): string => {
    const name = nameOfOriginal(sha256, keys.names);
    return path.join(root, name.slice(0, 2), name);
  };
  const placeOf = (sha256: string): SealedPlace => ({ path: pathOf(sha256), key: keys.files });
  const has = (sha256: string): Promise<boolean> =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    );
  const read = async (sha256: string): Promise<Uint8Array> => {
    // A piece at a time, with pauses between: twenty-five megabytes at once would hold the thread up for longer than a search may take.
    const hash = createHash('sha256');
    const pieces: Buffer[] = [];
    try {
      for await (const piece of openPieces(placeOf(sha256))) {
        hash.update(piece);
        pieces.push(piece);
      }
    } catch (error) {
      if (error instanceof SealBroken) throw missing('changed');
      throw errorCode(error) === 'ENOENT' ? missing('missing') : error;
    }
    if (hash.digest('hex') !== sha256) throw missing('changed');
    return Buffer.concat(pieces);
  };

  return {
    has,
    read,
    placeOf,
    source: async (sha256) => {
      const place = placeOf(sha256);
      return { path: place.path, contentKey: await contentKeyIn(place) };
    },
    isWhole: async (sha256, signal) => {
      const hash = createHash('sha256');
      try {
        for await (const piece of openPieces(placeOf(sha256))) {
          signal.throwIfAborted();
          hash.update(piece);
        }
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof SealBroken || errorCode(error) !== null) return false;
        throw error;
      }
      return hash.digest('hex') === sha256;
    },
    newSealer: () => new Sealer(keys.files),
    newTempPath: () => {
      const tempPath = path.join(temp, newId());
      unkept.add(tempPath);
      return tempPath;
    },
    keep: async (tempPath, sha256) => {
      try {
        const folder = path.dirname(pathOf(sha256));
        if (!made.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
        made.add(folder);
        await rename(tempPath, pathOf(sha256));
        unkept.delete(tempPath);
        await syncFolder(folder);
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
