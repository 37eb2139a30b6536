import Database from 'better-sqlite3';
import { AppError } from '@/shared/kit/app-error';

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
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'STORAGE_UNAVAILABLE',
      'The disk is full. Nothing was saved and nothing that was saved before is lost; make room and try again.',
      details,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError(
      'STORAGE_UNAVAILABLE',
      'The workspace cannot be written: its folder or disk is read-only. Nothing was saved.',
      details,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'STORAGE_UNAVAILABLE',
      'The disk did not answer as it should. Nothing was saved; check that it is connected and has room.',
      details,
    );
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
