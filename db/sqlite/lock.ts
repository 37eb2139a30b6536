import Database from 'better-sqlite3';
import { AppError } from '@/shared/kit/app-error';

/**
 * Takes the workspace for this process. The lock is an open EXCLUSIVE transaction on a file of its own, so the operating system lets it go
 * when the process ends, however it ends; there is no stale lock to clear.
 * Throws WORKSPACE_BUSY when another process (or another opening in this one) holds it. Returns the way to let go.
 */
export function lockWorkspace(lockPath: string): () => void {
  const lock = new Database(lockPath, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'WORKSPACE_BUSY',
        'This workspace is open in another Longlist. Close that one first.',
      );
    }
    throw error;
  }
  return () => lock.close();
}
