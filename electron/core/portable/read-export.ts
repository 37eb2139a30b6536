import { createHash } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { lstat, mkdir, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sqlite } from '@/db/sqlite/connection';
import { databasePathIn } from '@/db/sqlite/open';
import { openPlainDatabase, readPlainDatabase } from '@/db/sqlite/portable/plain-database';
import { verifyAuditFile } from '@/electron/core/audit/verify-file';
import { sealBytes } from '@/electron/core/keys/sealed-file';
import { nameOfOriginal, ORIGINALS } from '@/electron/core/originals-store';
import { asStorageError, errorCode } from '@/electron/core/storage-errors';
import type { Opened, ReadTask } from '@/electron/workers/portable/messages';
import {
  EXPORT_FILES,
  EXPORT_FORMAT,
  type ExportedFile,
  MANIFEST,
  type Manifest,
  manifestSchema,
  ORIGINALS_FOLDER,
} from '@/shared/domain/portable/manifest';
import { SCHEMA_VERSION } from '@/db/sqlite/migrate';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { noSuchAdmin } from '@/shared/usecases/portable/take-over';
import { hashOfFile, openNoLink } from './hashed-file';

/** A manifest of a million files has some 200 MB. */
const MOST_MANIFEST = 256 * 1024 * 1024;
/** No original is taken in that is bigger than 25 MB; archives as a whole never are one. */
const MOST_ORIGINAL = 64 * 1024 * 1024;
const MOST_NAMED = 5;
const CHECKED = 0.2;
const RECORDS = 0.4;

/**
 * Makes a workspace, encrypted, in the empty folder `workspaceDir` of an export that anybody may have made or changed: every file is there,
 * is a file and has its hash; the database has our tables and nothing else. For a thread.
 * Errors: INVALID with `files`, the first that are not as they should be; WORKSPACE_TOO_NEW; STORAGE_UNAVAILABLE. What was begun stays, for
 * the caller to remove.
 */
export async function readExport(
  task: ReadTask,
  onProgress: (done: number) => void,
): Promise<Opened> {
  try {
    return await read(task, onProgress);
  } catch (error) {
    throw isAppError(error) ? error : asStorageError(error);
  }
}

async function read(task: ReadTask, onProgress: (done: number) => void): Promise<Opened> {
  const { folder, workspaceDir } = task;
  const { manifest, sha256 } = await readManifest(folder);
  await findAll(folder, manifest);
  await refuseTooLittleRoom(workspaceDir, manifest);
  const tables = manifest.files.filter(({ path: name }) => !isOriginal(name));
  const all = tables.reduce((sum, { bytes }) => sum + bytes, 1);
  let hashed = 0;
  for (const file of tables) {
    const found = await hashOfFile(path.join(folder, file.path));
    if (found.sha256 !== file.sha256) throw notAsWritten([file.path]);
    hashed += file.bytes;
    onProgress((CHECKED * hashed) / all);
  }
  const database = openPlainDatabase(path.join(folder, EXPORT_FILES.database));
  try {
    if (identityOf(database) !== manifest.databaseId) throw notAsWritten([MANIFEST]);
    refuseWithoutAdmin(database, task.admin);
    readPlainDatabase(database, databasePathIn(workspaceDir), {
      key: task.databaseKey,
      onRows: (done) => onProgress(CHECKED + RECORDS * done),
    });
    await sealOriginals(task, manifest, database, (done) =>
      onProgress(CHECKED + RECORDS + (1 - CHECKED - RECORDS) * done),
    );
    return { manifest: sha256, counts: manifest.counts, head: await headOf(folder, database) };
  } finally {
    database.close();
  }
}

