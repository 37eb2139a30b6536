import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { asBackupError } from '@/electron/core/backup/failure';
import { makeBackup, type Report } from '@/electron/core/backup/make-backup';
import { prepareRestore } from '@/electron/core/backup/prepare-restore';
import { verifyBackup } from '@/electron/core/backup/verify-backup';
import { createKeyring } from '@/electron/core/keys/keyring';
import { isAppError } from '@/shared/kit/app-error';
import type { BackupMessage, BackupResults, BackupTask } from './messages';

// A thread for backups: copying a database takes seconds, during which the core has to answer. Whoever started it may end it at any point:
// what is not whole has another name.

const say = (message: BackupMessage): void => parentPort?.postMessage(message);
const report: Report = (step, done) => say({ kind: 'progress', step, done });

async function work(task: BackupTask): Promise<BackupResults[keyof BackupResults]> {
  const { databaseId, workspace, identity } = task.keys;
  const keyring = createKeyring(databaseId, {
    workspace: Buffer.from(workspace),
    identity: Buffer.from(identity),
  });
  try {
    switch (task.kind) {
      case 'make':
        return await makeBackup(task.order, keyring, report);
      case 'verify':
        return await verifyBackup(task.backup, keyring, report);
      case 'restore':
        return await prepareRestore(task.order, keyring, report);
    }
  } finally {
    keyring.wipe();
    workspace.fill(0);
    identity.fill(0);
  }
}

// There a thread can stand back by itself; elsewhere it would be the whole core that does.
try {
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW);
} catch {
  // Not allowed here: only slower for the window.
}

// Started by `runBackupTask` alone, with a task.
work(workerData as BackupTask).then(
  (result) => say({ kind: 'done', result }),
  (error: unknown) => {
    const known = asBackupError(error);
    if (!isAppError(known)) return say({ kind: 'failed', error: known });
    const { code, message, details } = known;
    say({ kind: 'refused', code, message, details });
  },
);
