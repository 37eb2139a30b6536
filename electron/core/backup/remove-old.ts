import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Keyring } from '@/electron/core/keys/keyring';
import { ORIGINALS } from '@/electron/core/originals-store';
import { toRemove } from '@/shared/domain/backup/retention';
import { entriesIn } from './files';
import { isBackupName, placeInPool, poolOf, unfinished } from './layout';
import { readLedger } from './ledger';
import { readList } from './originals-list';
import { isGenuine, readManifest } from './signed-manifest';

/**
 * Removes the backups of this workspace that the rule does not keep, then original files that no backup left names, and those of people who
 * were erased since. A folder whose manifest cannot be read, or is not genuine, is nobody's to remove; while there is one, no original is
 * removed either, for it may need it. Answers with how many backups went. Errors: of the disk, as they are.
 */
export async function removeOldBackups(
  shelf: string,
  keyring: Keyring,
  { workspaceDir, now }: { readonly workspaceDir: string; readonly now: Date },
): Promise<number> {
  const all = await genuineOn(shelf, keyring);
  const old = toRemove(all.backups, now);
  for (const name of old) {
    // Not called a backup any more from the first moment on.
    const place = path.join(shelf, name);
    await rename(place, unfinished(place));
    await rm(unfinished(place), { recursive: true, force: true });
  }
  const left = all.backups.filter(({ id }) => !old.includes(id));
  await removeErased(shelf, keyring, workspaceDir);
  if (all.unknown === 0) await removeUnnamed(shelf, left);
  return old.length;
}

interface OnShelf {
  readonly id: string;
  readonly madeAt: string;
  readonly keyId: string;
}

async function genuineOn(
  shelf: string,
  keyring: Keyring,
): Promise<{ readonly backups: readonly OnShelf[]; readonly unknown: number }> {
  const backups: OnShelf[] = [];
  let unknown = 0;
  for (const { name } of await entriesIn(shelf)) {
    if (!isBackupName(name)) continue;
    const manifest = await readManifest(path.join(shelf, name));
    if (manifest !== null && isGenuine(keyring, manifest)) backups.push({ id: name, ...manifest });
    else unknown += 1;
  }
  return { backups, unknown };
}

async function removeUnnamed(shelf: string, backups: readonly OnShelf[]): Promise<void> {
  const named = new Map<string, Set<string>>();
  for (const { id, keyId } of backups) {
    const names = named.get(keyId) ?? new Set();
    for (const { name } of await readList(path.join(shelf, id))) names.add(name);
    named.set(keyId, names);
  }
  const pools = path.join(shelf, 'originals');
  for (const { name: keyId } of await entriesIn(pools)) {
    const names = named.get(keyId);
    if (names === undefined) {
      await rm(path.join(pools, keyId), { recursive: true, force: true });
      continue;
    }
    for (const folder of await entriesIn(path.join(pools, keyId))) {
      for (const { name } of await entriesIn(path.join(pools, keyId, folder.name))) {
        if (names.has(name)) continue;
        await rm(path.join(pools, keyId, folder.name, name), { force: true });
      }
    }
  }
}

/** Files of people who were erased do not wait until the last backup that names them is old. */
export async function removeErased(
  shelf: string,
  keyring: Keyring,
  workspaceDir: string,
): Promise<void> {
  const { files } = await readLedger(shelf, keyring);
  const pools = await entriesIn(path.join(shelf, 'originals'));
  for (const name of files) {
    // Somebody else has the same, or they came in again.
    if (existsSync(placeInPool(path.join(workspaceDir, ORIGINALS), name))) continue;
    for (const { name: keyId } of pools) {
      await rm(placeInPool(poolOf(shelf, keyId), name), { force: true });
    }
  }
}
