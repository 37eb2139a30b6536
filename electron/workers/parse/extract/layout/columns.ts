import { medianOf, type Segment } from './segment';
import { continues, pitchOf, type Side, type SideLine, sideOf } from './side';

/** Narrowest white band between two columns, in points. */
const GUTTER = 5;
const MOST_CANDIDATES = 60;
/** A page of a CV holds a few hundred; one of many thousands is read line by line. */
const MOST_SEGMENTS = 3_000;

/** A region cut into what stands above a white band, its two sides, and what follows below. */
export interface Cut {
  readonly x: number;
  readonly above: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly below: readonly Segment[];
}

/** Two columns; in a grid their groups begin side by side all the way down. */
export interface Columns extends Cut {
  readonly grid: boolean;
}

/** A band between text and what belongs beside it: dates, places, labels. */
export interface Margin {
  readonly slim: Side;
  readonly wide: Side;
}

export interface Bands {
  /** The band that parts the most text into two columns to be read one after the other. */
  readonly columns: Columns | null;
  readonly margins: readonly Margin[];
}

/** The white bands of a region and what they part. `segments` in any order. */
export function findBands(segments: readonly Segment[]): Bands {
  const margins: Margin[] = [];
  if (segments.length < 6 || segments.length > MOST_SEGMENTS) return { columns: null, margins };
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const pitch = pitchOf(sorted);
  const columns: { readonly score: number; readonly cut: Columns }[] = [];
  for (const x of candidates(sorted)) {
    const cut = bandAt(sorted, x);
    if (cut === null) continue;
    const left = sideOf(cut.left, pitch);
    const right = sideOf(cut.right, pitch);
    const [slim, wide] = amount(left) <= amount(right) ? [left, right] : [right, left];
    const verdict = compare(slim, wide);
    if (verdict.columns)
      columns.push({
        score: textBeside(cut) * (1.25 - verdict.anchored * surety(slim)),
        cut: { ...cut, grid: verdict.anchored >= 0.7 && slim.groups.length > 1 },
      });
    else if (isMargin(slim, wide)) margins.push({ slim, wide });
  }
  columns.sort((a, b) => b.score - a.score);
  const cuts = columns.slice(0, 8).map((one) => one.cut);
  const best = cuts.find((cut) => !cuts.some((other) => tearsMargin(cut, other, pitch)));
  return { columns: widest(best ?? cuts[0], cuts), margins };
}

/** Whether what is on one side belongs beside the lines of the other: dates, labels. */
export function standsBeside(inside: readonly Segment[], outside: readonly Segment[]): boolean {
  const pitch = pitchOf([...outside].sort((a, b) => a.baseline - b.baseline));
  const slim = sideOf(inside, pitch);
  const wide = sideOf(outside, pitch);
  return isMargin(slim, wide) && !compare(slim, wide).columns;
}

/** Two groups may well begin side by side by chance; five do not. */
const surety = (slim: Side): number => Math.min(1, (slim.groups.length - 1) / 4);

/** Where a heading is set out from its column, the same band further left takes it in too. */
function widest(best: Columns | undefined, cuts: readonly Columns[]): Columns | null {
  if (best === undefined) return null;
  const wider = cuts.find(
    (cut) => Math.abs(cut.x - best.x) < 20 && textBeside(cut) > textBeside(best),
  );
  return wider ?? best;
}

const textBeside = (cut: Cut): number =>
  Math.min(cut.left.length, cut.right.length) * 4 + cut.left.length + cut.right.length;

/**
 * Whether what lies between this band and another belongs beside the column on this band's far side: the dates of the left
 * column, read as part of the right one.
 */
