import type { ItemTab } from '@/renderer/features/import/import-search';
import type { ImportView } from '@/shared/contract/api/imports';
import { IMPORT_OUTCOMES, type ImportCounts } from '@/shared/domain/imports/records';

/** Files that have ended in one of the outcomes. */
export const finishedOf = (counts: ImportCounts): number =>
  IMPORT_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

/** Files a person has to look at: something is missing, or someone may be there twice. */
export const needYouOf = (counts: ImportCounts): number =>
  counts.missing_information + counts.possible_duplicate;

/** How far the import is, 0 to 1; null while the number of files is not known. Cancelled files count as dealt with. */
export function fractionOf({ counts, scanned, state }: ImportView): number | null {
  if (state === 'done') return 1;
  if (counts.seen === 0) return scanned ? 1 : null;
  if (!scanned) return null;
  return (finishedOf(counts) + counts.cancelled) / counts.seen;
}

/** How many files a tab lists. */
export function tabCount(counts: ImportCounts, tab: ItemTab): number {
  switch (tab) {
    case 'all':
      return counts.seen;
    case 'waiting':
      return counts.waiting;
    default:
      return counts[tab];
  }
}
