import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  importCountsSchema,
  importItemSchema,
  importOriginSchema,
  importOutcomeSchema,
  taskStateSchema,
  watchedFolderSchema,
} from '@/shared/domain/imports/records';
import { resumeSchema } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** An import as the screen shows it: no paths beyond names a person chose. */
export const importViewSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  state: taskStateSchema,
  label: z.string(),
  origin: importOriginSchema,
  /** False while the folder tree is still being listed: `counts.seen` will grow. */
  scanned: z.boolean(),
  counts: importCountsSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  error: z.string().nullable(),
  /** Files finished a minute, over the last ten seconds or so; null when not running. */
  filesPerMinute: z.number().nonnegative().nullable(),
  /** Seconds left at that speed; null when not known. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const importItemViewSchema = importItemSchema.omit({ path: true, sha256: true }).extend({
  /** What the parser had to say of the résumé: hidden text, a letter rather than a CV, two people in one file … */
  notices: resumeSchema.shape.notices,
});
export type ImportItemView = z.infer<typeof importItemViewSchema>;

export const watchedFolderViewSchema = watchedFolderSchema;

const byId = z.object({ id: idSchema });

export const importsContract = {
  /** Starts importing what a dialog or a drop gave the handle for. HANDLE_EXPIRED for an unknown one. */
  start: procedure('import.run')
    .input(z.object({ handle: z.string() }))
    .output(importViewSchema),
  /** Imports the sample CVs that come with Longlist. */
  startSamples: procedure('import.run').output(importViewSchema),
  /** Newest first. */
  list: procedure('import.read')
    .input(z.object({ limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(importViewSchema)),
  get: procedure('import.read').input(byId).output(importViewSchema),
  items: procedure('import.read')
    .input(
      z.object({
        taskId: idSchema,
        outcome: importOutcomeSchema.nullable().default(null),
        state: z.enum(['waiting', 'working', 'done', 'cancelled']).nullable().default(null),
        /** Last id of the page before; items come in id order. */
        afterId: idSchema.nullable().default(null),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.array(importItemViewSchema)),
  pause: procedure('import.run').input(byId).output(importViewSchema),
  resume: procedure('import.run').input(byId).output(importViewSchema),
  cancel: procedure('import.run').input(byId).output(importViewSchema),
  /** Puts failed files back in the queue: one item, or all failed ones of the import. */
  retry: procedure('import.run')
    .input(z.object({ id: idSchema, itemId: idSchema.nullable().default(null) }))
    .output(importViewSchema),
};

export const watchedFoldersContract = {
  list: procedure('import.read').output(z.array(watchedFolderViewSchema)),
  add: procedure('import.run')
    .input(z.object({ handle: z.string(), polling: z.boolean().default(false) }))
    .output(watchedFolderViewSchema),
  pause: procedure('import.run').input(byId).output(watchedFolderViewSchema),
  resume: procedure('import.run').input(byId).output(watchedFolderViewSchema),
  remove: procedure('import.run')
    .input(byId)
    .output(z.object({ removed: z.literal(true) })),
};
