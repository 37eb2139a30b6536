/** A line so long was not written as one. */
const LONG = 400;
/** So many gaps in it are no accident. */
const FEWEST_GAPS = 6;
const GAP = /[ \t\u00a0]{4,}/g;

/**
 * Where the lines of a text start and end that lost its line breaks: databases and forms hand out a whole CV as one line, with wide gaps where lines were. A
 * line with many wide gaps is taken apart at them; every other line is left as it is. Half-open ranges of the line, at least one.
 */
export function rangesBetweenGaps(line: string): readonly (readonly [number, number])[] {
  const whole = [[0, line.length]] as const;
  if (line.length < LONG) return whole;
  const gaps = [...line.matchAll(GAP)];
  if (gaps.length < FEWEST_GAPS) return whole;
  const ranges: (readonly [number, number])[] = [];
  let start = 0;
  for (const { 0: gap, index } of gaps) {
    if (index > start) ranges.push([start, index]);
    start = index + gap.length;
  }
  if (start < line.length) ranges.push([start, line.length]);
  return ranges.length === 0 ? whole : ranges;
}
