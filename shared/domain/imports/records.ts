import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What became of a file. Every file seen ends in exactly one of these (or is still waiting, or was cancelled). */
export const IMPORT_OUTCOMES = [
  'loaded',
  'updated',
  'missing_information',
  'possible_duplicate',
  'already_here',
  'failed',
] as const;
export const importOutcomeSchema = z.enum(IMPORT_OUTCOMES);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const TASK_STATES = ['running', 'paused', 'done', 'cancelled', 'failed'] as const;
export const taskStateSchema = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof taskStateSchema>;

/** Counts of an import. `seen` = waiting + working + cancelled + the six outcomes, always. */
export const importCountsSchema = z.object({
  seen: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  working: z.number().int().nonnegative(),
  cancelled: z.number().int().nonnegative(),
  loaded: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  missing_information: z.number().int().nonnegative(),
  possible_duplicate: z.number().int().nonnegative(),
  already_here: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const IMPORT_ORIGINS = ['folder', 'upload', 'watched', 'sample', 'command-line'] as const;
export const importOriginSchema = z.enum(IMPORT_ORIGINS);

/** A piece of long work, as a row: it survives a crash and goes on from where it stood. */
export const taskSchema = z.object({
  ...recordBase,
  kind: z.literal('import'),
  state: taskStateSchema,
  /** What a person calls it: the folder's or file's name. */
  label: z.string(),
  origin: importOriginSchema,
  /** What was asked for: absolute paths of files and folders. Never leaves the core. */
  paths: z.array(z.string()),
  watchedFolderId: idSchema.nullable(),
  /** True once the folder tree was listed to its end; before that a resumed task lists it again. */
  scanned: z.boolean(),
  /** After a crash an import is taken up again by itself. */
  recovery: z.literal('resume'),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  error: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;

export const IMPORT_ITEM_STATES = ['waiting', 'working', 'done', 'expanded', 'cancelled'] as const;
export const importItemSchema = z.object({
  ...recordBase,
  taskId: idSchema,
  /** The archive or e-mail this file was inside; that one's state is `expanded` and it is not counted. */
  parentId: idSchema.nullable(),
  /** Where the bytes are read from: the source file, or a staged copy of an archive's entry. */
  path: z.string(),
  /** What a person knows it by: path under the imported folder, `letters.zip › anna.pdf`. */
  displayPath: z.string(),
  fileName: z.string(),
  bytes: z.number().int().nonnegative(),
  /** Modification time of the source in ms since the epoch; null inside archives. */
  modifiedMs: z.number().nullable(),
  sha256: z.string().nullable(),
  state: z.enum(IMPORT_ITEM_STATES),
  outcome: importOutcomeSchema.nullable(),
  failureCode: z.string().nullable(),
  failureMessage: z.string().nullable(),
  /** What is missing, or why the file is no CV of one person, for `missing_information`. */
  missing: z.array(z.string()),
  candidateId: idSchema.nullable(),
  candidateName: z.string().nullable(),
  resumeId: idSchema.nullable(),
  attempts: z.number().int().nonnegative(),
  finishedAt: instantSchema.nullable(),
});
export type ImportItem = z.infer<typeof importItemSchema>;

export const watchedFolderSchema = z.object({
  ...recordBase,
  path: z.string(),
  state: z.enum(['active', 'paused', 'error']),
  /** Polling for network and cloud folders, where the system sends no change events. */
  polling: z.boolean(),
  error: z.string().nullable(),
  lastRunAt: instantSchema.nullable(),
  filesSeen: z.number().int().nonnegative(),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;
