import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  IMPORT_ITEM_STATES,
  IMPORT_ORIGINS,
  IMPORT_OUTCOMES,
  type ImportItem,
  TASK_STATES,
  type Task,
  type WatchedFolder,
} from '@/shared/domain/imports/records';
import { flag, json, oneOf, recordColumns } from './columns';

export const watchedFolder = sqliteTable(
  'watched_folder',
  {
    ...recordColumns(),
    path: text('path').notNull(),
    state: text('state').$type<WatchedFolder['state']>().notNull(),
    polling: flag('polling').notNull(),
    error: text('error'),
    lastRunAt: text('last_run_at'),
    filesSeen: integer('files_seen').notNull(),
  },
  (t) => [oneOf('watched_folder_state', t.state, ['active', 'paused', 'error'])],
);

export const task = sqliteTable(
  'task',
  {
    ...recordColumns(),
    kind: text('kind').$type<Task['kind']>().notNull(),
    state: text('state').$type<Task['state']>().notNull(),
    label: text('label').notNull(),
    origin: text('origin').$type<Task['origin']>().notNull(),
    paths: json<Task['paths']>('paths').notNull(),
    // No reference: a task outlives the watched folder that started it.
    watchedFolderId: text('watched_folder_id'),
    scanned: flag('scanned').notNull(),
    recovery: text('recovery').$type<Task['recovery']>().notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    error: text('error'),
  },
  (t) => [
    index('task_state').on(t.state),
    index('task_watched_folder').on(t.watchedFolderId),
    oneOf('task_kind', t.kind, ['import']),
    oneOf('task_state_value', t.state, TASK_STATES),
    oneOf('task_origin', t.origin, IMPORT_ORIGINS),
  ],
);

export const importItem = sqliteTable(
  'import_item',
  {
    ...recordColumns(),
    taskId: text('task_id')
      .notNull()
      .references(() => task.id),
    parentId: text('parent_id'),
    path: text('path').notNull(),
    displayPath: text('display_path').notNull(),
    fileName: text('file_name').notNull(),
    bytes: integer('bytes').notNull(),
    modifiedMs: real('modified_ms'),
    sha256: text('sha256'),
    state: text('state').$type<ImportItem['state']>().notNull(),
    outcome: text('outcome').$type<NonNullable<ImportItem['outcome']>>(),
    failureCode: text('failure_code'),
    failureMessage: text('failure_message'),
    missing: json<ImportItem['missing']>('missing').notNull(),
    // No references: an item keeps saying what became of its file after the candidate is taken back or erased.
    candidateId: text('candidate_id'),
    candidateName: text('candidate_name'),
    resumeId: text('resume_id'),
    attempts: integer('attempts').notNull(),
    finishedAt: text('finished_at'),
  },
  (t) => [
    index('import_item_state').on(t.taskId, t.state, t.id),
    index('import_item_outcome').on(t.taskId, t.outcome, t.id),
    index('import_item_candidate').on(t.taskId, t.candidateId),
    oneOf('import_item_state_value', t.state, IMPORT_ITEM_STATES),
    oneOf('import_item_outcome_value', t.outcome, IMPORT_OUTCOMES),
  ],
);
