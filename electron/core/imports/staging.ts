import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { folderKey, type SealedPlace } from '@/electron/core/keys/sealed-file';
import { asStorageError } from '@/electron/core/storage-errors';

/** The folder in which what came out of archives waits for its turn; names in it are made by the parser and never repeat. */
export interface Staging {
  /** The folder, made when it is needed first. Throws STORAGE_UNAVAILABLE (AppError). */
  readonly ready: () => Promise<SealedPlace>;
  readonly drop: (file: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** `root`: the folder for all of them, and what its folders are encrypted with, each with a key of its own. */
export function createStaging(root: SealedPlace, name: string): Staging {
  const folder = path.join(root.path, name);
  const place: SealedPlace = { path: folder, key: folderKey(root.key, `staging/${name}`) };
  let made: Promise<SealedPlace> | null = null;
  // What cannot be removed now is removed at a later start.
  const quietly = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
  return {
    ready: () => {
      made ??= mkdir(folder, { recursive: true, mode: 0o700 }).then(
        () => place,
        (error: unknown) => {
          made = null;
          throw asStorageError(error);
        },
      );
      return made;
    },
    drop: (file) => quietly(rm(file, { force: true })),
    remove: () => quietly(rm(folder, { recursive: true, force: true })),
  };
}
