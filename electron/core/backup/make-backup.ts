import { existsSync, statfsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  checkPages,
  copyDatabase,
  type CopyFacts,
  inspectCopy,
  originalsNamed,
} from '@/db/sqlite/backup';
import { connectForReading } from '@/db/sqlite/connection';
import { readErasures } from '@/db/sqlite/stores/privacy-replay';
import { HEAD_FILE } from '@/electron/core/audit/head-keeper';
import { createSigner } from '@/electron/core/audit/signer';
import { keyFileText, readKeyFile } from '@/electron/core/keys/key-file-store';
import { DATABASES, type Keyring } from '@/electron/core/keys/keyring';
import { HEADER_BYTES, openPieces, SealBroken } from '@/electron/core/keys/sealed-file';
import { nameOfOriginal, ORIGINALS, originalsKeys } from '@/electron/core/originals-store';
import { errorCode } from '@/electron/core/storage-errors';
import type { BackupCounts } from '@/shared/domain/backup/manifest';
import type { BackupStep } from '@/shared/domain/backup/views';
import { AppError } from '@/shared/kit/app-error';
import { folderFull } from './failure';
import {
  copyWhole,
  entriesIn,
  filesBelow,
  forEach,
  hashOf,
  makeDir,
  syncDir,
  writeWhole,
} from './files';
import {
  isUnfinished,
  keyIdOf,
  MANIFEST,
  ORIGINALS_LIST,
  placeInPool,
  poolOf,
  unfinished,
} from './layout';
import { addToLedger } from './ledger';
import { type ListedOriginal, listText, originalsIn, sizeOf } from './originals-list';
import { removeOldBackups } from './remove-old';
import { signManifest } from './signed-manifest';

export interface BackupOrder {
  readonly workspaceDir: string;
  /** Its shelf, in a folder that is there. */
  readonly shelf: string;
  readonly name: string;
  readonly madeAt: string;
  readonly app: string;
  /** Names of originals that went with erasures, and that the shelf may not know yet. */
  readonly erasedFiles: readonly string[];
}

export interface MadeBackup {
  readonly folder: string;
  readonly bytes: number;
  readonly counts: BackupCounts;
  readonly originalBytes: number;
  readonly copiedOriginals: number;
  /** Originals that are missing or damaged in the workspace itself. */
  readonly lacking: number;
}

/** How far it is; `done` from 0 to 1, null where the end is not known. */
export type Report = (step: BackupStep, done: number | null) => void;

/**
 * Makes a backup of the workspace, which may be in use: databases as of one moment, originals that the shelf has not got yet, what became of
 * tables, the key file, the signed end of the audit log, and a manifest of all of it. Everything is written under another name, read back
 * and checked, and gets its name last: what is called a backup is one. Errors: of the disk and of SQLite as they are; WORKSPACE_DAMAGED when
 * the copy does not check out.
 */
