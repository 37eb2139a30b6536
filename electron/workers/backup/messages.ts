import type { BackupOrder, MadeBackup } from '@/electron/core/backup/make-backup';
import type { Prepared, RestoreOrder } from '@/electron/core/backup/prepare-restore';
import type { BackupReport, BackupStep } from '@/shared/domain/backup/views';
import type { ErrorCode } from '@/shared/kit/app-error';

/** The secrets of a workspace, for a thread that needs several of its keys. */
export interface ThreadKeys {
  readonly databaseId: string;
  readonly workspace: Uint8Array;
  readonly identity: Uint8Array;
}

/** What a thread for backups is started with. It does the one thing, says how far it is, answers, and ends. */
export type BackupTask = { readonly keys: ThreadKeys } & (
  | { readonly kind: 'make'; readonly order: BackupOrder }
  | {
      readonly kind: 'verify';
      readonly backup: { readonly folder: string; readonly shelf: string };
    }
  | { readonly kind: 'restore'; readonly order: RestoreOrder }
);

/** What each of them answers. */
export interface BackupResults {
  readonly make: MadeBackup;
  readonly verify: BackupReport;
  readonly restore: Prepared;
}

export type BackupMessage =
  | { readonly kind: 'progress'; readonly step: BackupStep; readonly done: number | null }
  | { readonly kind: 'done'; readonly result: BackupResults[keyof BackupResults] }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  /** A bug; what is said of it is for the log. */
  | { readonly kind: 'failed'; readonly error: unknown };
