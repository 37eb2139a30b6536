import Database from 'better-sqlite3';
import { AppError } from '@/shared/kit/app-error';

/** Why nothing can be written where the workspace is. */
export type StorageReason = 'full' | 'read-only' | 'unreachable';

/**
 * A write into the workspace that its disk refused: STORAGE_UNAVAILABLE with `reason` and `place: 'workspace'`, in the same words whatever was
 * to be written. `cause`: what the system said.
 */
export const workspaceUnwritable = (reason: StorageReason, cause?: string): AppError =>
  new AppError('STORAGE_UNAVAILABLE', UNWRITABLE[reason], {
    reason,
    place: 'workspace',
    ...(cause !== undefined && { cause }),
  });

const UNWRITABLE: Readonly<Record<StorageReason, string>> = {
  full: 'The disk is full. Nothing more was saved, and nothing that was saved before is lost. Make room and try again.',
  'read-only':
    'The workspace cannot be written: its folder or disk is read-only. Nothing more was saved, and nothing that was saved before is lost. Allow writing to it and try again.',
  unreachable:
    'The disk of the workspace did not answer as it should. Nothing more was saved, and nothing that was saved before is lost. Check that it is connected and try again.',
};

/** The reason of such a refusal; null for any other error. */
export function unwritableReason(error: unknown): StorageReason | null {
  if (!(error instanceof AppError) || error.code !== 'STORAGE_UNAVAILABLE') return null;
  const { place, reason } = error.details;
  if (place !== 'workspace') return null;
  return reason === 'full' || reason === 'read-only' ? reason : 'unreachable';
}

/**
 * What SQLite reports, as the failures the application knows. Anything else is a bug and comes back as it is.
 * Messages carry no values: they may be shown and logged.
 */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  const details = { sqlite: code };
  if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_TOOBIG') {
    return new AppError('INVALID', 'A value is not allowed here. Nothing was saved.', details);
  }
  if (code === 'SQLITE_FULL') return workspaceUnwritable('full', code);
  if (code.startsWith('SQLITE_READONLY')) return workspaceUnwritable('read-only', code);
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return workspaceUnwritable('unreachable', code);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError(
      'WORKSPACE_DAMAGED',
      'The workspace database is damaged. It was left as it is; a backup can be restored.',
      details,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('WORKSPACE_BUSY', 'Another program is using this workspace.', details);
  }
  return error;
}

/** Runs something on the database; SQLite's failures come out as AppErrors. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toAppError(error);
  }
}
