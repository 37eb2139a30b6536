import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Keyring } from '@/electron/core/keys/keyring';
import type {
  BackupMessage,
  BackupResults,
  BackupTask,
  ThreadKeys,
} from '@/electron/workers/backup/messages';
import { AppError } from '@/shared/kit/app-error';
import type { Report } from './make-backup';

/** The thread for backups is built beside the query thread. */
export const backupEntry = (queryEntry: string): string =>
  path.join(path.dirname(queryEntry), 'backup-thread.js');

/** As they go to a thread: copies, which the thread wipes. */
export const threadKeys = ({ databaseId, secrets }: Keyring): ThreadKeys => ({
  databaseId,
  workspace: Uint8Array.from(secrets.workspace),
  identity: Uint8Array.from(secrets.identity),
});

/** What a work that was stopped on request ends with. */
export class Stopped extends Error {}

/**
 * Does one thing on a thread of its own; `signal` ends it where it stands. Resolves and rejects only when the thread is over and has let go
 * of all files. Errors: those of the work as AppErrors, Stopped.
 */
export async function runBackupTask<K extends BackupTask['kind']>(
  entry: string,
  task: Extract<BackupTask, { kind: K }>,
  { report, signal }: { readonly report: Report; readonly signal: AbortSignal },
): Promise<BackupResults[K]> {
  if (signal.aborted) throw new Stopped();
  const worker = new Worker(entry, { workerData: task });
  task.keys.workspace.fill(0);
  task.keys.identity.fill(0);
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  let answer: BackupMessage | null = null;
  let crash: unknown = null;
  try {
    await new Promise<void>((resolve) => {
      // Posted by our own thread, which knows nothing but these.
      worker.on('message', (message: BackupMessage) => {
        if (message.kind === 'progress') report(message.step, message.done);
        else answer = message;
      });
      worker.on('error', (error) => {
        crash = error;
      });
      worker.once('exit', () => resolve());
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return resultOf<K>(answer, crash, signal);
}

function resultOf<K extends BackupTask['kind']>(
  answer: BackupMessage | null,
  crash: unknown,
  signal: AbortSignal,
): BackupResults[K] {
  // What a task of this kind answers.
  if (answer?.kind === 'done') return answer.result as BackupResults[K];
  if (answer?.kind === 'refused') throw new AppError(answer.code, answer.message, answer.details);
  if (signal.aborted) throw new Stopped();
  throw answer?.kind === 'failed'
    ? answer.error
    : (crash ?? new Error('The thread for backups ended without an answer'));
}
