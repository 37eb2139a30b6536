import {
  createKeyDesk,
  type KeyDesk,
  type KeyDeskDeps,
  type KeyGiven,
} from '@/electron/core/keys/key-desk';
import { readKeyFile } from '@/electron/core/keys/key-file-store';
import {
  passphraseSlot,
  recoverySlot,
  retiredKeyrings,
  slotsIn,
  withSlot,
} from '@/electron/core/keys/key-slots';
import { createKeyring, type Keyring } from '@/electron/core/keys/keyring';
import type { KeyFile } from '@/shared/domain/keys/key-file';
import { recoveryKeyBytes } from '@/shared/domain/keys/recovery-key';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { findBackups, type FoundBackup } from './find-backups';
import { keyIdOf } from './layout';

/** A backup with the keys that open it, and what opens the workspace that it becomes. */
export interface OpenedBackup {
  readonly keyring: Keyring;
  /** Null: nothing but a passphrase may open it, and which one nobody said. */
  readonly keys: KeyFile | null;
  /** Of the workspace as it is now, where that is the same one and its key is known. */
  readonly present: Keyring | null;
}

/** Which kinds of key would open it. */
export interface KeyNeeded {
  readonly needed: { readonly passphrase: boolean; readonly recoveryKey: boolean };
}

const KEYCHAIN_DEADLINE_MS = 5_000;
/** Key files of other backups on the shelf that are tried, newest first. */
const MOST_OTHERS = 3;

export type BackupOpener = ReturnType<typeof createBackupOpener>;

/**
 * Finds the keys of a backup: those of the workspace as it is now, of a newer backup beside it, or its own. A key that was changed since opens
 * it too, for the key file keeps those before it; so whoever has the passphrase or recovery key of today opens the backups of yesterday.
 */
export function createBackupOpener(deps: KeyDeskDeps) {
  // One a folder, so that wrong tries are counted.
  const desks = new Map<string, KeyDesk>();
  const deskOf = (dir: string): KeyDesk => {
    const desk = desks.get(dir) ?? createKeyDesk({ ...deps, workspaceDir: dir });
    desks.set(dir, desk);
    return desk;
  };

  /** The folders with key files of the same workspace, the newest first. */
  const foldersFor = async (found: FoundBackup): Promise<readonly string[]> => {
    const { databaseId } = found.manifest;
    const others = (await findBackups(found.shelf))
      .filter(({ manifest }) => manifest.databaseId === databaseId)
      .slice(0, MOST_OTHERS)
      .map(({ folder }) => folder);
    const folders = [...new Set([deps.workspaceDir, ...others, found.folder])];
    return folders.filter((dir) => keysIn(dir)?.databaseId === databaseId);
  };

  const openFolder = async (
    dir: string,
    given: KeyGiven | null,
  ): Promise<Keyring | AppError | null> => {
    try {
      if (given !== null) return await deskOf(dir).openWith(given);
      const opened = await deskOf(dir).openWithKeychain(KEYCHAIN_DEADLINE_MS);
      return typeof opened === 'string' ? null : opened;
    } catch (error) {
      if (isAppError(error)) return error;
      throw error;
    }
  };

  /** `open`: the keys of the open workspace; null where none is. Errors: WRONG_KEY, TOO_MANY_TRIES, INVALID, WORKSPACE_DAMAGED. */
  return async (
    found: FoundBackup,
    open: Keyring | null,
    given: KeyGiven | null,
  ): Promise<OpenedBackup | KeyNeeded> => {
    const own = keysIn(found.folder);
    if (own === null) throw noKeys();
    const present = open !== null && open.databaseId === found.manifest.databaseId ? open : null;
    if (present !== null) {
      const file = readKeyFile(deps.workspaceDir);
      const opened = file && (await fit(found, { keyring: present, file, own }, given));
      if (opened) return { ...opened, present: copyOf(present) };
    }
    let refusal: AppError | null = null;
    const folders = await foldersFor(found);
    for (const dir of folders) {
      const keyring = await openFolder(dir, given);
      if (keyring === null) continue;
      if (isAppError(keyring)) {
        refusal ??= keyring;
        continue;
      }
      const file = keysIn(dir);
      const opened = file && (await fit(found, { keyring, file, own }, given));
      const isPresent = dir === deps.workspaceDir;
      if (opened) return { ...opened, present: isPresent ? copyOf(keyring) : null };
      keyring.wipe();
    }
    if (refusal !== null) throw refusal;
    if (given !== null) throw doesNotFit();
    const files = [own, ...folders.map(keysIn)];
    return {
      needed: {
        passphrase: files.some((file) => slotsIn(file).passphrase),
        recoveryKey: files.some((file) => slotsIn(file).recoveryKey),
      },
    };
  };

  /**
   * The keys that the backup was made with: these, or among those before them. Where they are of before, the workspace it becomes is opened
   * with what was given now. Null: they are not among them.
   */
  async function fit(
    { manifest }: FoundBackup,
    {
      keyring,
      file,
      own,
    }: { readonly keyring: Keyring; readonly file: KeyFile; readonly own: KeyFile },
    given: KeyGiven | null,
  ): Promise<Omit<OpenedBackup, 'present'> | null> {
    if (keyIdOf(keyring) === manifest.keyId) return { keyring: copyOf(keyring), keys: file };
    const older = retiredKeyrings(file, keyring);
    const fitting = older.find((one) => keyIdOf(one) === manifest.keyId);
    for (const one of older) if (one !== fitting) one.wipe();
    if (fitting === undefined) return null;
    const { databaseId } = own;
    const place = { databaseId, madeAt: nowIso(deps.clock) };
    const { workspace } = fitting.secrets;
    if (given === null) return { keyring: fitting, keys: slotsIn(own).passphrase ? null : own };
    if ('passphrase' in given) {
      const slot = await passphraseSlot(place, given.passphrase, deps, workspace);
      return { keyring: fitting, keys: withSlot(own, slot) };
    }
    const recoveryKey = recoveryKeyBytes(given.recoveryKey);
    const keys =
      recoveryKey === null ? own : withSlot(own, recoverySlot(place, recoveryKey, workspace));
    return { keyring: fitting, keys };
  }
}

/** The key file in a folder; null where there is none that can be read. */
function keysIn(dir: string): KeyFile | null {
  try {
    return readKeyFile(dir);
  } catch {
    return null;
  }
}

const copyOf = ({ databaseId, secrets }: Keyring): Keyring =>
  createKeyring(databaseId, {
    workspace: Buffer.from(secrets.workspace),
    identity: Buffer.from(secrets.identity),
  });

const noKeys = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'The key file of this backup (keys.json) is missing or damaged: without it nobody can read the backup. Choose another one.',
    { reason: 'backup-changed' },
  );

const doesNotFit = (): AppError =>
  new AppError(
    'WRONG_KEY',
    'This key opens the workspace, but not this backup: it was made with an older one. Give the passphrase or recovery key of that time.',
    { reason: 'older-key' },
  );
