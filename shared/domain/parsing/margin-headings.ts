import type { CvLine } from './cv-lines';
import { headingKind } from './section-headings';

const FEWEST = 3;

/**
 * A layout with its headings in the left margin is often read margin first: a run of headings, then all the rest. Puts each
 * heading of such a run back before the line it stands beside. Lines of other layouts are returned as they are.
 */
export function placeMarginHeadings(lines: readonly CvLine[]): readonly CvLine[] {
  const run = marginRun(lines);
  if (run === null) return lines;
  const headings = lines.slice(run.from, run.to);
  const others = [...lines.slice(0, run.from), ...lines.slice(run.to)];
  const placed: CvLine[] = [];
  let next = 0;
  for (const line of others) {
    for (let heading = headings[next]; heading !== undefined; heading = headings[next]) {
      if (heading.top === null || line.top === null || line.page !== heading.page) break;
      const reached =
        line.top + (line.fontSize ?? 10) >= heading.top && line.indent > heading.indent;
      if (!reached) break;
      placed.push(heading);
      next++;
    }
    placed.push(line);
  }
  return [...placed, ...headings.slice(next)];
}

/** The first run of at least three headings one under the other on a page, with nothing between them. */
function marginRun(
  lines: readonly CvLine[],
): { readonly from: number; readonly to: number } | null {
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && isHeadingOn(lines[to], lines[from])) to++;
    if (to - from >= FEWEST) return { from, to };
    from = Math.max(to, from + 1);
  }
  return null;
}

const isHeadingOn = (line: CvLine | undefined, first: CvLine | undefined): boolean =>
  line !== undefined &&
  first !== undefined &&
  line.page === first.page &&
  line.top !== null &&
  line.segments.length === 1 &&
  headingKind(line.key) !== null;
