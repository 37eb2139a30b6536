import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { backupCountsSchema } from './manifest';

/** A backup in a list. */
export const backupViewSchema = z.object({
  /** Stands for its place; good while Longlist runs. */
  id: z.string(),
  /** The name of its folder. */
  name: z.string(),
  madeAt: instantSchema,
  counts: backupCountsSchema,
  /** Of its own folder, and of its originals, which it shares with others. */
  bytes: z.number().int().nonnegative(),
  originalBytes: z.number().int().nonnegative(),
  /** `changed`: it is not the one that was made. `foreign`: of another workspace. `unknown`: no key is at hand to tell. */
  state: z.enum(['whole', 'changed', 'foreign', 'unknown']),
  /** The key of the workspace was changed since. */
  isOlderKey: z.boolean(),
});
export type BackupView = z.infer<typeof backupViewSchema>;

/** What a thread for backups does at the moment. */
export const BACKUP_STEPS = ['database', 'files', 'checking', 'removing', 'copying'] as const;
export type BackupStep = (typeof BACKUP_STEPS)[number];

export const BACKUP_FLAWS = [
  /** The list of what is in it was changed, or is not of this workspace. */
  'manifest',
  'file-missing',
  'file-changed',
  /** The database does not open, or holds other than it should. */
  'database',
  'audit',
  'original-missing',
  'original-changed',
] as const;
export type BackupFlaw = (typeof BACKUP_FLAWS)[number];

/** What a look at everything in a backup found. */
export const backupReportSchema = z.object({
  flaws: z.array(z.object({ kind: z.enum(BACKUP_FLAWS), count: z.number().int().positive() })),
  files: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
});
export type BackupReport = z.infer<typeof backupReportSchema>;
