import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { countsOf } from '@/db/sqlite/backup';
import { lockWorkspace } from '@/db/sqlite/lock';
import { backupsIn } from '@/db/sqlite/open';
import { newestHead } from '@/electron/core/audit/head-keeper';
import type { KeyDesk, KeyDeskDeps, KeyGiven } from '@/electron/core/keys/key-desk';
import { slotOf } from '@/electron/core/keys/key-slots';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import type { Opening } from '@/electron/core/opening';
import { workspaceExists } from '@/electron/core/session';
import type { BackupView } from '@/shared/domain/backup/views';
import type { KeyFile } from '@/shared/domain/keys/key-file';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { readDevice } from './device-file';
import { asBackupError } from './failure';
import { createFoundBackups, findBackups, type FoundBackup } from './find-backups';
import { readLedger } from './ledger';
import { createBackupOpener, type OpenedBackup } from './open-backup';
import { runBackupTask, threadKeys } from './run-task';
import { isGenuine, workspaceNameIn } from './signed-manifest';
import { asideOf, stagingOf, swapIn } from './swap-in';

/** What would happen if a backup were restored. */
export type RestorePlan =
  | { readonly state: 'key-needed'; readonly passphrase: boolean; readonly recoveryKey: boolean }
  | {
      readonly state: 'ready';
      readonly backup: BackupView;
      /** What the workspace in the backup is called: to be typed where it takes the place of another. */
      readonly workspaceName: string;
      /** Whether the shelf knows who was erased since. */
      readonly ledger: 'read' | 'missing' | 'broken';
      /** Original files that the backup never had. */
      readonly lacking: number;
      /** What it takes the place of; null: there is nothing yet. */
      readonly replaces: {
        readonly isSame: boolean;
        /** Null: it is not open. */
        readonly counts: {
          readonly candidates: number;
          readonly jobs: number;
          readonly clients: number;
        } | null;
        /** Where it is kept. */
        readonly aside: string;
      } | null;
    };

interface RestoreDeskDeps extends KeyDeskDeps {
  readonly opening: Opening;
  /** Of the workspace itself. */
  readonly keys: KeyDesk;
  /** The built thread. */
  readonly entry: string;
  readonly log: Log;
}

export type RestoreDesk = ReturnType<typeof createRestoreDesk>;

