import { type StorageReason, workspaceUnwritable } from '@/db/sqlite/errors';
import { AppError, isAppError } from '@/shared/kit/app-error';

export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** What the system answered to a write in the workspace's own folder, as the error a person is told. A bug comes back as it is. */
export function asStorageError(error: unknown): unknown {
  const code = diskCode(error);
  return code === null ? error : workspaceUnwritable(reasonOf(code), code);
}

/** The same of a write to a place that somebody chose, which may be any disk: the workspace has no part in it. */
export function asTargetError(error: unknown): unknown {
  const code = diskCode(error);
  if (code === null) return error;
  return new AppError('STORAGE_UNAVAILABLE', TARGET[reasonOf(code)], { reason: code });
}

const TARGET: Readonly<Record<StorageReason, string>> = {
  full: 'There is not enough room for the file there. Nothing was left half written. Make room or choose another folder.',
  'read-only': 'Nothing can be written there. Choose another folder, or allow writing to this one.',
  unreachable: 'The file could not be saved there. Choose another folder and try again.',
};

/** The system's own codes (ENOSPC), not Node's about wrong arguments (ERR_…), which are bugs. */
function diskCode(error: unknown): string | null {
  const code = isAppError(error) ? null : errorCode(error);
  return code !== null && /^E(?!RR_)[A-Z0-9]+$/.test(code) ? code : null;
}

function reasonOf(code: string): StorageReason {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'read-only';
    default:
      return 'unreachable';
  }
}

export const isStorageError = (error: unknown): error is AppError =>
  isAppError(error) && error.code === 'STORAGE_UNAVAILABLE';
