import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Manifest } from '@/shared/domain/backup/manifest';
import type { BackupView } from '@/shared/domain/backup/views';
import { AppError } from '@/shared/kit/app-error';
import { asBackupError } from './failure';
import { entriesIn } from './files';
import { isBackupName, isShelfName, keyIdOf, MANIFEST } from './layout';
import { isGenuine, readManifest } from './signed-manifest';

/** A backup that was found, and where. */
export interface FoundBackup {
  readonly folder: string;
  readonly shelf: string;
  readonly name: string;
  readonly manifest: Manifest;
}

const MOST = 500;

/**
 * The backups in a folder that somebody chose, newest first: one itself, a shelf, a folder of shelves, or the folder of a workspace with its
 * own. Errors: STORAGE_UNAVAILABLE.
 */
export async function findBackups(chosen: string): Promise<readonly FoundBackup[]> {
  try {
    if (existsSync(path.join(chosen, MANIFEST))) return await read([chosen]);
    const shelves = isShelfName(path.basename(chosen))
      ? [chosen]
      : [...(await shelvesIn(chosen)), ...(await shelvesIn(path.join(chosen, 'backups')))];
    const folders: string[] = [];
    for (const shelf of shelves) folders.push(...(await below(shelf, isBackupName)));
    return await read(folders.slice(0, MOST));
  } catch (error) {
    throw asBackupError(error);
  }
}

const shelvesIn = (folder: string): Promise<readonly string[]> => below(folder, isShelfName);

const below = async (
  folder: string,
  isOne: (name: string) => boolean,
): Promise<readonly string[]> =>
  (await entriesIn(folder)).flatMap(({ name }) => (isOne(name) ? [path.join(folder, name)] : []));

async function read(folders: readonly string[]): Promise<readonly FoundBackup[]> {
  const found = await Promise.all(
    folders.map(async (folder): Promise<readonly FoundBackup[]> => {
      const manifest = await readManifest(folder);
      return manifest === null
        ? []
        : [{ folder, shelf: path.dirname(folder), name: path.basename(folder), manifest }];
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => Date.parse(b.manifest.madeAt) - Date.parse(a.manifest.madeAt));
}

/** Gives backups names that a window may hold: it never learns nor says where they are. */
export function createFoundBackups() {
  const byId = new Map<string, FoundBackup>();
  const ids = new Map<string, string>();
  const idOf = (found: FoundBackup): string => {
    const id = ids.get(found.folder) ?? randomUUID();
    ids.set(found.folder, id);
    byId.set(id, found);
    return id;
  };
  return {
    get: (id: string): FoundBackup => {
      const found = byId.get(id);
      if (found !== undefined) return found;
      throw new AppError(
        'NOT_FOUND',
        'This backup is not known any more. Choose its folder again.',
      );
    },
    /** `keyring`: of the open workspace; null where none is. */
    view: (found: FoundBackup, keyring: Keyring | null): BackupView => {
      const { manifest, name } = found;
      return {
        id: idOf(found),
        name,
        madeAt: manifest.madeAt,
        counts: manifest.counts,
        bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
        originalBytes: manifest.originalBytes,
        state: stateOf(manifest, keyring),
        isOlderKey: keyring !== null && keyIdOf(keyring) !== manifest.keyId,
      };
    },
  };
}
export type FoundBackups = ReturnType<typeof createFoundBackups>;

function stateOf(manifest: Manifest, keyring: Keyring | null): BackupView['state'] {
  if (keyring === null) return 'unknown';
  if (manifest.databaseId !== keyring.databaseId) return 'foreign';
  return isGenuine(keyring, manifest) ? 'whole' : 'changed';
}