function tearsMargin(cut: Cut, other: Cut, pitch: number): boolean {
  if (cut === other) return false;
  const toRight = other.x > cut.x;
  const near = toRight ? cut.right : cut.left;
  const far = toRight ? cut.left : cut.right;
  const isStrip = (item: Segment): boolean => item.x0 < other.x - 0.5 === toRight;
  const strip = near.filter(isStrip);
  const rest = near.filter((item) => !isStrip(item));
  if (strip.length < 2 || rest.length === 0) return false;
  const slim = sideOf(strip, pitch);
  const wide = sideOf(far, pitch);
  if (share(slim.lines, (line) => line.dated) < 0.35) return false;
  if (!isMargin(slim, wide) || compare(slim, wide).columns) return false;
  const bound = anchoredShare(slim, wide);
  return bound >= 0.7 && bound > anchoredShare(slim, sideOf(rest, pitch));
}

/**
 * Narrow, set to one edge, holding less than what it stands beside, and either dates or short groups that begin where the
 * groups beside them begin.
 */
function isMargin(slim: Side, wide: Side): boolean {
  if (slim.lines.length < 2 || slim.lines.length > wide.lines.length) return false;
  if (slim.x1 - slim.x0 > 0.8 * (wide.x1 - wide.x0)) return false;
  const aligned = (edge: (line: SideLine) => number): number => {
    const usual = medianOf(slim.lines.map(edge));
    return share(slim.lines, (line) => Math.abs(edge(line) - usual) < 3);
  };
  if (
    Math.max(
      aligned((line) => line.x0),
      aligned((line) => line.x1),
    ) < 0.6
  )
    return false;
  const anchored = anchoredShare(slim, wide);
  return holdsDates(slim, anchored) || (slim.groups.length >= 2 && anchored >= 0.7);
}

/** Left edges of segments, those shared by many first; a column begins at each. */
function candidates(segments: readonly Segment[]): readonly number[] {
  const edges = segments.map((item) => item.x0).sort((a, b) => a - b);
  const found: { readonly x: number; readonly count: number }[] = [];
  let from = 0;
  for (let index = 1; index <= edges.length; index += 1) {
    const edge = edges[index];
    const start = edges[from] ?? 0;
    if (edge !== undefined && edge - start < 4) continue;
    if (from > 0) found.push({ x: start, count: index - from });
    from = index;
  }
  return found
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CANDIDATES)
    .map((one) => one.x);
}

/** The longest run of lines that leaves the band left of `x` white, with text on both sides. */
function bandAt(sorted: readonly Segment[], x: number): Cut | null {
  const low = x - GUTTER;
  const high = x - 0.5;
  let best: { from: number; to: number; score: number } | null = null;
  let from = 0;
  let left = 0;
  let right = 0;
  for (let index = 0; index <= sorted.length; index += 1) {
    const item = sorted[index];
    if (item !== undefined && !(item.x0 < high && item.x1 > low)) {
      if (item.x0 < high) left += 1;
      else right += 1;
      continue;
    }
    const least = Math.min(left, right);
    const score = least < 2 ? 0 : least * 4 + left + right;
    if (score > 0 && (best === null || score > best.score)) best = { from, to: index, score };
    from = index + 1;
    left = 0;
    right = 0;
  }
  if (best === null) return null;
  const top = headOf(sorted, best.from, best.to, high);
  const inside = sorted.slice(top, best.to);
  return {
    x,
    above: sorted.slice(0, top),
    left: inside.filter((item) => item.x0 < high),
    right: inside.filter((item) => item.x0 >= high),
    below: sorted.slice(best.to),
  };
}

/**
 * Where the columns begin: a large line or two (a name) over one of them with nothing beside it belongs above both.
 */
function headOf(sorted: readonly Segment[], from: number, to: number, x: number): number {
  const first = sorted[from];
  if (first === undefined) return from;
  let index = from;
  while (index < to && (sorted[index]?.x0 ?? 0) < x === first.x0 < x) index += 1;
  const other = sorted[index];
  if (other === undefined || index - from > 2 || index === to) return from;
  const head = sorted.slice(from, index);
  return head.every((item) => item.size > 1.35 * other.size && item.y1 <= other.y0 + 1)
    ? index
    : from;
}

