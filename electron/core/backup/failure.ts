import { errorCode } from '@/electron/core/storage-errors';
import { AppError, isAppError } from '@/shared/kit/app-error';

const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];

export const folderFull = (): AppError =>
  new AppError(
    'STORAGE_UNAVAILABLE',
    'There is not enough room for a backup in its folder. Nothing was written; earlier backups are kept. Make room or choose another folder.',
    { reason: 'full' },
  );

const readOnly = (): AppError =>
  new AppError(
    'STORAGE_UNAVAILABLE',
    'The folder of the backups cannot be written. Earlier backups are kept. Choose another folder, or allow writing to this one.',
    { reason: 'read-only' },
  );

export const folderUnreachable = (): AppError =>
  new AppError(
    'STORAGE_UNAVAILABLE',
    'The folder of the backups cannot be reached. Connect its disk, or choose another folder.',
    { reason: 'unreachable' },
  );

/** What the system answered where backups are, as the failure a person is told. A bug comes back as it is. */
export function asBackupError(error: unknown): unknown {
  if (isAppError(error)) return error;
  const code = errorCode(error);
  if (code === null) return error;
  if (FULL.includes(code)) return folderFull();
  if (READ_ONLY.includes(code) || code.startsWith('SQLITE_READONLY')) return readOnly();
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError(
      'WORKSPACE_DAMAGED',
      'The database of the workspace is damaged: no backup was made of it, and earlier ones are kept. Restore one of those.',
    );
  }
  const isDisk = /^E(?!RR_)[A-Z0-9]+$/.test(code) || /^SQLITE_(IOERR|CANTOPEN)/.test(code);
  return isDisk ? folderUnreachable() : error;
}
