import { z } from 'zod';
import { idSchema } from '@/shared/kit/ids';
import { leftOutSchema, SKIP_REASONS } from './table-person';

export const FATE_KINDS = ['create', 'update', 'skip'] as const;
export const ROW_REASONS = [
  'new',
  'possible-duplicate',
  'email-and-name',
  'email',
  'phone-and-name',
  'row',
] as const;

const fieldNoteSchema = z.object({
  /** A field as a mapping names it. */
  field: z.string(),
  value: z.string(),
  /** What the candidate has there already, where that stays. */
  here: z.string().nullable(),
});

/** What becomes, or became, of a row. */
export const rowFateSchema = z.object({
  row: z.number().int().positive(),
  kind: z.enum(FATE_KINDS),
  why: z.enum([...ROW_REASONS, ...SKIP_REASONS]),
  /** For `row`: the earlier row of the same person; else null. */
  sameAs: z.number().int().nullable(),
  candidateId: idSchema.nullable(),
  name: z.string(),
  /** What is filled or added. */
  taken: z.array(fieldNoteSchema),
  /** What is not taken, because something else stands there. */
  kept: z.array(fieldNoteSchema),
  /** What could not be read as what it should be. */
  leftOut: z.array(leftOutSchema),
  /** Why it could not be read at all, in a sentence; null where `why` says it. */
  message: z.string().nullable(),
  /** The row as it came, where something of it is left out. */
  cells: z.array(z.string()).nullable(),
});
export type RowFate = z.infer<typeof rowFateSchema>;

export const tableCountsSchema = z.object({
  created: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
});
export type TableCounts = z.infer<typeof tableCountsSchema>;
export const NO_COUNTS: TableCounts = { created: 0, updated: 0, skipped: 0 };

export const countFate = (counts: TableCounts, kind: RowFate['kind']): TableCounts => ({
  created: counts.created + (kind === 'create' ? 1 : 0),
  updated: counts.updated + (kind === 'update' ? 1 : 0),
  skipped: counts.skipped + (kind === 'skip' ? 1 : 0),
});
