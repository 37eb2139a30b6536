import { z } from 'zod';
import { DATE_ORDERS } from './cell-values';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type TableEncoding = (typeof ENCODINGS)[number];
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a table is read, detected or chosen by a person. */
export const tableChoicesSchema = z.object({
  /** Null where the format says it itself. */
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  /** Which sheet, from 0. */
  sheet: z.number().int().nonnegative(),
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
  dateOrder: z.enum(DATE_ORDERS),
});
export type TableChoices = z.infer<typeof tableChoicesSchema>;
