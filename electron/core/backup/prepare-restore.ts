import { rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { connectForReading, type Sqlite } from '@/db/sqlite/connection';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { statementsOf } from '@/db/sqlite/statements';
import { chainTail } from '@/db/sqlite/stores/audit-chain';
import { createPeopleReader } from '@/db/sqlite/stores/people-reader';
import { type PastErasure, readErasures, replayErasures } from '@/db/sqlite/stores/privacy-replay';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { inspectCopy } from '@/db/sqlite/backup';
import { writeKeyFile } from '@/electron/core/keys/key-file-store';
import type { Keyring } from '@/electron/core/keys/keyring';
import { ORIGINALS, originalsKeys } from '@/electron/core/originals-store';
import { errorCode } from '@/electron/core/storage-errors';
import { leaveToDo } from '@/electron/core/privacy/traces';
import type { KeyFile } from '@/shared/domain/keys/key-file';
import type { Manifest } from '@/shared/domain/backup/manifest';
import { AppError } from '@/shared/kit/app-error';
import { systemClock } from '@/shared/kit/clock';
import { copyWhole, forEach, hashOf, makeDir, writeWhole } from './files';
import { placeInPool, poolOf } from './layout';
import { joined, readLedger } from './ledger';
import { opens, type Report } from './make-backup';
import { readList, sizeOf } from './originals-list';
import { READY, type Restored } from './swap-in';
import { isGenuine, readManifest } from './signed-manifest';

export interface RestoreOrder {
  /** The backup, and the shelf with its originals. */
  readonly folder: string;
  readonly shelf: string;
  /** Where the workspace is put together, beside its place. */
  readonly staging: string;
  /** What opens it from then on. */
  readonly keys: KeyFile;
  /** The workspace that it takes the place of, where that is the same one and its key is known: erasures in it are taken over. */
  readonly present: { readonly dir: string; readonly databaseKey: Uint8Array } | null;
  /** The signed end of the audit log that it takes the place of; null where there is none. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly restored: Restored;
}

export interface Prepared {
  /** People of the backup who were erased since, and are so again. */
  readonly erased: number;
  /** Original files that could not be put back. */
  readonly lacking: number;
}

/**
 * Puts a workspace together from a backup, in a folder of its own: files compared with the manifest on their way, erasures made since done
 * again before anybody opens it, and the restore itself noted in its audit log. What was there is not touched. Errors: WORKSPACE_DAMAGED when
 * the backup is not the one that was made, WORKSPACE_TOO_NEW, and those of the disk as they are.
 */
export async function prepareRestore(
  order: RestoreOrder,
  keyring: Keyring,
  report: Report,
): Promise<Prepared> {
  try {
    return await prepare(order, keyring, report);
  } catch (error) {
    await rm(order.staging, { recursive: true, force: true });
    throw isFull(error) ? noRoom() : error;
  }
}

async function prepare(order: RestoreOrder, keyring: Keyring, report: Report): Promise<Prepared> {
  const { folder, staging } = order;
  const manifest = await readManifest(folder);
  if (manifest === null || !isGenuine(keyring, manifest)) throw changed();
  await rm(staging, { recursive: true, force: true });
  await makeDir(staging);
  await assertRoom(staging, manifest);
  report('copying', 0);
  await copyFiles(order, manifest);
  const facts = inspectCopy(path.join(staging, 'longlist.db'), keyring.key('database'));
  if (facts.databaseId !== keyring.databaseId) throw changed();
  const lacking = await copyOriginals(order, manifest, keyring, report);
  writeKeyFile(staging, order.keys);
  report('checking', null);
  const known = await erasuresSince(order, keyring);
  const { erased, files, applications } = await settle(order, keyring, {
    known,
    manifest,
    lacking,
  });
  // What they leave beside the database goes as after an erasure that was cut off: when it is opened, before anybody is let in.
  if (erased > 0) {
    await leaveToDo({ path: staging, key: keyring.key('files') }, { files, applications });
  }
  const done = { ...order.restored, erased, lacking };
  await writeWhole(path.join(staging, READY), JSON.stringify(done));
  return { erased, lacking };
}

/** Asked before anything is copied, so that a disk that is nearly full is not filled. */
async function assertRoom(staging: string, { files, originalBytes }: Manifest): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, originalBytes);
  const { bavail, bsize } = await statfs(staging);
  if (bavail * bsize < needed) throw noRoom();
}

