import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

export const TABLE_FORMATS = ['csv', 'xlsx', 'json-resume', 'vcard'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export const TABLE_IMPORT_STATES = ['running', 'done', 'cancelled', 'failed'] as const;

/** Candidates coming in from another system's export. */
export const tableImportSchema = z.object({
  ...recordBase,
  fileName: z.string(),
  sha256: z.string().length(64),
  format: z.enum(TABLE_FORMATS),
  /** Which column goes into which field, by the column's header; fields as `candidateField` of the mapping names them. */
  mapping: z.record(z.string(), z.string()),
  state: z.enum(TABLE_IMPORT_STATES),
  /** Rows done: after a crash it goes on behind them. */
  cursor: z.number().int().nonnegative(),
  counts: z.object({
    created: z.number().int().nonnegative(),
    updated: z.number().int().nonnegative(),
    skipped: z.number().int().nonnegative(),
  }),
  /** The bulk deed its commits make up: one undo takes all of it back. */
  bulkId: idSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  error: z.string().nullable(),
});
export type TableImport = z.infer<typeof tableImportSchema>;
