import type { Instant } from '@/shared/kit/clock';

/** Mistyping twice costs nothing; from then on each failure doubles what the one before cost, up to a quarter of an hour. In ms. */
const FREE_FAILURES = 2;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 15 * 60_000;

/** How long nobody may try after so many failures in a row, in ms. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT * 2 ** Math.min(failures - FREE_FAILURES - 1, 30), LONGEST_WAIT);
}

/** Until when nobody may try after so many failures in a row, the last of them now. */
export function lockedAfter(failures: number, now: Date): Instant | null {
  const wait = waitAfter(failures);
  return wait === 0 ? null : new Date(now.getTime() + wait).toISOString();
}

/**
 * How long nobody may try yet, in ms. More than the failures can have cost means that the clock was set back since: the wait then begins
 * anew (`startsAnew`), so that setting the clock neither shortens it nor makes it last for years.
 */
export function waitLeft(
  { failures, lockedUntil }: { readonly failures: number; readonly lockedUntil: Instant | null },
  now: Date,
): { readonly ms: number; readonly startsAnew: boolean } {
  const left = lockedUntil === null ? 0 : Date.parse(lockedUntil) - now.getTime();
  const whole = waitAfter(failures);
  if (left > whole) return { ms: whole, startsAnew: true };
  return { ms: Math.max(0, left), startsAnew: false };
}
