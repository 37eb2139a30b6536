import { looksLikeDate, makeSegment, type Segment, textOf } from './segment';

/** More pieces than this no line of a column falls into. */
const MOST_PIECES = 16;
/** Wider than this many font sizes no space between two justified words gets. */
const WIDEST = 6;

/**
 * Justified text in a narrow column leaves gaps as wide as those between columns. A row is one run of words again where its
 * gaps are all alike and it ends exactly where a line of the same column ends. `rows` from the top, each from the left.
 */
export function joinJustified(rows: readonly (readonly Segment[])[]): readonly Segment[] {
  const out: Segment[] = [];
  let above: readonly Segment[] = [];
  rows.forEach((row, index) => {
    above = row.length < 2 ? row : joinRow(row, above, rows[index + 1] ?? []);
    out.push(...above);
  });
  return out;
}

function joinRow(
  row: readonly Segment[],
  above: readonly Segment[],
  below: readonly Segment[],
): readonly Segment[] {
  const out: Segment[] = [];
  for (let from = 0; from < row.length; ) {
    let to = Math.min(row.length, from + MOST_PIECES);
    while (to - from > 1 && !isOneLine(row.slice(from, to), above, below)) to -= 1;
    const run = row.slice(from, to);
    const [first] = run;
    if (first !== undefined)
      out.push(run.length === 1 ? first : makeSegment(run.flatMap((item) => item.words)));
    from = to;
  }
  return out;
}

function isOneLine(
  run: readonly Segment[],
  above: readonly Segment[],
  below: readonly Segment[],
): boolean {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return false;
  const words = run.flatMap((item) => item.words);
  const gaps: number[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const before = words[index - 1];
    const word = words[index];
    if (before === undefined || word === undefined) continue;
    const gap = word.x - before.x - before.width;
    // Marks drawn apart from their word leave no gap.
    if (gap > 0.08 * word.fontSize) gaps.push(gap);
  }
  const widest = Math.max(...gaps);
  if (widest > WIDEST * first.size || widest - Math.min(...gaps) > 0.12 * first.size) return false;
  const fits = (line: Segment): boolean =>
    Math.abs(line.x1 - last.x1) < 1 &&
    Math.abs(line.x0 - first.x0) < 1.5 * first.size &&
    Math.abs(line.baseline - first.baseline) < 2 * first.size;
  // A single gap is also that between a title and its dates, which stand above the paragraph.
  if (gaps.length < 2) return above.some(fits) && !looksLikeDate(textOf(last));
  return above.some(fits) || below.some(fits);
}
