import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { markWritable, type Sqlite } from '@/db/sqlite/connection';
import {
  guarded,
  type StorageReason,
  unwritableReason,
  workspaceUnwritable,
} from '@/db/sqlite/errors';
import type { Store } from '@/shared/usecases/ports/store';
import type { Log } from './log';
import { asStorageError } from './storage-errors';

/** Whether the workspace can be written, and what is known of why not. */
export interface Storage {
  /** Why everything but reading is refused; null while the workspace can be written. */
  readonly readOnly: () => StorageReason | null;
  /** The database refused a write: from now on nothing is written until there is room again. Any other error is none of its business. */
  readonly refused: (error: unknown) => void;
  /** A file could not be written, perhaps in the workspace: it is tried whether anything can. */
  readonly suspect: (error: unknown) => void;
  /** Tries whether the workspace can be written again. Errors (AppError): STORAGE_UNAVAILABLE while it cannot. */
  readonly tryAgain: () => Promise<void>;
  /** Resolves when nothing is being tried any more. */
  readonly settled: () => Promise<void>;
}

/**
 * Keeps the workspace from being written while its disk is full or read-only: after the first write that was refused every other is
 * answered with the same sentence, and reading goes on. Each later write tries first whether there is room again, so that it ends by itself.
 * One write that is refused while smaller ones still find room would else come and go with every deed.
 */
export function createStorage(deps: {
  /** Writes something and removes it. Throws what the disk said. */
  readonly probe: () => Promise<void>;
  readonly changed: (reason: StorageReason | null) => void;
  readonly log: Log;
}): Storage {
  let reason: StorageReason | null = null;
  let trying: Promise<void> | null = null;

  const stand = (next: StorageReason | null): void => {
    if (next === reason) return;
    reason = next;
    deps.log.info(next === null ? 'storage.writable' : 'storage.read-only', { reason: next });
    deps.changed(next);
  };
  const refused = (error: unknown): void => {
    const why = unwritableReason(error);
    if (why !== null) stand(why);
  };
  const tryOnce = async (): Promise<void> => {
    try {
      await deps.probe();
    } catch (error) {
      const known = asStorageError(error);
      refused(known);
      throw known;
    }
    stand(null);
  };
  /** Those who ask meanwhile hear the same answer. */
  const tryAgain = (): Promise<void> => {
    trying ??= tryOnce().finally(() => {
      trying = null;
    });
    return trying;
  };

  return {
    readOnly: () => reason,
    refused,
    suspect: (error) => {
      if (reason === null && unwritableReason(error) !== null)
        void tryAgain().catch(() => undefined);
    },
    tryAgain,
    settled: async () => {
      await trying?.catch(() => undefined);
    },
  };
}

/** A store that writes nothing while the workspace is read-only. */
export const withStorage = <S extends Store>(store: S, storage: Storage): S => ({
  ...store,
  commit: async (request) => {
    // Nothing is waited for while all is well: who reads and then writes is not interrupted.
    if (storage.readOnly() !== null) await storage.tryAgain();
    try {
      return await store.commit(request);
    } catch (error) {
      storage.refused(error);
      throw error;
    }
  },
});

/** What has to find room before writing goes on, in bytes: a batch of an import, its journal and its copies. */
const ROOM = 1024 * 1024;
const PROBE_FILE = '.room.part';

/** Whether a piece of a file, and the database, can be written: throws what the disk said. Leaves nothing behind. */
export async function probeWriting(db: Sqlite, workspaceDir: string): Promise<void> {
  const file = path.join(workspaceDir, PROBE_FILE);
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(ROOM, 1));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } finally {
    // What cannot be removed is written over by the next try.
    await rm(file, { force: true }).catch(() => undefined);
  }
  if (!db.open) throw workspaceUnwritable('unreachable');
  guarded(() => markWritable(db));
}
