import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sqlite } from '@/db/sqlite/connection';
import { backupsIn } from '@/db/sqlite/open';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import { asStorageError } from '@/electron/core/storage-errors';
import { nextBackupAt } from '@/shared/domain/backup/schedule';
import type { BackupReport, BackupStep } from '@/shared/domain/backup/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { noteBackup } from '@/shared/usecases/backups/note';
import { notifyOfBackups } from '@/shared/usecases/backups/notify';
import type { Deps } from '@/shared/usecases/deps';
import { type DeviceState, readDevice, writeDevice } from './device-file';
import { asBackupError, folderUnreachable } from './failure';
import { findBackups, type FoundBackup } from './find-backups';
import { backupName, shelfIn, unfinished } from './layout';
import type { MadeBackup } from './make-backup';
import { runBackupTask, Stopped, threadKeys } from './run-task';
import { createLedgerTeller } from './tell-ledger';

/** What is under way. */
export interface RunningBackup {
  readonly work: 'backing-up' | 'verifying';
  readonly step: BackupStep;
  /** 0 to 1; null while the end is not known. */
  readonly done: number | null;
}

export interface BackupState {
  /** Where backups go. */
  readonly folder: string;
  readonly isUsualFolder: boolean;
  readonly automatic: boolean;
  readonly running: RunningBackup | null;
  readonly lastGood: DeviceState['lastGood'];
  readonly failures: DeviceState['failures'];
  /** When the next one is made by itself; null when none is. */
  readonly nextAt: string | null;
}

export interface BackupKeeper {
  /** Begins to make backups by itself. */
  readonly start: () => void;
  readonly state: () => BackupState;
  /** The backups in the folder that they go to. Errors: STORAGE_UNAVAILABLE. */
  readonly list: () => Promise<readonly FoundBackup[]>;
  /**
   * Makes one now; `folder`: there, this once. Errors: CONFLICT while something is under way, STORAGE_UNAVAILABLE with `reason` full,
   * read-only or unreachable, WORKSPACE_DAMAGED, Stopped.
   */
  readonly make: (
    actor: Actor,
    options?: { readonly folder?: string | undefined; readonly byItself?: boolean },
  ) => Promise<MadeBackup>;
  /** Looks at everything in a backup, with the keys it was made with. Errors: as above. */
  readonly verify: (found: FoundBackup, keyring: Keyring) => Promise<BackupReport>;
  /** Ends what is under way. */
  readonly stop: () => void;
  /** `folder` null: the usual one. Errors: STORAGE_UNAVAILABLE where it cannot be written. */
  readonly change: (
    actor: Actor,
    patch: {
      readonly folder?: string | null | undefined;
      readonly automatic?: boolean | undefined;
    },
  ) => Promise<void>;
  /** An original with this name went with an erasure: it goes from the backups too, now or with the next one. */
  readonly forget: (name: string) => void;
  readonly close: () => Promise<void>;
}

/** When it is looked whether a backup is due, in ms. */
export interface BackupTiming {
  /** After the start. */
  readonly firstMs: number;
  readonly everyMs: number;
  /** So long nobody has written anything when one is made. */
  readonly quietMs: number;
}
const USUAL: BackupTiming = { firstMs: 60_000, everyMs: 5 * 60_000, quietMs: 30_000 };
/** A desk that is never quiet is waited for so long, in ms. */
const MOST_PATIENCE = 20 * 60_000;

export interface BackupKeeperDeps
  extends Pick<Deps, 'store' | 'notifications' | 'workspace' | 'clock'> {
  readonly db: Sqlite;
  readonly workspaceDir: string;
  readonly keys: Keyring | 'plain';
  /** The built thread. */
  readonly entry: string;
  readonly version: string;
  readonly actor: () => Actor;
  readonly log: Log;
  /** When not as usual. */
  readonly timing?: Partial<BackupTiming> | undefined;
  /** Tells that what `state` answers is another. */
  readonly changed: () => void;
}

