import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Keyring } from '@/electron/core/keys/keyring';
import { type FileKey, folderKey, openBytes, sealBytes } from '@/electron/core/keys/sealed-file';
import { newId } from '@/shared/kit/ids';

const NAME = 'exporting.sealed';

/** A name for what is being written, that nothing else has. */
export const newUnfinished = (): string => `.longlist-${newId()}.part`;
const isUnfinished = (folder: string): boolean =>
  /^\.longlist-[0-9a-f-]{36}\.part$/.test(path.basename(folder));

/**
 * Remembers where an export is being written: should this process be killed, everything would lie there in clear, and nobody would know. Sealed,
 * as the path may name somebody.
 */
export function createUnfinishedNote(workspaceDir: string, keys: Keyring | 'plain') {
  const file = path.join(workspaceDir, NAME);
  const key: FileKey = keys === 'plain' ? keys : folderKey(keys.key('files'), NAME);
  return {
    begin: (folder: string): Promise<void> =>
      writeFile(file, sealBytes(key, Buffer.from(folder)), { mode: 0o600, flush: true }),
    end: (): Promise<void> => rm(file, { force: true }),
    /** Removes what a process that was killed left. What cannot be reached now, on a disk that is not there, is tried again next time. */
    cleanUp: async (): Promise<void> => {
      const sealed = await readFile(file).catch(() => null);
      if (sealed === null) return;
      const folder = opened(key, sealed);
      if (folder !== null && isUnfinished(folder)) {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      }
      await rm(file, { force: true });
    },
  };
}

function opened(key: FileKey, sealed: Buffer): string | null {
  try {
    return openBytes(key, sealed).toString('utf8');
  } catch {
    // Of before a change of the key: then where it was is not known any more.
    return null;
  }
}