/** Puts backups back: also before there is a workspace, while it is locked, and where it cannot be opened. */
export function createRestoreDesk(deps: RestoreDeskDeps) {
  const { workspaceDir, opening, keys, clock } = deps;
  const found = createFoundBackups();
  const open = createBackupOpener(deps);
  let failure: AppError | null = null;

  const keyringNow = (): Keyring | null => {
    const session = opening.opened();
    return session === null || session.database.key === 'plain' ? null : opening.keyring();
  };
  const opened = async (
    backup: FoundBackup,
    given: KeyGiven | null,
  ): Promise<Openable | Extract<RestorePlan, { state: 'key-needed' }>> => {
    const keysFound = await open(backup, keyringNow(), given);
    if ('needed' in keysFound) return { state: 'key-needed', ...keysFound.needed };
    if (!isGenuine(keysFound.keyring, backup.manifest)) {
      wipe(keysFound);
      throw changed();
    }
    const { keys: file } = keysFound;
    if (file !== null) return { ...keysFound, keys: file };
    wipe(keysFound);
    return { state: 'key-needed', passphrase: true, recoveryKey: true };
  };

  /** The usual folder, also of a workspace that is not open. */
  const usualFolder = (): string => {
    const session = opening.opened();
    if (session !== null) return session.backups.state().folder;
    return readDevice(workspaceDir).folder ?? backupsIn(workspaceDir);
  };

  const restoring = async (
    backup: FoundBackup,
    { keyring, keys: file, present }: Openable,
    onProgress: (done: number) => void,
  ): Promise<Keyring> => {
    const { manifest, folder, shelf, name } = backup;
    // Nobody else may be at what is set aside, nor take what is being put together for a leftover.
    const unlock = existsSync(workspaceDir)
      ? lockWorkspace(path.join(workspaceDir, 'lock.db'))
      : () => undefined;
    const { head } = newestHead([workspaceDir, backupsIn(workspaceDir)]);
    try {
      await runBackupTask(
        deps.entry,
        {
          kind: 'restore',
          keys: threadKeys(keyring),
          order: {
            folder,
            shelf,
            staging: stagingOf(workspaceDir),
            keys: file,
            present:
              present === null
                ? null
                : { dir: workspaceDir, databaseKey: Uint8Array.from(present.key('database')) },
            head: head?.databaseId === manifest.databaseId ? head : null,
            restored: {
              at: nowIso(clock),
              backup: name,
              backupMadeAt: manifest.madeAt,
              databaseId: manifest.databaseId,
              aside: hasAnything(workspaceDir) ? asideOf(workspaceDir, clock.now()) : null,
              erased: 0,
              lacking: 0,
            },
          },
        },
        {
          report: (step, done) => onProgress(step === 'copying' ? (done ?? 0) * 0.9 : 0.9),
          signal: new AbortController().signal,
        },
      );
      // An open file keeps its folder where it is, on some systems.
      unlock();
      swapIn(workspaceDir);
    } finally {
      unlock();
      present?.wipe();
    }
    if (slotOf(file, 'passphrase') === null) await keepInKeychain(keyring);
    return keyring;
  };

  /** On a computer whose keychain does not open it yet it gets a slot of its own; where there is none, the recovery key stays the way in. */
  const keepInKeychain = async (keyring: Keyring): Promise<void> => {
    try {
      const known = await keys.openWithKeychain(KEYCHAIN_DEADLINE_MS);
      if (typeof known === 'string') await keys.removePassphrase(keyring, null);
      else known.wipe();
    } catch (error) {
      if (!isAppError(error)) deps.log.error('restore.keychain', error);
    }
  };

  return {
    found,
    keyringNow,
    /** The backups in a folder that was chosen, or in the usual one: nothing where there is none. Errors: STORAGE_UNAVAILABLE. */
    find: async (chosen: string | null): Promise<readonly BackupView[]> => {
      const folder = chosen ?? usualFolder();
      const backups = await findBackups(folder);
      const keyring = keyringNow();
      return backups.map((one) => found.view(one, keyring));
    },
    /** The keys a backup was made with, to look at everything in it. Errors: as `plan`; WRONG_KEY where none is at hand. */
    open: async (
      id: string,
    ): Promise<{ readonly backup: FoundBackup; readonly keyring: Keyring }> => {
      const backup = found.get(id);
      const keysFound = await open(backup, keyringNow(), null);
      if ('needed' in keysFound) {
        throw new AppError(
          'WRONG_KEY',
          'The key of this workspace does not open this backup. Restore it with the key of its own.',
        );
      }
      keysFound.present?.wipe();
      return { backup, keyring: keysFound.keyring };
    },
    /** Errors: NOT_FOUND, WRONG_KEY, TOO_MANY_TRIES, INVALID, WORKSPACE_DAMAGED with `reason` backup-changed. */
    plan: async (id: string, given: KeyGiven | null): Promise<RestorePlan> => {
      const backup = found.get(id);
      const keysFound = await opened(backup, given);
      if ('state' in keysFound) return keysFound;
      try {
        const { manifest, shelf } = backup;
        const session = opening.opened();
        const now = session === null ? null : countsOf(session.database.db);
        return {
          state: 'ready',
          backup: found.view(backup, keysFound.keyring),
          workspaceName: workspaceNameIn(keysFound.keyring, manifest),
          ledger: (await readLedger(shelf, keysFound.keyring)).state,
          lacking: manifest.originalsLacking,
          replaces: workspaceExists(workspaceDir)
            ? {
                isSame: isSameWorkspace(keys, manifest.databaseId),
                counts: now && {
                  candidates: now.candidates,
                  jobs: now.jobs,
                  clients: now.clients,
                },
                aside: asideOf(workspaceDir, clock.now()),
              }
            : null,
        };
      } finally {
        wipe(keysFound);
      }
    },
    /**
     * Begins: closes the workspace and goes on by itself; `workspace.status` says how far, then `outcome` whether it failed. `typed`: the
     * name of the workspace in the backup, where it takes the place of one. Errors: as `plan`; INVALID for another text.
     */
    restore: async (
      id: string,
      { given, typed }: { readonly given: KeyGiven | null; readonly typed: string },
    ): Promise<void> => {
      const backup = found.get(id);
      const keysFound = await opened(backup, given);
      if ('state' in keysFound) {
        throw new AppError('WRONG_KEY', 'Give the passphrase or the recovery key of the backup.');
      }
      const name = workspaceNameIn(keysFound.keyring, backup.manifest);
      if (workspaceExists(workspaceDir) && !isTyped(typed, name)) {
        wipe(keysFound);
        throw new AppError(
          'INVALID',
          'Type the name of the workspace in the backup to confirm. Nothing was changed.',
          { reason: 'typed' },
        );
      }
      failure = null;
      await opening.restore(
        (onProgress) => restoring(backup, keysFound, onProgress),
        (error) => {
          keysFound.keyring.wipe();
          const known = asBackupError(error);
          if (!isAppError(known)) deps.log.error('restore.failed', error);
          failure = isAppError(known)
            ? known
            : new AppError(
                'WORKSPACE_DAMAGED',
                'The backup could not be restored for a reason Longlist does not know. Everything was left as it was.',
              );
        },
      );
    },
    /** Why the last restore failed; null when it did not. */
    outcome: (): AppError | null => failure,
  };
}

const KEYCHAIN_DEADLINE_MS = 5_000;

type Openable = OpenedBackup & { readonly keys: KeyFile };

/** As people type: case and spaces at the ends do not count. */
const isTyped = (typed: string, name: string): boolean =>
  typed.trim().normalize('NFC').toLowerCase() === name.trim().normalize('NFC').toLowerCase();

const hasAnything = (dir: string): boolean => existsSync(dir) && readdirSync(dir).length > 0;

function isSameWorkspace(keys: KeyDesk, databaseId: string): boolean {
  try {
    return keys.file()?.databaseId === databaseId;
  } catch {
    return false;
  }
}

function wipe({ keyring, present }: OpenedBackup): void {
  keyring.wipe();
  present?.wipe();
}

const changed = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'This backup is not as it was made: its list of files was changed. Nothing was restored. Choose another backup.',
    { reason: 'backup-changed' },
  );
