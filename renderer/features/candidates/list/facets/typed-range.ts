import { yearsBelow } from '@/renderer/features/candidates/list/filter-values';
import { fold } from '@/shared/kit/text';

/** A number as people type it; undefined for nothing, null for what is none. */
export function numberIn(typed: string): number | undefined | null {
  const text = typed.trim().replace(',', '.');
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/**
 * The end of a range as people type it: "10" is included, "under 10" and "<10" end before it, in hundredths as `yearsBelow` has it. `under`
 * is the word for it. Undefined for nothing, null for what is no end.
 */
export function endIn(typed: string, under: string): number | undefined | null {
  const text = typed.trim();
  const word = [under, '<'].find((one) => fold(text).startsWith(fold(one)));
  if (word === undefined) return numberIn(text);
  const next = numberIn(text.slice(word.length));
  return next == null ? null : yearsBelow(next);
}

/** Whether two typed numbers are a range within the limits; either end may be open. */
export const isNumberRange = (from: string, to: string, least: number, most: number): boolean =>
  isRange(numberIn(from), numberIn(to), least, most);

/** The same of ends that were read already. */
export function isRange(
  from: number | undefined | null,
  to: number | undefined | null,
  least: number,
  most: number,
): boolean {
  const ends = [from, to];
  if (ends.some((end) => end === null)) return false;
  const [first = least, last = most] = ends.map((end) => end ?? undefined);
  return first >= least && last <= most && first <= last;
}