export async function makeBackup(
  order: BackupOrder,
  keyring: Keyring,
  report: Report,
): Promise<MadeBackup> {
  const { workspaceDir, shelf } = order;
  const folder = path.join(shelf, order.name);
  const beside = unfinished(folder);
  await makeDir(shelf);
  await removeUnfinished(shelf);
  try {
    await makeDir(beside);
    report('database', null);
    await assertRoom(shelf, databasesOf(workspaceDir));
    for (const file of databasesOf(workspaceDir)) {
      copyDatabase(file.path, path.join(beside, file.name), keyring.key(file.purpose));
    }
    const originals = await copyOriginals(order, keyring, report);
    await copyTables(workspaceDir, beside);
    report('checking', null);
    const facts = checkCopies(beside, keyring);
    await writeRest(order, beside, keyring, { facts, originals: originals.all });
    const made = await writeManifest(order, beside, keyring, { facts, originals });
    await syncDir(beside);
    await rename(beside, folder);
    await syncDir(shelf);
    await addToLedger(shelf, keyring, {
      erasures: erasuresOf(path.join(folder, 'longlist.db'), keyring),
      files: order.erasedFiles,
    });
    report('removing', null);
    await removeOldBackups(shelf, keyring, { workspaceDir, now: new Date(order.madeAt) });
    return { ...made, folder };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** What a crash, or a disk that was full, left of others. */
async function removeUnfinished(shelf: string): Promise<void> {
  for (const { name } of await entriesIn(shelf)) {
    if (isUnfinished(name)) await rm(path.join(shelf, name), { recursive: true, force: true });
  }
}

const databasesOf = (dir: string) =>
  DATABASES.map(([name, purpose]) => ({ name, purpose, path: path.join(dir, name) })).filter(
    (file) => existsSync(file.path),
  );

/** Asked before anything is written, so that a disk that is nearly full is not filled. */
async function assertRoom(
  shelf: string,
  files: readonly { readonly path: string }[],
): Promise<void> {
  let needed = SPARE;
  for (const file of files) needed += (await stat(file.path)).size;
  const { bavail, bsize } = statfsSync(shelf);
  if (bavail * bsize < needed) throw folderFull();
}
/** For what is small beside the databases, and so that the disk of somebody's files is not used to its last block. */
const SPARE = 32 * 1024 * 1024;

interface CopiedOriginals {
  readonly all: readonly ListedOriginal[];
  readonly copied: number;
  /** Of those copied now, whose seal is broken. */
  readonly broken: number;
}

/** Originals are never changed: what lies in the pool with the same header, which holds a salt of its own, is the same file. */
async function copyOriginals(
  { workspaceDir, shelf }: BackupOrder,
  keyring: Keyring,
  report: Report,
): Promise<CopiedOriginals> {
  const pool = poolOf(shelf, keyIdOf(keyring));
  const root = path.join(workspaceDir, ORIGINALS);
  const key = originalsKeys(keyring).files;
  const all = await originalsIn(workspaceDir);
  const made = new Set<string>();
  const gone = new Set<string>();
  let copied = 0;
  let broken = 0;
  let done = 0;
  report('files', 0);
  await forEach(all, async (original) => {
    const from = placeInPool(root, original.name);
    const to = placeInPool(pool, original.name);
    try {
      if (!(await isSame(from, to, original.bytes))) {
        const folder = path.dirname(to);
        await makeDir(folder);
        made.add(folder);
        await copyWhole(from, to);
        copied += 1;
        if (!(await opens({ path: to, key }))) broken += 1;
      }
    } catch (error) {
      // Erased while the backup is made.
      if (errorCode(error) !== 'ENOENT' || existsSync(from) || !existsSync(shelf)) throw error;
      gone.add(original.name);
    }
    done += 1;
    if (done % 50 === 0) report('files', done / all.length);
  });
  for (const folder of made) await syncDir(folder);
  return { all: all.filter(({ name }) => !gone.has(name)), copied, broken };
}

async function isSame(from: string, to: string, bytes: number): Promise<boolean> {
  if ((await sizeOf(to)) !== bytes) return false;
  const [a, b] = await Promise.all([headOf(from), headOf(to)]);
  return a.equals(b);
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether every piece of a sealed file opens. */
export async function opens(place: Parameters<typeof openPieces>[0]): Promise<boolean> {
  try {
    for await (const piece of openPieces(place)) piece.fill(0);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** What became of the rows of tables, sealed; these files change, so every backup has its own. */
async function copyTables(workspaceDir: string, beside: string): Promise<void> {
  const root = path.join(workspaceDir, 'tables');
  for (const name of await filesBelow(root)) {
    if (isUnfinished(name)) continue;
    const to = path.join(beside, 'tables', name);
    await makeDir(path.dirname(to));
    try {
      await copyWhole(path.join(root, name), to);
    } catch (error) {
      // A table that was discarded meanwhile.
      if (errorCode(error) !== 'ENOENT' || !existsSync(beside)) throw error;
    }
  }
}

function checkCopies(beside: string, keyring: Keyring): CopyFacts {
  // Of the first database `inspectCopy` reads every page.
  for (const file of databasesOf(beside).slice(1)) checkPages(file.path, keyring.key(file.purpose));
  const facts = inspectCopy(path.join(beside, 'longlist.db'), keyring.key('database'));
  if (facts.databaseId === keyring.databaseId) return facts;
  throw new AppError(
    'WORKSPACE_DAMAGED',
    'The copy of the database is not one of this workspace. It was discarded.',
  );
}

/** Beside the databases: the keys as they are now, the end of this copy's audit log, signed, and which originals belong to it. */
async function writeRest(
  { workspaceDir, madeAt }: BackupOrder,
  beside: string,
  keyring: Keyring,
  {
    facts,
    originals,
  }: { readonly facts: CopyFacts; readonly originals: readonly ListedOriginal[] },
): Promise<void> {
  const keys = readKeyFile(workspaceDir);
  if (keys === null) throw new Error('The workspace has no key file');
  await writeWhole(path.join(beside, 'keys.json'), keyFileText(keys));
  if (facts.audit !== null) {
    const head = createSigner(keyring.key('audit-signing')).sign({
      databaseId: keyring.databaseId,
      ...facts.audit,
      at: madeAt,
    });
    await writeWhole(path.join(beside, HEAD_FILE), `${JSON.stringify(head)}\n`);
  }
  await writeWhole(path.join(beside, ORIGINALS_LIST), listText(originals));
}

async function writeManifest(
  { madeAt, app }: BackupOrder,
  beside: string,
  keyring: Keyring,
  { facts, originals }: { readonly facts: CopyFacts; readonly originals: CopiedOriginals },
): Promise<Omit<MadeBackup, 'folder'>> {
  const names = (await filesBelow(beside)).filter((name) => name !== MANIFEST).toSorted();
  const files = [];
  for (const name of names) {
    const file = path.join(beside, name);
    files.push({ name, bytes: (await stat(file)).size, sha256: await hashOf(file) });
  }
  const there = new Set(originals.all.map(({ name }) => name));
  const namesKey = originalsKeys(keyring).names;
  const missing = originalsNamed(path.join(beside, 'longlist.db'), keyring.key('database')).filter(
    (sha256) => !there.has(nameOfOriginal(sha256, namesKey)),
  ).length;
  const counts = { ...facts.counts, originals: originals.all.length };
  const originalBytes = originals.all.reduce((sum, { bytes }) => sum + bytes, 0);
  const lacking = missing + originals.broken;
  const manifest = signManifest(
    keyring,
    {
      format: 'longlist-backup',
      version: 1,
      databaseId: keyring.databaseId,
      madeAt,
      app,
      schema: facts.schema,
      keyId: keyIdOf(keyring),
      counts,
      originalBytes,
      originalsLacking: lacking,
      files,
    },
    facts.workspaceName,
  );
  await writeWhole(path.join(beside, MANIFEST), `${JSON.stringify(manifest)}\n`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { bytes, counts, originalBytes, copiedOriginals: originals.copied, lacking };
}

/** Of a copy that was checked just now. */
function erasuresOf(file: string, keyring: Keyring) {
  const db = connectForReading(file, keyring.key('database'));
  try {
    return readErasures(db);
  } finally {
    db.close();
  }
}
