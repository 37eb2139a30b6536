import type { CandidateRow } from '@/shared/domain/candidates/views';

/** Rows are asked for by whole pages, so that neighbours share an answer: about two screens, as reading them must not cost a frame. */
export const PAGE_SIZE = 50;

/** Half-open range of row indexes. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Pages to hold for the rows on screen: those the range touches, and the neighbour when the range comes within a
 * quarter page of it, so that steady scrolling never meets an empty row. Page 0 is held apart and not among them.
 */
export function pagesFor(range: RowRange, total: number): readonly number[] {
  if (total === 0 || range.end <= range.start) return [];
  const margin = PAGE_SIZE / 4;
  const last = Math.floor((total - 1) / PAGE_SIZE);
  const from = Math.max(0, Math.floor((range.start - margin) / PAGE_SIZE));
  const to = Math.min(last, Math.floor((range.end - 1 + margin) / PAGE_SIZE));
  const pages: number[] = [];
  for (let page = Math.max(1, from); page <= to; page++) pages.push(page);
  return pages;
}

/** The row at an index, or null while its page is on its way. */
export function rowAt(
  pages: ReadonlyMap<number, readonly CandidateRow[]>,
  index: number,
): CandidateRow | null {
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE] ?? null;
}

/** The loaded rows around an index, without a break: the first row's index and the ids. */
export function loadedAround(
  pages: ReadonlyMap<number, readonly CandidateRow[]>,
  index: number,
): { readonly start: number; readonly ids: readonly string[] } {
  const here = Math.floor(index / PAGE_SIZE);
  if (!pages.has(here)) return { start: index, ids: [] };
  let first = here;
  while (pages.has(first - 1)) first--;
  const ids: string[] = [];
  for (let page = first; pages.has(page); page++) {
    ids.push(...(pages.get(page) ?? []).map((row) => row.id));
  }
  return { start: first * PAGE_SIZE, ids };
}