/** What an export says of itself. Errors: INVALID when it is none, WORKSPACE_TOO_NEW. */
export async function readManifest(
  folder: string,
): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const place = path.join(folder, MANIFEST);
  const stats = await lstat(place).catch(() => null);
  if (stats === null || !stats.isFile()) {
    throw new AppError(
      'INVALID',
      `This folder is not a full export of Longlist: there is no ${MANIFEST} in it.`,
      { reason: 'no-export' },
    );
  }
  if (stats.size > MOST_MANIFEST) throw notAsWritten([MANIFEST]);
  const file = await openNoLink(place);
  try {
    const text = await file.readFile('utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const value = jsonOf(text);
    const isOurs =
      typeof value === 'object' &&
      value !== null &&
      'kind' in value &&
      value.kind === 'longlist-export';
    const isNewer = (name: string, ours: number): boolean =>
      isOurs &&
      name in value &&
      Number(Object.entries(value).find(([key]) => key === name)?.[1]) > ours;
    // Before its other fields: a newer one may have others.
    if (isNewer('format', EXPORT_FORMAT) || isNewer('schema', SCHEMA_VERSION)) throw tooNew();
    const manifest = manifestSchema.safeParse(value);
    if (!manifest.success) throw notAsWritten([MANIFEST]);
    const names = new Set(manifest.data.files.map(({ path: name }) => name));
    if (names.size !== manifest.data.files.length) throw notAsWritten([MANIFEST]);
    const lacking = Object.values(EXPORT_FILES).filter((name) => !names.has(name));
    if (lacking.length > 0) throw notAsWritten(lacking);
    return { manifest: manifest.data, sha256 };
  } finally {
    await file.close();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Every file of the manifest is there, with its length, and neither it nor a folder on the way is a link. */
async function findAll(folder: string, { files }: Manifest): Promise<void> {
  const wrong: string[] = [];
  const folders = new Map<string, boolean>();
  const isFolder = (place: string): boolean => {
    const known = folders.get(place);
    if (known !== undefined) return known;
    const is = existsSync(place) && lstatSync(place).isDirectory();
    folders.set(place, is);
    return is;
  };
  for (const { path: name, bytes } of files) {
    const parts = name.split('/');
    const above = parts
      .slice(0, -1)
      .map((_, index) => path.join(folder, ...parts.slice(0, index + 1)));
    const stats = above.every(isFolder)
      ? await lstat(path.join(folder, ...parts)).catch(() => null)
      : null;
    const isWell =
      stats?.isFile() === true &&
      stats.size === bytes &&
      (isOriginal(name) ? bytes <= MOST_ORIGINAL : parts.length === 1);
    if (!isWell) wrong.push(name);
    if (wrong.length > MOST_NAMED) break;
  }
  if (wrong.length > 0) throw notAsWritten(wrong);
}

const isOriginal = (name: string): boolean => name.startsWith(`${ORIGINALS_FOLDER}/`);

async function refuseTooLittleRoom(workspaceDir: string, { files }: Manifest): Promise<void> {
  const disk = await statfs(workspaceDir).catch(() => null);
  if (disk === null) return;
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (disk.bavail * disk.bsize > needed) return;
  throw new AppError(
    'STORAGE_UNAVAILABLE',
    `There is not enough room for this export: it needs ${inGigabytes(needed)} GB. Nothing was made.`,
    { reason: 'ENOSPC' },
  );
}

const inGigabytes = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);

/** Seals the originals that a CV of the database is: under their hash, so that where a manifest says they lie does not matter. */
async function sealOriginals(
  { folder, workspaceDir, originals }: ReadTask,
  { files }: Manifest,
  database: Sqlite,
  onProgress: (done: number) => void,
): Promise<void> {
  const wanted = new Set(
    database.prepare('SELECT DISTINCT sha256 FROM resume').pluck().all().map(String),
  );
  const all = files.filter(({ path: name }) => isOriginal(name));
  const made = new Set<string>();
  let done = 0;
  for (const file of all) {
    const bytes = await bytesOf(folder, file);
    if (wanted.delete(file.sha256)) {
      const name = nameOfOriginal(file.sha256, originals.names);
      const place = path.join(workspaceDir, ORIGINALS, name.slice(0, 2));
      if (!made.has(place)) await mkdir(place, { recursive: true, mode: 0o700 });
      made.add(place);
      await writeFile(path.join(place, name), sealBytes(originals.files, bytes), {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
    }
    done += 1;
    onProgress(done / all.length);
  }
}

async function bytesOf(folder: string, { path: name, sha256 }: ExportedFile): Promise<Buffer> {
  const file = await openNoLink(path.join(folder, ...name.split('/'))).catch((error: unknown) => {
    throw errorCode(error) === null ? error : notAsWritten([name]);
  });
  try {
    const bytes = await file.readFile();
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw notAsWritten([name]);
    return bytes;
  } finally {
    await file.close();
  }
}

/** The signed end of the log, when the log is unbroken and its end is in the database too. */
async function headOf(folder: string, database: Sqlite): Promise<Opened['head']> {
  const verdict = await verifyAuditFile(path.join(folder, EXPORT_FILES.audit));
  if (!verdict.ok) return 'broken';
  const { head } = verdict.header;
  const hash = database.prepare('SELECT hash FROM audit_entry WHERE seq = ?').pluck().get(head.seq);
  const isSame =
    head.databaseId === identityOf(database) &&
    (head.seq === 0 ? verdict.header.genesis === head.hash : hash === head.hash);
  return isSame ? head : 'differs';
}

/** Before the minutes that the rest takes. */
function refuseWithoutAdmin(database: Sqlite, email: string | null): void {
  const found = database
    .prepare(
      "SELECT 1 FROM user WHERE role = 'admin' AND role_id IS NULL AND status = 'active' AND (? IS NULL OR email = ?)",
    )
    .get(email, email);
  if (found === undefined) throw noSuchAdmin();
}

const identityOf = (database: Sqlite): unknown =>
  database.prepare('SELECT id FROM database_identity').pluck().get();

/** Names a few: text of somebody's, so it goes nowhere but to the person. */
function notAsWritten(files: readonly string[]): AppError {
  const named = files.slice(0, MOST_NAMED);
  return new AppError(
    'INVALID',
    `This export is not as Longlist wrote it. Missing or changed: ${named.join(', ')}${files.length > named.length ? ' and others' : ''}. Nothing was made.`,
    { reason: 'changed', files: named },
  );
}

const tooNew = (): AppError =>
  new AppError(
    'WORKSPACE_TOO_NEW',
    'This export was made by a newer Longlist. Update Longlist to open it; nothing was made.',
  );
