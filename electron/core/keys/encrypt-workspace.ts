import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backupsIn, databasePathIn } from '@/db/sqlite/open';
import { lockWorkspace } from '@/db/sqlite/lock';
import { rewrittenBeside } from '@/db/sqlite/rewrite';
import type { Log } from '@/electron/core/log';
import type { KeyFile } from '@/shared/domain/keys/key-file';
import { AppError } from '@/shared/kit/app-error';
import { encryptFiles } from './encrypt-files';
import type { KeyDesk } from './key-desk';
import { retiredKeyrings } from './key-slots';
import { runKeyTask } from './key-tasks';
import { DATABASES, type Keyring } from './keyring';

interface EncryptOptions {
  readonly workspaceDir: string;
  readonly keys: KeyDesk;
  readonly keyring: Keyring;
  /** How it is until now: in clear, or encrypted with the newest retired key. */
  readonly from: NonNullable<KeyFile['unfinished']>;
  readonly entry: string;
  readonly onProgress: (done: number) => void;
  readonly log: Log;
}

/**
 * Encrypts a workspace with the key of its keyring: databases and files, one after the other, each in one step. What was done already is
 * left alone, so that it can be run again after a crash, until it comes to its end.
 * Errors: WORKSPACE_BUSY, WORKSPACE_DAMAGED, WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE.
 */
export async function encryptWorkspace(options: EncryptOptions): Promise<void> {
  const { workspaceDir, keyring, from, log } = options;
  const file = options.keys.file();
  const old =
    from === 'plain' || file === null ? null : (retiredKeyrings(file, keyring)[0] ?? null);
  if (from === 'retired' && old === null) throw noOldKey();
  const unlock = lockWorkspace(path.join(workspaceDir, 'lock.db'));
  try {
    log.info('keys.encrypt-began', { from });
    for (const [name, purpose] of DATABASES) {
      await rewrite(options, path.join(workspaceDir, name), {
        from: old === null ? 'plain' : old.key(purpose),
        to: keyring.key(purpose),
      });
    }
    await encryptFiles(workspaceDir, { from: old ?? 'plain', to: keyring }, (done) =>
      options.onProgress(0.9 + done / 10),
    );
    log.info('keys.encrypt-ended', { from });
  } finally {
    old?.wipe();
    unlock();
  }
}

/** On a thread: SQLite copies without a pause, a minute for gigabytes. */
async function rewrite(
  { workspaceDir, from, entry, onProgress }: EncryptOptions,
  file: string,
  keys: { readonly from: Uint8Array | 'plain'; readonly to: Uint8Array },
): Promise<void> {
  if (sizeOf(file) === 0) return;
  const backup =
    from === 'plain' && file === databasePathIn(workspaceDir)
      ? path.join(backupsIn(workspaceDir), 'before-encryption.db')
      : null;
  const total = sizeOf(file);
  let over = false;
  const watching = (async () => {
    while (!over) {
      onProgress(Math.min(0.9, sizeOf(rewrittenBeside(file)) / total));
      await pause(200);
    }
  })();
  try {
    const answer = await runKeyTask(
      entry,
      { kind: 'rewrite-database', file, ...keys, backup },
      DAY,
    );
    if (answer?.kind === 'done') return;
    if (answer?.kind === 'refused') throw new AppError(answer.code, answer.message);
    throw new Error('The database could not be encrypted');
  } finally {
    over = true;
    await watching;
  }
}
const DAY = 86_400_000;

const sizeOf = (file: string): number => {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
};

const noOldKey = (): AppError =>
  new AppError(
    'WORKSPACE_DAMAGED',
    'The key was being changed, and the key file does not hold the one before. Nothing was changed. Put back a copy of keys.json.',
  );
