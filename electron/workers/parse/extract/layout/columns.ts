import type { Word } from './word';

/** A run of words with ordinary spaces between them: what columns are made of. */
export interface Segment {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
}

/** Narrowest white band between two columns, in points. */
const GUTTER = 7;

/** A region cut into what stands above two columns, the columns, and what follows below. */
export interface Cut {
  readonly above: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly below: readonly Segment[];
}

/** The white band that parts the most text into two real columns, or null. */
export function findGutter(segments: readonly Segment[]): Cut | null {
  if (segments.length < 6) return null;
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline);
  let best: { readonly score: number; readonly cut: Cut } | null = null;
  for (const x of gutterCandidates(sorted)) {
    const found = bandAt(sorted, x);
    if (found === null || (best !== null && found.score <= best.score)) continue;
    if (!areColumns(found.cut.left, found.cut.right)) continue;
    best = found;
  }
  return best?.cut ?? null;
}

/** Left edges that several segments share; a column begins at each. */
function gutterCandidates(segments: readonly Segment[]): readonly number[] {
  const edges = segments.map((item) => item.x0).sort((a, b) => a - b);
  const candidates: number[] = [];
  let from = 0;
  for (let index = 1; index <= edges.length; index += 1) {
    const edge = edges[index];
    const start = edges[from] ?? 0;
    if (edge !== undefined && edge - start < 4) continue;
    if (index - from >= 2) candidates.push(start);
    from = index;
  }
  return candidates.slice(1, 40);
}

/** The longest run of lines that leaves the band left of `x` white, with text on both sides. */
function bandAt(
  sorted: readonly Segment[],
  x: number,
): { readonly score: number; readonly cut: Cut } | null {
  const low = x - GUTTER;
  const high = x - 0.5;
  const crosses = (item: Segment): boolean => item.x0 < high && item.x1 > low;
  let best: { from: number; to: number; score: number } | null = null;
  let from = 0;
  for (let index = 0; index <= sorted.length; index += 1) {
    const item = sorted[index];
    if (item !== undefined && !crosses(item)) continue;
    const score = bandScore(sorted, from, index, x);
    if (score > 0 && (best === null || score > best.score)) best = { from, to: index, score };
    from = index + 1;
  }
  if (best === null) return null;
  const band = trimBand(sorted, best.from, best.to, x);
  const inside = sorted.slice(band.from, band.to);
  return {
    score: best.score,
    cut: {
      above: sorted.slice(0, band.from),
      left: inside.filter((item) => item.x0 < high),
      right: inside.filter((item) => item.x0 >= high),
      below: sorted.slice(band.to),
    },
  };
}

function bandScore(sorted: readonly Segment[], from: number, to: number, x: number): number {
  let left = 0;
  let right = 0;
  for (let index = from; index < to; index += 1) {
    const item = sorted[index];
    if (item === undefined) continue;
    if (item.x0 < x - 0.5) left += 1;
    else right += 1;
  }
  return Math.min(left, right) < 3 ? 0 : Math.min(left, right) * 4 + left + right;
}

/**
 * Lines at the top of the band that stand on one side only, well above where the other side begins, are the page's head
 * (a name, a centred title), not part of a column.
 */
function trimBand(
  sorted: readonly Segment[],
  from: number,
  to: number,
  x: number,
): { from: number; to: number } {
  const side = (item: Segment): boolean => item.x0 < x - 0.5;
  const first = sorted[from];
  if (first === undefined) return { from, to };
  let index = from;
  while (index < to) {
    const item = sorted[index];
    if (item === undefined || side(item) !== side(first)) break;
    index += 1;
  }
  const other = sorted[index];
  const last = sorted[index - 1];
  // One large line (a name) over the left column and nothing beside it belongs above both.
  if (other !== undefined && last !== undefined && index - from <= 2) {
    const head = sorted.slice(from, index);
    if (head.every((item) => item.size > 1.35 * other.size && item.y1 <= other.y0 + 1))
      return { from: index, to };
  }
  return { from, to };
}

/**
 * Whether two sides of a white band are columns to be read one after the other, or rows to be read across. Rows (labels beside
 * values, places and dates at the margin, bullets beside their text) stand on the very baselines of the other side; the lines
 * of a real column meet those of its neighbour by chance only, even where both are set on the same grid.
 */
function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length < 3 || right.length < 3) return false;
  const [slim, wide] = textAmount(left) <= textAmount(right) ? [left, right] : [right, left];
  // Headings inside a column of labels stand alone on their line and say nothing either way.
  const usual = medianOf(slim.map((item) => item.size));
  const narrow = slim.filter((item) => Math.abs(item.size - usual) < 0.06 * usual);
  if (narrow.length < 2) return true;
  const level = narrow.filter((item) =>
    wide.some(
      (other) => Math.abs(other.baseline - item.baseline) < LEVEL * Math.min(item.size, other.size),
    ),
  ).length;
  const share = level / narrow.length;
  const dated = narrow.filter((item) => looksLikeDate(textOf(item))).length / narrow.length;
  if (dated >= 0.5) return false;
  // Two columns of running text share a grid from top to bottom.
  if (medianLength(narrow) > 38) return true;
  return share < (narrow.length < 8 ? 0.6 : 0.7);
}

/** Baselines nearer than this many font sizes are meant to be one. */
const LEVEL = 0.16;

const textAmount = (segments: readonly Segment[]): number =>
  segments.reduce((sum, item) => sum + (item.x1 - item.x0), 0);

const textOf = (item: Segment): string => item.words.map((word) => word.text).join(' ');

const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{2,4}\b|(?:19|20)\d\d\s*年/;

const looksLikeDate = (text: string): boolean => DATE.test(text) && text.length < 40;

const medianLength = (segments: readonly Segment[]): number =>
  medianOf(segments.map((item) => textOf(item).length));

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
