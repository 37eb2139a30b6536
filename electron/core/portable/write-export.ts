import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { connectForReading, type Sqlite } from '@/db/sqlite/connection';
import {
  type ExportedOriginal,
  linesOf,
  type ListName,
  originalsOf,
} from '@/db/sqlite/portable/json-lines';
import { openPlainDatabase, writePlainDatabase } from '@/db/sqlite/portable/plain-database';
import { openForReading } from '@/db/sqlite/open';
import { SCHEMA_VERSION } from '@/db/sqlite/migrate';
import { openOriginalsStore, type OriginalsStore } from '@/electron/core/originals-store';
import { errorCode } from '@/electron/core/storage-errors';
import type { WriteTask, Written } from '@/electron/workers/portable/messages';
import {
  EXPORT_FILES,
  EXPORT_FORMAT,
  type ExportCounts,
  type ExportedFile,
  MANIFEST,
  type Manifest,
} from '@/shared/domain/portable/manifest';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { HashedFile, hashOfFile } from './hashed-file';
import { readMe } from './read-me';

const LISTS: readonly ListName[] = ['candidates', 'applications', 'jobs', 'clients'];
/** How much of the whole each part takes, roughly. */
const RECORDS = 0.4;
const LINES = 0.1;

/**
 * Writes everything in a workspace to an empty folder: the database in clear, lists a JSON document a line, the original files, and a
 * manifest with the hash of each. Of one moment: what is written to the workspace meanwhile is not in it. For a thread.
 * Errors: STORAGE_UNAVAILABLE, those of opening the database. What was begun stays, for the caller to remove.
 */
export async function writeExport(
  task: WriteTask,
  onProgress: (done: number) => void,
): Promise<Written> {
  try {
    return await write(task, onProgress);
  } catch (error) {
    throw isAppError(error) ? error : asWriteError(error);
  }
}

async function write(task: WriteTask, onProgress: (done: number) => void): Promise<Written> {
  const { folder } = task;
  const files: ExportedFile[] = [];
  const taken = (name: string, { bytes, sha256 }: Omit<ExportedFile, 'path'>): void => {
    files.push({ path: name, bytes, sha256 });
  };
  const database = path.join(folder, EXPORT_FILES.database);
  const { privateNotes, erasures } = copyDatabase(task, database, (done) =>
    onProgress(done * RECORDS),
  );
  taken(EXPORT_FILES.database, await hashOfFile(database));
  taken(EXPORT_FILES.audit, await hashOfFile(path.join(folder, EXPORT_FILES.audit)));

  const plain = openPlainDatabase(database);
  try {
    const counts: Record<ListName, number> = {
      candidates: 0,
      applications: 0,
      jobs: 0,
      clients: 0,
    };
    for (const [index, list] of LISTS.entries()) {
      const file = await HashedFile.make(path.join(folder, EXPORT_FILES[list]));
      for (const line of linesOf(plain, list)) {
        await file.line(line);
        counts[list] += 1;
      }
      taken(EXPORT_FILES[list], await file.end());
      onProgress(RECORDS + (LINES * (index + 1)) / LISTS.length);
    }
    const originals = await openOriginalsStore(task.workspaceDir, task.originals, {
      reading: true,
    });
    const { missing } = await writeOriginals(plain, originals, folder, taken, (done) =>
      onProgress(RECORDS + LINES + done * (1 - RECORDS - LINES)),
    );
    const whole: ExportCounts = {
      ...counts,
      originals: files.filter(({ path: name }) => name.includes('/')).length,
      missingOriginals: missing,
      privateNotesLeftOut: privateNotes,
    };
    const about: Omit<Manifest, 'files'> = {
      kind: 'longlist-export',
      format: EXPORT_FORMAT,
      schema: SCHEMA_VERSION,
      ...task.about,
      counts: whole,
    };
    taken(EXPORT_FILES.readMe, await writeText(folder, EXPORT_FILES.readMe, readMe(about)));
    const manifest = await writeText(
      folder,
      MANIFEST,
      `${JSON.stringify({ ...about, files } satisfies Manifest, null, 1)}\n`,
    );
    return {
      manifest: manifest.sha256,
      counts: whole,
      files: files.length + 1,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, manifest.bytes),
      erasures,
    };
  } finally {
    plain.close();
  }
}

/** The records of one moment, whatever is written meanwhile. */
function copyDatabase(
  { databasePath, databaseKey, actorId }: WriteTask,
  file: string,
  onRows: (done: number) => void,
): { readonly privateNotes: number; readonly erasures: number } {
  // It looks whether the database is ours and of this version.
  openForReading(databasePath, databaseKey).close();
  const from = connectForReading(databasePath, databaseKey);
  try {
    from.exec('BEGIN');
    const erasures = Number(from.prepare('SELECT count(*) FROM erasure').pluck().get());
    return { ...writePlainDatabase(from, file, { actorId, onRows }), erasures };
  } finally {
    from.close();
  }
}

/** The originals, and a list of them. One that is not there, or is damaged, stands in the list without a path. */
async function writeOriginals(
  plain: Sqlite,
  originals: OriginalsStore,
  folder: string,
  taken: (name: string, about: Omit<ExportedFile, 'path'>) => void,
  onProgress: (done: number) => void,
): Promise<{ readonly missing: number }> {
  const total = Math.max(1, Number(plain.prepare('SELECT count(*) FROM resume').pluck().get()));
  const list = await HashedFile.make(path.join(folder, EXPORT_FILES.originals));
  const made = new Set<string>();
  let missing = 0;
  let done = 0;
  for (const original of originalsOf(plain)) {
    const bytes = await bytesOf(originals, original);
    if (bytes === null) missing += 1;
    else {
      const place = path.join(folder, original.path);
      if (!made.has(path.dirname(place))) await mkdir(path.dirname(place), { recursive: true });
      made.add(path.dirname(place));
      const file = await HashedFile.make(place);
      await file.write(bytes);
      taken(original.path, await file.end());
    }
    await list.line(JSON.stringify({ ...original, path: bytes === null ? null : original.path }));
    done += 1;
    onProgress(done / total);
  }
  taken(EXPORT_FILES.originals, await list.end());
  return { missing };
}

async function bytesOf(
  originals: OriginalsStore,
  { sha256 }: ExportedOriginal,
): Promise<Uint8Array | null> {
  try {
    return await originals.read(sha256);
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

async function writeText(
  folder: string,
  name: string,
  text: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const file = await HashedFile.make(path.join(folder, name));
  await file.write(Buffer.from(text));
  const { bytes } = await file.end();
  return { bytes, sha256: createHash('sha256').update(text).digest('hex') };
}

/** What the system answered to a write in the chosen folder. A bug comes back as it is. */
export function asWriteError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === null) return error;
  return new AppError(
    'STORAGE_UNAVAILABLE',
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'There is not enough room in that folder for the export. What was begun was removed; choose another disk and try again.'
      : 'The export could not be written there. What was begun was removed; choose another folder and try again.',
    { reason: code },
  );
}
