import { existsSync, readFileSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Sqlite } from '@/db/sqlite/connection';
import { type StorageReason, unwritableReason } from '@/db/sqlite/errors';
import { overwriteDeleted } from '@/db/sqlite/stores/privacy-space';
import type { ImpactDesk } from '@/electron/core/adverse-impact/impact-desk';
import {
  type FileKey,
  folderKey,
  openLine,
  type SealedPlace,
  sealLine,
} from '@/electron/core/keys/sealed-file';
import type { Log } from '@/electron/core/log';
import type { OriginalsStore } from '@/electron/core/originals-store';
import { asStorageError } from '@/electron/core/storage-errors';
import { fatesFileOf } from '@/electron/core/tables/desk-deps';
import { AppError } from '@/shared/kit/app-error';
import { type Id, idSchema } from '@/shared/kit/ids';
import type { Traces } from '@/shared/usecases/ports/erasure';

/**
 * What is left to do of erasures, by hash. Sealed like the files themselves: with a hash one could ask whether a certain CV was here, and
 * that of somebody who is being erased of all people.
 */
const journalSchema = z.object({
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Ids of applications for which they may have said something of themselves. */
  applications: z.array(idSchema).default([]),
});

/** Where it is written down, in the folder of a workspace whose files are encrypted with `key`. */
export const erasingFileOf = ({ path: dir, key }: SealedPlace): SealedPlace => ({
  path: path.join(dir, 'erasing.json'),
  key: folderKey(key, 'erasing'),
});

/** Writes down what is left to do in a workspace, for its next opening at the latest. Errors: STORAGE_UNAVAILABLE. */
export async function leaveToDo(
  dir: SealedPlace,
  left: { readonly files: readonly string[]; readonly applications: readonly Id[] },
): Promise<void> {
  const { path: file, key } = erasingFileOf(dir);
  await writeWhole(file, sealLine(key, JSON.stringify(left)));
}

export interface CoreTraces extends Traces {
  /** Does what an end in the middle of an erasure left to do. */
  readonly recover: () => Promise<void>;
  /** Does what a disk that could not be written left to do. Errors: STORAGE_UNAVAILABLE. */
  readonly goOn: () => Promise<void>;
}

/** The rows are gone for good by then: whoever is told that nothing was saved would look for somebody who is not there. */
const filesRemain = (reason: StorageReason): AppError =>
  new AppError(
    'STORAGE_UNAVAILABLE',
    'Their records are erased. Their files could not be removed yet, as the disk of the workspace cannot be written; they are removed as soon as it can.',
    { reason, place: 'workspace' },
  );

/**
 * Removes what erasures leave beside the rows: originals nobody's résumé holds any more, lines of tables that came in, free pages and the
 * journal of the database. Which files is written down before the rows go (`erasing.json`) and forgotten when all is done: a file whose
 * rows are still there stays, so it does not matter on which side of the commit an end fell.
 */
export function createTraces(deps: {
  readonly db: Sqlite;
  readonly workspaceDir: string;
  /** What the files of the workspace are encrypted with. */
  readonly filesKey: FileKey;
  readonly originals: Pick<OriginalsStore, 'remove'>;
  readonly impact: Pick<ImpactDesk, 'forget'>;
  readonly log: Log;
}): CoreTraces {
  const { db, workspaceDir } = deps;
  const { path: file, key } = erasingFileOf({ path: workspaceDir, key: deps.filesKey });
  const files = new Set<string>();
  const applications = new Set<Id>();
  let begun = false;

  const removeTraces = async (): Promise<void> => {
    const held = db.prepare('SELECT 1 FROM resume WHERE sha256 = ? LIMIT 1');
    for (const sha256 of files) {
      if (held.get(sha256) === undefined) await deps.originals.remove(sha256);
    }
    // Somebody made anonymous keeps their applications, and has said nothing of themselves any more.
    const isTheirs = db.prepare(
      `SELECT 1 FROM application a WHERE a.id = ?
       AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.candidate_id = a.candidate_id)`,
    );
    const gone = [...applications].filter((id) => isTheirs.get(id) === undefined);
    if (gone.length > 0) await deps.impact.forget(gone);
    const tables = { path: path.join(workspaceDir, 'tables'), key: deps.filesKey };
    await forgetRows(tables, (id) => {
      const isThere = db.prepare('SELECT 1 FROM candidate WHERE id = ? AND name <> ?').get(id, '');
      return (
        isThere === undefined &&
        db.prepare('SELECT 1 FROM erasure WHERE candidate_id = ?').get(id) !== undefined
      );
    });
    if (!overwriteDeleted(db)) {
      // Somebody was reading. What is left to do stays written down, for the next erasure or the next start.
      deps.log.info('erasure.journal-in-use');
      return;
    }
    files.clear();
    applications.clear();
    begun = false;
    await rm(file, { force: true });
  };
  const finish = async (): Promise<void> => {
    try {
      await removeTraces();
    } catch (error) {
      const why = unwritableReason(asStorageError(error));
      throw why === null ? error : filesRemain(why);
    }
  };

  return {
    begin: async (more, candidateIds) => {
      const before = files.size + applications.size;
      for (const sha256 of more) files.add(sha256);
      for (const id of applicationsOf(db, candidateIds)) applications.add(id);
      if (begun && files.size + applications.size === before) return;
      const left = { files: [...files], applications: [...applications] };
      await leaveToDo({ path: workspaceDir, key: deps.filesKey }, left);
      begun = true;
    },
    finish,
    goOn: async () => {
      if (begun) await finish();
    },
    recover: async () => {
      if (!existsSync(file)) return;
      const left = readJournal({ path: file, key });
      for (const sha256 of left.files) files.add(sha256);
      for (const id of left.applications) applications.add(id);
      begun = true;
      // It may be that of an earlier build, in clear: should this end in the middle again, it is sealed.
      await leaveToDo({ path: workspaceDir, key: deps.filesKey }, left);
      await finish();
      deps.log.info('erasure.finished-after-restart');
    },
  };
}

/**
 * An earlier build wrote it in clear, in an encrypted workspace too. A journal that was cut off names nothing: then nothing had been
 * committed yet.
 */
function readJournal({ path: file, key }: SealedPlace): z.infer<typeof journalSchema> {
  const text = readFileSync(file, 'utf8');
  try {
    return journalSchema.parse(JSON.parse(openLine(key, text) ?? text));
  } catch {
    return { files: [], applications: [] };
  }
}

const applicationsOf = (db: Sqlite, candidateIds: readonly Id[]): readonly Id[] =>
  db
    .prepare('SELECT id FROM application WHERE candidate_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(candidateIds))
    .map(String);

/** Takes the lines of people who are gone out of what became of the rows of tables. */
async function forgetRows(
  root: SealedPlace,
  isGone: (candidateId: string) => boolean,
): Promise<void> {
  const imports = await readdir(root.path).catch(() => []);
  for (const name of imports) {
    const file = fatesFileOf(root, name);
    const text = await readFile(file.path, 'utf8').catch(() => null);
    if (text === null) continue;
    const lines = text.split('\n');
    const kept = lines.filter((line) => {
      const id = /"candidateId":"([0-9a-f-]{36})"/.exec(openLine(file.key, line) ?? '')?.[1];
      return id === undefined || !isGone(id);
    });
    if (kept.length < lines.length) await writeWhole(file.path, kept.join('\n'));
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.part`;
  try {
    await writeFile(beside, text, { mode: 0o600 });
    const handle = await open(beside, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    throw asStorageError(error);
  }
}
