import type { Resume } from '@/shared/domain/candidates/records';

export type ViewLine = Resume['lines'][number];

/** A piece of a line that is shown one way. `hit` is the number of the search hit it belongs to. */
export interface TextRun {
  readonly start: number;
  readonly text: string;
  readonly hit: number | null;
  readonly marked: boolean;
}

/** Half-open range of the résumé's text. */
export type TextRange = readonly [start: number, end: number];

/** The lines to show a résumé by: its own where it has some, else one for each line break. */
export function linesOf(text: string, lines: readonly ViewLine[]): readonly ViewLine[] {
  if (lines.length > 0) return lines;
  const plain: ViewLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    plain.push({ start, end, role: 'body' });
    start = end + 1;
  }
  return plain;
}

/**
 * Cuts a line where a hit or the marked range begins or ends. `hits` are in order and do not overlap; `firstHit` is
 * the index of the first that may touch the line.
 */
export function runsOf(
  text: string,
  line: ViewLine,
  hits: readonly TextRange[],
  firstHit: number,
  marked: TextRange | null,
): readonly TextRun[] {
  const runs: TextRun[] = [];
  let at = line.start;
  let hit = firstHit;
  while (at < line.end) {
    while (hit < hits.length && (hits[hit]?.[1] ?? 0) <= at) hit++;
    const current = hits[hit];
    const inHit = current !== undefined && current[0] <= at;
    const inMark = marked !== null && marked[0] <= at && at < marked[1];
    let end = line.end;
    if (current !== undefined) end = Math.min(end, inHit ? current[1] : current[0]);
    if (marked !== null && at < marked[1]) end = Math.min(end, inMark ? marked[1] : marked[0]);
    runs.push({ start: at, text: text.slice(at, end), hit: inHit ? hit : null, marked: inMark });
    at = end;
  }
  return runs;
}

/** Index of the first hit that ends after `offset`. */
export function firstHitAfter(hits: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
