/** A backup as the rule of what is kept sees it. */
export interface Kept {
  readonly id: string;
  /** When it was made, by the clock of that time; an instant. */
  readonly madeAt: string;
}

/** So many days and weeks that have a backup keep the newest of theirs. */
export const DAILY = 7;
export const WEEKLY = 4;
/** The newest are kept whenever they were made: two of one day may stand before and after a mistake. */
const NEWEST = 3;

const DAY = 86_400_000;

/**
 * Which backups are to be removed: not the newest few, not the newest of each of the last seven days that have one, not the newest of each of
 * the last four weeks that have one. Days and weeks without a backup do not count, so that a desk that was closed for a year keeps what it
 * had; days are those of UTC, which has no hour twice. What is dated after `now` was made by a wrong clock, or is all there is while the
 * clock is wrong: it is counted apart and takes the place of nothing.
 */
export function toRemove(backups: readonly Kept[], now: Date): readonly string[] {
  const limit = now.getTime() + DAY;
  const isAhead = ({ madeAt }: Kept): boolean => Date.parse(madeAt) > limit;
  const kept = new Set([
    ...keptOf(backups.filter((one) => !isAhead(one))),
    ...keptOf(backups.filter(isAhead)),
  ]);
  return backups.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}

function keptOf(backups: readonly Kept[]): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt));
  return [
    ...newestFirst.slice(0, NEWEST),
    ...newestOfEach(newestFirst, dayOf, DAILY),
    ...newestOfEach(newestFirst, weekOf, WEEKLY),
  ].map(({ id }) => id);
}

function newestOfEach(
  newestFirst: readonly Kept[],
  periodOf: (at: number) => number,
  most: number,
): readonly Kept[] {
  const newest = new Map<number, Kept>();
  for (const backup of newestFirst) {
    const period = periodOf(Date.parse(backup.madeAt));
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, most);
}

const dayOf = (at: number): number => Math.floor(at / DAY);
/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);
