import { mkdir, rm } from 'node:fs/promises';
import { asStorageError } from '@/electron/core/storage-errors';

/** The folder in which what came out of archives waits for its turn; names in it are made by the parser and never repeat. */
export interface Staging {
  /** The folder, made when it is needed first. Throws STORAGE_UNAVAILABLE (AppError). */
  readonly ready: () => Promise<string>;
  readonly drop: (file: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export function createStaging(folder: string): Staging {
  let made: Promise<string> | null = null;
  // What cannot be removed now is removed at a later start.
  const quietly = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
  return {
    ready: () => {
      made ??= mkdir(folder, { recursive: true, mode: 0o700 }).then(
        () => folder,
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
