import type { ImportCounts, ImportItem, Task } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** An import as it stands at this moment, files in hand included. */
export interface ImportProgress {
  readonly task: Task;
  readonly counts: ImportCounts;
  /** Files finished a minute, over the last ten seconds or so; null when not running. */
  readonly filesPerMinute: number | null;
  readonly secondsLeft: number | null;
}

export interface StartImport {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  readonly origin: Task['origin'];
  readonly label: string;
}

/**
 * Runs imports in the background. Every control answers with the import as it then stands.
 * Errors (AppError): NOT_FOUND for an unknown import; INVALID for a control its state does not allow.
 */
export interface ImportRunner {
  readonly start: (actor: Actor, request: StartImport) => Promise<ImportProgress>;
  readonly progress: (taskId: Id) => Promise<ImportProgress>;
  /** Files that are being read at this moment: their rows still say `waiting`. */
  readonly inHand: (taskId: Id) => ReadonlySet<Id>;
  readonly pause: (actor: Actor, taskId: Id) => Promise<ImportProgress>;
  readonly resume: (actor: Actor, taskId: Id) => Promise<ImportProgress>;
  readonly cancel: (actor: Actor, taskId: Id) => Promise<ImportProgress>;
  /** Puts failed files back in the queue: one, or all failed ones (`itemId` null). */
  readonly retry: (
    actor: Actor,
    taskId: Id,
    itemId: ImportItem['id'] | null,
  ) => Promise<ImportProgress>;
}
