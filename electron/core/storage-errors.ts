import { AppError, isAppError } from '@/shared/kit/app-error';

export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** What the system answered to a write in the workspace's own folder, as the error a person is told. A bug comes back as it is. */
export function asStorageError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === null || isAppError(error)) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'STORAGE_UNAVAILABLE',
      'The disk is full. What was imported is kept; make room and resume.',
    );
  }
  return new AppError(
    'STORAGE_UNAVAILABLE',
    'The folder of the workspace cannot be written. What was imported is kept; check the disk and resume.',
    { reason: code },
  );
}

export const isStorageError = (error: unknown): error is AppError =>
  isAppError(error) && error.code === 'STORAGE_UNAVAILABLE';
