import { z } from 'zod';
import { leftOutSchema, tablePersonSchema } from './table-person';

/** A row of a table before its columns mean anything, or a person of a file that says itself what is what. */
export const tableLineSchema = z.union([
  z.object({ row: z.number().int().positive(), cells: z.array(z.string()) }),
  z.object({
    row: z.number().int().positive(),
    person: tablePersonSchema,
    /** Custom fields of another workspace, by their names. */
    customByLabel: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    leftOut: z.array(leftOutSchema),
  }),
  /** It could not be read; `broken` says why in a sentence. */
  z.object({ row: z.number().int().positive(), broken: z.string() }),
]);
export type TableLine = z.infer<typeof tableLineSchema>;

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-resume': 'application/json',
  vcard: 'text/vcard',
} as const;

export const TABLE_LIMITS = {
  rows: 1_000_000,
  columns: 1000,
  /** Characters of one row. */
  rowLength: 2_000_000,
  /** Bytes of a CSV; of the other formats the parse process takes 25 MB. */
  csvBytes: 1024 * 1024 * 1024,
  /** Files of a folder of JSON Resumes or vCards. */
  files: 10_000,
} as const;