const amount = (side: Side): number =>
  side.lines.reduce((sum, line) => sum + (line.x1 - line.x0), 0);

/**
 * Whether two sides of a white band are columns to be read one after the other, or belong beside each other. What belongs to
 * a line (its dates, its place, its label) is short and begins level with the line that begins an entry; the groups of a
 * real column meet those of its neighbour by chance only, and where both are set on one grid they hold running text.
 */
function compare(slim: Side, wide: Side): { readonly columns: boolean; readonly anchored: number } {
  const anchored = anchoredShare(slim, wide);
  const verdict = (columns: boolean) => ({ columns, anchored });
  if (slim.lines.length < 3 || wide.lines.length < 3) return verdict(false);
  if (isProse(slim)) return verdict(true);
  const usual = medianOf(slim.lines.map((line) => line.size));
  // Headings inside a column of labels stand alone on their line and say nothing either way.
  const plain = slim.lines.filter((line) => Math.abs(line.size - usual) < 0.06 * usual);
  const level = share(plain, (line) => levelWith(line, wide) !== undefined);
  if (level < 0.8 && slim.lines.length > 4 * slim.groups.length) return verdict(true);
  // Dates on both sides: a grid of cards, or two columns of entries.
  const datedBeside = wide.lines.filter((line) => line.dated).length / slim.groups.length;
  if (holdsDates(slim, anchored)) return verdict(datedBeside >= 0.5);
  if (datedBeside >= 0.5 && slim.lines.some((line) => line.dated)) return verdict(true);
  if (slim.groups.length >= 3 && anchored >= 0.7) return verdict(false);
  // Level lines whose groups begin anywhere: two columns on one grid.
  if (slim.groups.length >= 5 && anchored < 0.4 && slim.lines.length > 1.5 * slim.groups.length)
    return verdict(true);
  return verdict(level < (plain.length < 8 ? 0.6 : 0.7));
}

/** Running text: lines as long as sentences, or that go on in the next one for want of room. */
function isProse(side: Side): boolean {
  if (medianOf(side.lines.map((line) => line.text.length)) > 38) return true;
  const running = share(
    side.lines,
    (line) => line.segments.length === 1 && /\S \S+ \S/.test(line.text) && continues(line, side),
  );
  return running >= 0.4;
}

/** Dates, with the place under them and the lines they wrap into. */
function holdsDates(slim: Side, anchored: number): boolean {
  if (share(slim.groups, (group) => group.some((line) => line.dated)) < 0.5) return false;
  const dated = share(slim.lines, (line) => line.dated);
  return dated >= 0.45 || (dated >= 0.3 && anchored >= 0.7);
}

/** How many groups begin beside the beginning of another, or beside nothing; the first, with which the band begins, aside. */
function anchoredShare(slim: Side, wide: Side): number {
  const later = slim.groups.length > 2 ? slim.groups.slice(1) : slim.groups;
  return share(later, (group) => isAnchored(group[0], wide));
}

/** The line of the other side on the same baseline, or set to the same top. */
export function levelWith(line: SideLine, side: Side): SideLine | undefined {
  return side.lines.find(
    (other) =>
      Math.abs(other.baseline - line.baseline) < LEVEL * Math.min(line.size, other.size) ||
      Math.abs(other.y0 - line.y0) < LEVEL * 0.6 * Math.min(line.size, other.size),
  );
}

/** Baselines nearer than this many font sizes are meant to be one. */
const LEVEL = 0.2;

/** A group that begins beside the beginning of another, or beside nothing. */
function isAnchored(line: SideLine | undefined, wide: Side): boolean {
  if (line === undefined) return false;
  const other = levelWith(line, wide);
  if (other !== undefined) return other.starts;
  const bottom = line.baseline + 0.25 * line.size;
  return !wide.lines.some(
    (candidate) => candidate.y0 < bottom && candidate.baseline > line.y0 + 0.1 * line.size,
  );
}

const share = <T>(all: readonly T[], when: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(when).length / all.length;