async function copyFiles({ folder, staging }: RestoreOrder, { files }: Manifest): Promise<void> {
  for (const { name, bytes } of files) {
    if ((await sizeOf(path.join(folder, name))) !== bytes) throw changed();
  }
  for (const { name, sha256 } of files) {
    // Which keys open it is decided anew; which originals are its own, the originals say.
    if (name === 'keys.json' || name === 'originals.txt') {
      if ((await hashOf(path.join(folder, name))) !== sha256) throw changed();
      continue;
    }
    const to = path.join(staging, name);
    await makeDir(path.dirname(to));
    await copyWhole(path.join(folder, name), to);
    // Of what was copied: nobody can exchange it in between.
    if ((await hashOf(to)) !== sha256) throw changed();
  }
}

/** How many of its originals are not there any more, or damaged. */
async function copyOriginals(
  { folder, shelf, staging }: RestoreOrder,
  { keyId }: Manifest,
  keyring: Keyring,
  report: Report,
): Promise<number> {
  const pool = poolOf(shelf, keyId);
  const root = path.join(staging, ORIGINALS);
  const key = originalsKeys(keyring).files;
  const erased = new Set((await readLedger(shelf, keyring)).files);
  const all = await readList(folder);
  let lacking = 0;
  let done = 0;
  await forEach(all, async ({ name }) => {
    const from = placeInPool(pool, name);
    const to = placeInPool(root, name);
    if ((await sizeOf(from)) === null) {
      if (!erased.has(name)) lacking += 1;
    } else {
      await makeDir(path.dirname(to));
      await copyWhole(from, to);
      if (!(await opens({ path: to, key }))) lacking += 1;
    }
    done += 1;
    if (done % 50 === 0) report('copying', done / all.length);
  });
  return lacking;
}

/** Erasures that the shelf knows of, and those of the workspace whose place it takes. */
async function erasuresSince(
  { shelf, present }: RestoreOrder,
  keyring: Keyring,
): Promise<readonly PastErasure[]> {
  const { erasures } = await readLedger(shelf, keyring);
  return joined(erasures, present === null ? [] : erasuresIn(present));
}

/** Nothing where the database does not open: it may be why somebody restores. */
function erasuresIn({ dir, databaseKey }: NonNullable<RestoreOrder['present']>) {
  let db: Sqlite | null = null;
  try {
    db = connectForReading(path.join(dir, 'longlist.db'), databaseKey);
    return readErasures(db);
  } catch {
    return [];
  } finally {
    db?.close();
  }
}

/** What has to have happened in the database before anybody opens it. */
async function settle(
  { staging, head, restored }: RestoreOrder,
  keyring: Keyring,
  {
    known,
    manifest,
    lacking,
  }: {
    readonly known: readonly PastErasure[];
    readonly manifest: Manifest;
    readonly lacking: number;
  },
): Promise<ReturnType<typeof replayErasures>> {
  const database = openWorkspaceDatabase(staging, {
    clock: systemClock,
    key: keyring.key('database'),
    databaseId: keyring.databaseId,
  });
  try {
    const { db } = database;
    const replayed = replayErasures(db, known);
    // Where nothing was before: the end that this log had itself.
    const before = head ?? chainTail(statementsOf(db));
    const actor = await createPeopleReader(db).firstAdmin();
    if (actor === null) throw changed();
    await createSqliteStore(db, { clock: systemClock }).commit({
      actor: { id: actor.id, name: actor.name, role: actor.role },
      action: 'audit.noted',
      changes: [],
      audit: [
        {
          action: 'backup.restored',
          entityType: 'backup',
          entityId: null,
          metadata: {
            backup: restored.backup,
            backupMadeAt: manifest.madeAt,
            erased: replayed.erased,
            lacking,
            headSeq: before?.seq ?? 0,
            headHash: before?.hash ?? null,
          },
        },
      ],
    });
    return replayed;
  } finally {
    database.close();
  }
}

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(errorCode(error) ?? '');

const noRoom = (): AppError =>
  new AppError(
    'STORAGE_UNAVAILABLE',
    'There is not enough room on the disk of the workspace to put the backup together. Nothing was changed; make room and try again.',
    { reason: 'full' },
  );

const changed = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'This backup is not as it was made: a file of it was changed or is missing. Nothing was restored. Choose another backup.',
    { reason: 'backup-changed' },
  );
