import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from '@/electron/core/router/door';
import type { Check } from '@/shared/contract/api/system';

/** Below this an import of a few thousand CVs would fill the disk. */
const LOW_DISK_BYTES = 1024 * 1024 * 1024;
/** Longlist keeps it below 64 MB, but while something big is being written. */
const LONG_JOURNAL_BYTES = 512 * 1024 * 1024;
/** Backups are made every night. */
const OLD_BACKUP_MS = 3 * 86_400_000;
/** Clocks of two computers are never quite the same. */
const AHEAD_MS = 5 * 60_000;

/** What is free where the workspace is, and where backups go when that is another disk. */
export async function checkDisk(workspaceDir: string, backupFolder: string | null): Promise<Check> {
  const here = await freeAt(workspaceDir);
  if (here === null) {
    return { id: 'disk', state: 'warning', message: 'The free space cannot be read here.' };
  }
  const there = backupFolder === null ? null : await freeAt(backupFolder);
  const isOther = there !== null && there.device !== here.device;
  const low = here.free < LOW_DISK_BYTES || (isOther && there.free < LOW_DISK_BYTES);
  const backups = isOther ? `, ${inGigabytes(there.free)} where backups go` : '';
  return {
    id: 'disk',
    state: low ? 'warning' : 'ok',
    message: `${low ? 'Only ' : ''}${inGigabytes(here.free)} are free${backups}.${low ? ' Make room before a large import or the next backup.' : ''}`,
  };
}

const inGigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

async function freeAt(
  folder: string,
): Promise<{ readonly free: number; readonly device: number } | null> {
  const place = await nearestFolder(folder);
  const [disk, stats] = await Promise.all([
    statfs(place).catch(() => null),
    stat(place).catch(() => null),
  ]);
  return disk === null || stats === null
    ? null
    : { free: disk.bavail * disk.bsize, device: stats.dev };
}

/** The folder, or the nearest one above it that is there already. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const above = path.dirname(folder);
  return there || above === folder ? folder : nearestFolder(above);
}

/** How big the database is, and the journal beside it. */
export async function checkJournal({ database }: Pick<Desk, 'database'>): Promise<Check> {
  const [file, journal] = await Promise.all(
    ['', '-wal'].map((end) =>
      stat(database.path + end).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const sizes = `The database has ${inMegabytes(file ?? 0)}, its journal ${inMegabytes(journal ?? 0)}.`;
  return (journal ?? 0) > LONG_JOURNAL_BYTES
    ? {
        id: 'journal',
        state: 'warning',
        message: `${sizes} The journal is long: close Longlist and open it again, which folds it in.`,
      }
    : { id: 'journal', state: 'ok', message: sizes };
}

const inMegabytes = (bytes: number): string =>
  bytes === 0 ? '0 MB' : `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`;

/** When the last backup was made, and whether the next one will be. */
export function checkBackups({ backups, deps }: Pick<Desk, 'backups' | 'deps'>): Check {
  const { lastGood, failures, automatic } = backups.state();
  const say = (state: Check['state'], message: string): Check => ({ id: 'backup', state, message });
  const last =
    lastGood === null
      ? 'No backup has been made yet.'
      : `The last backup was made and checked on ${lastGood.at.slice(0, 10)}.`;
  if (failures !== null) {
    return say(
      'failed',
      `${last} ${failures.count === 1 ? 'A try' : `${failures.count} tries`} since failed (${failures.code}). Settings, Backup says why.`,
    );
  }
  if (!automatic) {
    return say('warning', `${last} None is made by itself: switch that on in Settings, Backup.`);
  }
  const now = deps.clock.now().getTime();
  return lastGood === null || now - Date.parse(lastGood.at) > OLD_BACKUP_MS
    ? say('warning', `${last} Make one in Settings, Backup.`)
    : say('ok', last);
}

/** Whether the clock can be right: nothing that was written is from later than now. */
export function checkClock({ database, deps }: Pick<Desk, 'database' | 'deps'>): Check {
  // Ids are made of the time: the last one is of the newest entry, or of one from a time that had not come yet.
  const newest = database.db
    .prepare('SELECT max(at) FROM (SELECT at FROM commit_log ORDER BY id DESC LIMIT 20)')
    .pluck()
    .get();
  const now = deps.clock.now();
  const ahead = typeof newest === 'string' ? Date.parse(newest) - now.getTime() : 0;
  return ahead > AHEAD_MS
    ? {
        id: 'clock',
        state: 'warning',
        message: `The newest entry was written on ${String(newest).slice(0, 10)}, which has not come yet: the clock of this computer is wrong, or it was. Set the clock; what is due by date waits until then.`,
      }
    : {
        id: 'clock',
        state: 'ok',
        message: `The clock says ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, and nothing is from later.`,
      };
}
