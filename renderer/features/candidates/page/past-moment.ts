import { z } from 'zod';
import { idSchema } from '@/shared/kit/ids';

/** A moment in an address: what was done last until then, or a day. */
export const asOfSchema = z.union([idSchema, z.iso.date()]);

export type Moment = { readonly commitId: string } | { readonly at: string };

/** The moment an address means; of a day its end, where the window is. */
export function momentOf(asOf: string): Moment {
  if (!z.iso.date().safeParse(asOf).success) return { commitId: asOf };
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  return { at: new Date(new Date(year, month - 1, day + 1).getTime() - 1).toISOString() };
}

/** The day of an instant, where the window is, as a date field has it. */
export function dayOf(instant: string | number | Date): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
