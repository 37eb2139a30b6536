import type { ImportCounts, ImportItem } from '@/shared/domain/imports/records';

export type CountKey = Exclude<keyof ImportCounts, 'seen'>;

export const EMPTY_COUNTS: ImportCounts = {
  seen: 0,
  waiting: 0,
  working: 0,
  cancelled: 0,
  loaded: 0,
  updated: 0,
  missing_information: 0,
  possible_duplicate: 0,
  already_here: 0,
  failed: 0,
};

/** Under which count an item stands; null for an archive that was opened: its files are counted instead. */
export function countKeyOf(item: Pick<ImportItem, 'state' | 'outcome'>): CountKey | null {
  if (item.state === 'expanded') return null;
  if (item.state !== 'done') return item.state;
  if (item.outcome === null) throw new Error('A finished import item has no outcome');
  return item.outcome;
}

/**
 * Counts after an item moved. `from` null: the item is new. `to` null: the item is an archive that was opened and is
 * no longer counted. `seen` follows by itself, so the counts add up whatever is done with them.
 */
export function moveCount(
  counts: ImportCounts,
  from: CountKey | null,
  to: CountKey | null,
): ImportCounts {
  const next = { ...counts };
  if (from !== null) {
    next[from] -= 1;
    next.seen -= 1;
  }
  if (to !== null) {
    next[to] += 1;
    next.seen += 1;
  }
  return next;
}

/** Files that need nothing more. */
export const finishedCount = (counts: ImportCounts): number =>
  counts.seen - counts.waiting - counts.working;
