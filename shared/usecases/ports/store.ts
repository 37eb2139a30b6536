import type { AuditNote } from '@/shared/domain/audit/notes';
import type { ActionName, Change } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { ErasureOrder } from '@/shared/usecases/ports/erasure';

export interface CommitRequest {
  /** The commit's id, where its own changes name it; else the store makes one. */
  readonly id?: Id;
  readonly actor: Actor;
  readonly action: ActionName;
  readonly changes: readonly Change[];
  /** The commit that this one takes back. */
  readonly undoes?: Id;
  /** Commits whose deleted rows may come back with this one: they keep the dates they had. */
  readonly restores?: readonly Id[];
  /** The bulk deed that several commits make up together, so that one undo takes all of them back. */
  readonly partOf?: Id;
  /** Audit entries beside those that the changes themselves call for; a commit may be nothing but these. */
  readonly audit?: readonly AuditNote[];
  /** Somebody to erase or make anonymous, before the changes are applied. Errors: CONFLICT under a legal hold, NOT_FOUND. */
  readonly erases?: ErasureOrder;
}

export interface CommitResult {
  readonly commitId: Id;
  /** What a reader has to read again: `candidates`, `candidate:<id>`, `imports`, `tags`, `settings` … */
  readonly topics: readonly string[];
}

/**
 * The only way anything is written. One call is one transaction: rows, change log and search index together, or nothing.
 *
 * Errors (AppError): CONFLICT when a row's version is not the one given (or the row is gone), INVALID when a rule of the
 * schema refuses a value, STORAGE_UNAVAILABLE when the disk is full or read-only. Operational records (task, importItem, reparse, reparseItem)
 * are written the same way but leave no line in the change log: they are nobody's history.
 */
export interface Store {
  readonly commit: (request: CommitRequest) => Promise<CommitResult>;
  /** Called after each commit, in commit order. Returns the way to stop. */
  readonly onCommit: (listener: (result: CommitResult) => void) => () => void;
}