/** Makes the backups of an open workspace, one at a time, and keeps the list of erasures beside them. */
export function createBackupKeeper(deps: BackupKeeperDeps): BackupKeeper {
  const { workspaceDir, clock, log } = deps;
  const { firstMs, everyMs, quietMs } = { ...USUAL, ...deps.timing };
  let device = readDevice(workspaceDir);
  let running: (RunningBackup & { readonly writing: string | null }) | null = null;
  let abort = new AbortController();
  let work: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let lastWrite = 0;
  let waitingSince: number | null = null;

  const keep = (patch: Partial<DeviceState>): void => {
    device = { ...device, ...patch };
    try {
      writeDevice(workspaceDir, device);
    } catch (error) {
      // What is known in memory holds; a backup that was made is one all the same.
      log.error('backup.state-not-kept', error);
    }
    deps.changed();
  };
  const keyring = (): Keyring => {
    if (deps.keys !== 'plain') return deps.keys;
    throw new AppError('INVALID', 'This workspace is kept in clear, for tests; it has no backups.');
  };
  const folderOf = (): string => device.folder ?? backupsIn(workspaceDir);

  /** The shelf in a folder that is there: a chosen one is never made, it may be the place of a disk that is not connected. */
  const shelfOf = (folder: string): string => {
    if (folder === backupsIn(workspaceDir)) makeFolder(folder);
    if (!isFolder(folder)) throw folderUnreachable();
    return shelfIn(folder, keyring().databaseId);
  };

  const exclusively = <T>(
    kind: RunningBackup['work'],
    run: (
      signal: AbortSignal,
      report: (step: BackupStep, done: number | null) => void,
    ) => Promise<T>,
  ): Promise<T> => {
    if (running !== null) {
      throw new AppError('CONFLICT', 'A backup is being made or looked at already.');
    }
    if (isClosed) throw new Stopped();
    abort = new AbortController();
    const { signal } = abort;
    running = { work: kind, step: 'checking', done: null, writing: null };
    deps.changed();
    // One that was stopped may still be copying: SQLite does not let go in the middle.
    const result = work.then(() => {
      if (signal.aborted) throw new Stopped();
      return run(signal, (step, done) => {
        if (running !== null && !signal.aborted) running = { ...running, step, done };
      });
    });
    work = result.catch(() => undefined);
    return orStopped(result, signal).finally(() => {
      running = null;
      deps.changed();
    });
  };

  const make: BackupKeeper['make'] = async (actor, { folder, byItself = false } = {}) => {
    const keys = keyring();
    try {
      const made = await exclusively('backing-up', async (signal, report) => {
        const place = folder ?? folderOf();
        const shelf = shelfOf(place);
        const name = backupName(clock.now(), randomBytes(2).toString('hex'));
        if (running !== null) {
          running = {
            ...running,
            writing: path.join(unfinished(path.join(shelf, name)), 'longlist.db'),
          };
        }
        const { erasedFiles } = device;
        const made = await runBackupTask(
          deps.entry,
          {
            kind: 'make',
            keys: threadKeys(keys),
            order: {
              workspaceDir,
              shelf,
              name,
              madeAt: nowIso(clock),
              app: deps.version,
              erasedFiles,
            },
          },
          { report, signal },
        ).catch(async (error: unknown) => {
          // A thread that was ended has not tidied up behind itself. What cannot be removed now is removed by the next backup.
          const begun = unfinished(path.join(shelf, name));
          await rm(begun, { recursive: true, force: true }).catch(() => undefined);
          throw error;
        });
        // One that was made elsewhere is none in the folder that they go to.
        const isUsual = place === folderOf();
        keep({
          ...(isUsual && {
            lastGood: {
              at: nowIso(clock),
              name,
              folder: place,
              bytes: made.bytes + made.originalBytes,
              candidates: made.counts.candidates,
              lacking: made.lacking,
            },
            failures: null,
          }),
          erasedFiles: device.erasedFiles.filter((one) => !erasedFiles.includes(one)),
        });
        return made;
      });
      await note(actor, 'backup.made', {
        byItself,
        bytes: made.bytes,
        candidates: made.counts.candidates,
        lacking: made.lacking,
      });
      return made;
    } catch (error) {
      if (!(error instanceof Stopped) && !isConflict(error)) await failed(actor, error, byItself);
      throw error;
    }
  };

  const failed = async (actor: Actor, error: unknown, byItself: boolean): Promise<void> => {
    if (!isAppError(error)) log.error('backup.failed', error);
    const code = codeOf(error);
    const message = isAppError(error)
      ? error.message
      : 'The backup ended in a way Longlist does not know. Earlier backups are kept.';
    const count = (device.failures?.count ?? 0) + 1;
    keep({ failures: { count, at: nowIso(clock), code, message } });
    // Of those that follow by themselves the first is noted: a disk that stays away would fill the log.
    if (!byItself || count === 1) await note(actor, 'backup.failed', { byItself, code });
    await notifyOfBackups(deps, count).catch((why) => log.error('backup.not-told', why));
  };

  const note = async (
    ...what: Parameters<typeof noteBackup> extends [unknown, ...infer R] ? R : never
  ) => {
    try {
      await noteBackup(deps, ...what);
    } catch (error) {
      // A disk that is full: the backup is made or not made all the same.
      log.error('backup.not-noted', error);
    }
  };

  const ledger = createLedgerTeller({
    ...deps,
    folders: () => [folderOf(), ...device.earlierFolders],
    erasedFiles: () => device.erasedFiles,
    told: (files) =>
      keep({ erasedFiles: device.erasedFiles.filter((one) => !files.includes(one)) }),
    // Never beside a backup that writes the same file.
    after: () => work,
  });
  const unlisten = deps.store.onCommit(({ topics }) => {
    lastWrite = clock.now().getTime();
    if (topics.includes('erasures')) ledger.tellSoon();
  });

  const due = (): Date =>
    nextBackupAt(
      { lastGoodAt: device.lastGood?.at ?? null, failures: device.failures },
      clock.now(),
    );

  const look = async (): Promise<void> => {
    const now = clock.now().getTime();
    if (!device.automatic || running !== null || due().getTime() > now) {
      waitingSince = null;
      return;
    }
    waitingSince ??= now;
    const isQuiet = Math.abs(now - lastWrite) >= quietMs;
    if (!isQuiet && Math.abs(now - waitingSince) < MOST_PATIENCE) return;
    waitingSince = null;
    await make(deps.actor(), { byItself: true }).catch((error: unknown) => {
      log.info('backup.not-made', { code: isAppError(error) ? error.code : 'STOPPED' });
    });
  };
  const again = (after: number): void => {
    timer = setTimeout(() => {
      void look().finally(() => {
        if (!isClosed) again(waitingSince === null ? everyMs : quietMs);
      });
    }, after).unref();
  };

  return {
    start: () => {
      if (deps.keys === 'plain') return;
      again(firstMs);
    },
    state: () => ({
      folder: folderOf(),
      isUsualFolder: device.folder === null,
      automatic: device.automatic,
      running: running && { work: running.work, step: running.step, done: doneOf(running) },
      lastGood: device.lastGood,
      failures: device.failures,
      nextAt: device.automatic && deps.keys !== 'plain' ? due().toISOString() : null,
    }),
    list: async () => {
      const folder = folderOf();
      if (device.folder !== null && !isFolder(folder)) throw folderUnreachable();
      return findBackups(shelfIn(folder, keyring().databaseId));
    },
    make,
    verify: (found, keys) =>
      exclusively('verifying', (signal, report) =>
        runBackupTask(
          deps.entry,
          {
            kind: 'verify',
            keys: threadKeys(keys),
            backup: { folder: found.folder, shelf: found.shelf },
          },
          { report, signal },
        ),
      ),
    stop: () => abort.abort(),
    change: async (actor, { folder, automatic }) => {
      const fields: string[] = [];
      const patch: { -readonly [K in keyof DeviceState]?: DeviceState[K] } = {};
      if (automatic !== undefined && automatic !== device.automatic) {
        patch.automatic = automatic;
        fields.push('automatic');
      }
      if (folder !== undefined && folder !== device.folder) {
        makeFolder(shelfOf(folder ?? backupsIn(workspaceDir)));
        patch.folder = folder;
        patch.earlierFolders = [folderOf(), ...device.earlierFolders]
          .filter((one) => one !== (folder ?? backupsIn(workspaceDir)))
          .slice(0, 5);
        // Both were about the folder before: the first one here is due.
        patch.failures = null;
        patch.lastGood = null;
        fields.push('folder');
      }
      if (fields.length === 0) return;
      // What somebody chose must hold after the next start too: where that cannot be kept, nothing is changed.
      try {
        writeDevice(workspaceDir, { ...device, ...patch });
      } catch (error) {
        throw asStorageError(error);
      }
      device = { ...device, ...patch };
      deps.changed();
      await note(actor, 'backup.settings-changed', { fields: fields.join(' ') });
      if (fields.includes('folder')) ledger.tellSoon();
    },
    forget: (name) => {
      if (!device.erasedFiles.includes(name)) {
        keep({ erasedFiles: [...device.erasedFiles, name] });
      }
      ledger.tellSoon();
    },
    close: async () => {
      isClosed = true;
      unlisten();
      clearTimeout(timer);
      abort.abort();
      await ledger.close();
    },
  };

  /** SQLite does not say how far it is; how long the copy is does. */
  function doneOf(now: NonNullable<typeof running>): number | null {
    if (now.step !== 'database' || now.writing === null) return now.done;
    const written = sizeOf(now.writing);
    const whole = sizeOf(path.join(workspaceDir, 'longlist.db'));
    return written === null || whole === null ? null : Math.min(1, written / whole);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asBackupError(error);
  }
}

/** Whoever stops something is told so at once, and not when the thread is over. */
function orStopped<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Stopped()), { once: true });
  });
  return Promise.race([result, stopped]);
}

/** In a word: the reason a disk gave, or the code of the failure. */
function codeOf(error: unknown): string {
  if (!isAppError(error)) return 'INTERNAL';
  const reason = error.details['reason'];
  return typeof reason === 'string' ? reason : error.code;
}

const isConflict = (error: unknown): boolean => isAppError(error) && error.code === 'CONFLICT';

const isFolder = (place: string): boolean => {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
};

const sizeOf = (file: string): number | null => {
  try {
    return statSync(file).size;
  } catch {
    return null;
  }
};
