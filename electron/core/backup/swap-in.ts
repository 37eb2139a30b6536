import {
  existsSync,
  fsyncSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { backupsIn } from '@/db/sqlite/open';
import { lockWorkspace } from '@/db/sqlite/lock';
import { isAppError } from '@/shared/kit/app-error';
import { instantSchema } from '@/shared/kit/clock';
import { DEVICE_FILE } from './device-file';
import { shelfIn } from './layout';

/** Written last into a workspace that was put together: from then on it can take its place. Afterwards it tells of the restore. */
export const READY = 'restore-ready.json';
const RESTORED = 'restored.json';

const restoredSchema = z.object({
  at: instantSchema,
  /** The name of the backup, and when it was made. */
  backup: z.string(),
  backupMadeAt: instantSchema,
  databaseId: z.string(),
  /** Where the workspace is that was there before; null when there was none. */
  aside: z.string().nullable(),
  erased: z.number().int().nonnegative().default(0),
  lacking: z.number().int().nonnegative().default(0),
});
export type Restored = z.infer<typeof restoredSchema>;

/** Where a workspace is put together before it takes its place. */
export const stagingOf = (workspaceDir: string): string => `${workspaceDir}.restoring`;

/** Where a workspace is kept that another takes the place of. */
export function asideOf(workspaceDir: string, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-');
  const first = `${workspaceDir}-before-restore-${stamp}`;
  for (let n = 1; ; n++) {
    const place = n === 1 ? first : `${first}-${n}`;
    if (!existsSync(place)) return place;
  }
}

/**
 * Puts what was prepared in the place of the workspace, which is kept beside, whole. Two renames: killed between them, `recoverRestore` does
 * the second. Errors: of the disk, as they are; then the workspace is where it was.
 */
export function swapIn(workspaceDir: string): void {
  const staging = stagingOf(workspaceDir);
  const restored = readRestored(path.join(staging, READY));
  if (restored === null) throw new Error('Nothing was prepared to be restored');
  if (existsSync(workspaceDir) && restored.aside !== null) {
    renameSync(workspaceDir, restored.aside);
    try {
      renameSync(staging, workspaceDir);
    } catch (error) {
      renameSync(restored.aside, workspaceDir);
      throw error;
    }
  } else renameSync(staging, workspaceDir);
  syncDir(path.dirname(workspaceDir));
  finish(workspaceDir);
}

/**
 * Finishes or forgets a restore that an end cut off, before anything else looks at the workspace. What was not whole yet is removed: it is a
 * copy. Where another Longlist is at it, nothing is done.
 */
export function recoverRestore(workspaceDir: string): void {
  const staging = stagingOf(workspaceDir);
  if (!existsSync(workspaceDir)) {
    if (!existsSync(staging)) return;
    if (readRestored(path.join(staging, READY)) === null) {
      rmSync(staging, { recursive: true, force: true });
      return;
    }
    renameSync(staging, workspaceDir);
    syncDir(path.dirname(workspaceDir));
  } else if (existsSync(staging) && isOurs(workspaceDir)) {
    rmSync(staging, { recursive: true, force: true });
  }
  if (existsSync(path.join(workspaceDir, READY))) finish(workspaceDir);
}

/** What the workspace was restored from the last time; null when it never was. */
export const lastRestore = (workspaceDir: string): Restored | null =>
  readRestored(path.join(workspaceDir, RESTORED));

/** The rest, which can be done again: what belongs to this computer, and backups that lay in the workspace, come along. */
function finish(workspaceDir: string): void {
  const ready = path.join(workspaceDir, READY);
  const restored = readRestored(ready);
  const aside = restored?.aside ?? null;
  if (restored !== null && aside !== null) {
    const shelf = shelfIn(backupsIn(aside), restored.databaseId);
    move(shelf, shelfIn(backupsIn(workspaceDir), restored.databaseId));
    for (const name of [DEVICE_FILE, 'ocr']) {
      move(path.join(aside, name), path.join(workspaceDir, name));
    }
  }
  renameSync(ready, path.join(workspaceDir, RESTORED));
  syncDir(workspaceDir);
}

function move(from: string, to: string): void {
  if (!existsSync(from) || existsSync(to)) return;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  renameSync(from, to);
}

/** Whether nobody else has the workspace open. */
function isOurs(workspaceDir: string): boolean {
  try {
    lockWorkspace(path.join(workspaceDir, 'lock.db'))();
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

function readRestored(file: string): Restored | null {
  try {
    const read = restoredSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function syncDir(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
