import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { candidateSelectionSchema } from '@/shared/domain/candidates/selection';
import { tableChoicesSchema } from '@/shared/domain/tables/formats';
import { tableImportSchema, TABLE_FORMATS } from '@/shared/domain/tables/records';
import { FATE_KINDS, rowFateSchema, tableCountsSchema } from '@/shared/domain/tables/row-fate';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();
const byId = z.object({ id: idSchema });

/** How far a work on a table is. */
export const tableProgressSchema = z.object({
  /** 0 to 1, by how much of the file was read. */
  part: z.number().min(0).max(1),
  /** At the pace so far; null until that tells something. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type TableProgress = z.infer<typeof tableProgressSchema>;

/** A table that was opened and is not imported yet: nothing of it is saved. It is gone when Longlist is closed. */
export const tableDraftSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  format: z.enum(TABLE_FORMATS),
  bytes: count,
  choices: tableChoicesSchema,
  /** Names of the sheets of a workbook; none for other formats. */
  sheets: z.array(z.string()),
  /** None where the format says itself what is what. */
  columns: z.array(
    z.object({
      header: z.string(),
      /** Where it goes: a field, `custom:<id>` or `skip`. */
      target: z.string(),
      samples: z.array(z.string()),
    }),
  ),
  /** The first rows, beside the columns; of a format without columns the first people. */
  rows: z.array(z.array(z.string())),
  /** Whether the columns go where a table with the same headers had them last. */
  remembered: z.boolean(),
  /** Whether its dates could be read both ways. */
  ambiguousDates: z.boolean(),
  /** The look at what would happen. */
  check: z.object({
    state: z.enum(['none', 'running', 'done', 'failed']),
    rows: count,
    counts: tableCountsSchema,
    /** Rows of which something is left out. */
    leftOut: count,
    progress: tableProgressSchema,
    error: z.string().nullable(),
  }),
});
export type TableDraft = z.infer<typeof tableDraftSchema>;

export const tableImportViewSchema = tableImportSchema
  .pick({
    id: true,
    fileName: true,
    format: true,
    state: true,
    cursor: true,
    counts: true,
    startedAt: true,
    finishedAt: true,
    error: true,
  })
  .extend({
    /** Null when it is not at work. */
    progress: tableProgressSchema.nullable(),
    /** Rows there are, as far as that was counted; null when not. */
    rows: count.nullable(),
    /** Rows of which something is left out; null when nobody knows any more which they were. */
    leftOut: count.nullable(),
    /** A commit of it, for taking all of it back; null when nothing of it is in force. */
    undoCommitId: idSchema.nullable(),
  });
export type TableImportView = z.infer<typeof tableImportViewSchema>;

const targets = z.array(z.string().max(100)).max(1000);

export const tablesContract = {
  /** Reads what a dialog gave the handle for, without saving anything. HANDLE_EXPIRED; INVALID for what is no table. */
  open: procedure('import.run')
    .input(z.object({ handle: z.string() }))
    .output(tableDraftSchema),
  draft: procedure('import.run').input(byId).output(tableDraftSchema),
  /** Reads it another way; where the columns go is proposed anew. */
  choose: procedure('import.run')
    .input(z.object({ id: idSchema, choices: tableChoicesSchema.partial() }))
    .output(tableDraftSchema),
  /** Begins to look at what would become of every row; one `target` for each column. An earlier look is forgotten. */
  check: procedure('import.run')
    .input(z.object({ id: idSchema, targets }))
    .output(tableDraftSchema),
  /** Ends the look, or forgets what it found. */
  stopCheck: procedure('import.run').input(byId).output(tableDraftSchema),
  /** Forgets an opened table. */
  discard: procedure('import.run')
    .input(byId)
    .output(z.object({ discarded: z.literal(true) })),
  /** Imports it, in the background, as one deed that one undo takes back. INVALID while another table is imported. */
  start: procedure('import.run')
    .input(z.object({ id: idSchema, targets }))
    .output(tableImportViewSchema),
  /** Newest first. */
  imports: procedure('import.read')
    .input(z.object({ limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(tableImportViewSchema)),
  get: procedure('import.read').input(byId).output(tableImportViewSchema),
  /** Stops it; what came in stays and can be taken back. */
  cancel: procedure('import.run').input(byId).output(tableImportViewSchema),
  /** What becomes of the rows of an opened table, or became of those of an import, in their order. */
  fates: procedure('import.read')
    .input(
      z.object({
        id: idSchema,
        kind: z
          .enum([...FATE_KINDS, 'left-out'])
          .nullable()
          .default(null),
        /** `next` of the page before. */
        after: count.default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ fates: z.array(rowFateSchema), next: count.nullable() })),
  /**
   * Writes people to where a save dialog pointed: with the columns chosen, or (JSON Resume, vCard) with all that the format holds.
   * `cut`: cells of a workbook whose text is longer than Excel takes.
   */
  export: procedure('export.run')
    .input(
      z.object({
        selection: candidateSelectionSchema,
        format: z.enum(TABLE_FORMATS),
        /** As `EXPORT_COLUMNS` names them, and `custom:<id>`; for CSV and XLSX. */
        columns: z.array(z.string().max(100)).max(300).default([]),
        handle: z.string(),
      }),
    )
    .output(z.object({ candidates: count, cut: count })),
  /** How many people of how many an export under way has written, by the handle it writes to; null when there is none. */
  exporting: procedure('export.run')
    .input(z.object({ handle: z.string() }))
    .output(z.object({ candidates: count, of: count }).nullable()),
  /** Writes the rows of which something is left out, with the reasons, as a CSV to where a save dialog pointed. */
  saveLeftOut: procedure('import.read')
    .input(z.object({ id: idSchema, handle: z.string() }))
    .output(z.object({ rows: count })),
};
