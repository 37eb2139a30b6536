import { looksLikeDate, medianOf, type Segment, textOf } from './segment';

/** The lines of one side of a white band, from the top, and the groups they stand in. */
export interface Side {
  readonly lines: readonly SideLine[];
  readonly groups: readonly (readonly SideLine[])[];
  readonly x0: number;
  readonly x1: number;
}

/** Segments of one side on one baseline. */
export interface SideLine {
  readonly segments: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
  readonly dated: boolean;
  /** Set off from the line above by white space: the first of its group. */
  readonly apart: boolean;
  /** Set off from the line above by white space, weight or size: where an entry may begin. */
  readonly starts: boolean;
}

/** The line goes on with the one above: its first word had no room there. */
export function continues(line: SideLine, side: Side): boolean {
  const above = side.lines[side.lines.indexOf(line) - 1];
  const first = line.segments[0]?.words[0];
  if (above === undefined || first === undefined || line.starts) return false;
  const room = Math.max(side.x1 - above.x1, above.x0 - side.x0);
  return 0.2 * line.size + first.width > room;
}

/** A distance between lines beyond the usual one by this factor parts two groups. */
const GROUP_GAP = 1.15;

/** `segments` from top to bottom; `pitch` is the usual distance of baselines around them. */
export function sideOf(segments: readonly Segment[], pitch: number): Side {
  const lines: SideLine[] = [];
  let row: Segment[] = [];
  const flush = (): void => {
    if (row.length > 0) lines.push(lineOf(row, lines.at(-1), pitch));
    row = [];
  };
  for (const item of segments) {
    const first = row[0];
    if (first !== undefined && !isLevel(first, item)) flush();
    row.push(item);
  }
  flush();
  const groups: SideLine[][] = [];
  for (const line of lines) {
    if (line.apart) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return {
    lines,
    groups,
    x0: Math.min(...lines.map((line) => line.x0)),
    x1: Math.max(...lines.map((line) => line.x1)),
  };
}

/**
 * The usual distance from a line to the one under it: that inside paragraphs, not the one between them. `segments` from top
 * to bottom.
 */
export function pitchOf(segments: readonly Segment[]): number {
  const distances: number[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const item = segments[index];
    if (item === undefined) continue;
    for (let at = index + 1; at < segments.length; at += 1) {
      const below = segments[at];
      if (below === undefined || below.baseline - item.baseline > 2.2 * item.size) break;
      if (below.baseline - item.baseline < 0.8 * item.size) continue;
      if (below.x0 > item.x1 || below.x1 < item.x0) continue;
      distances.push(below.baseline - item.baseline);
      break;
    }
  }
  distances.sort((a, b) => a - b);
  const size = medianOf(segments.map((item) => item.size));
  return distances[Math.floor(distances.length / 4)] ?? 1.2 * size;
}

const isLevel = (first: Segment, item: Segment): boolean =>
  Math.abs(item.baseline - first.baseline) <= 0.35 * Math.min(item.size, first.size);

function lineOf(row: readonly Segment[], above: SideLine | undefined, pitch: number): SideLine {
  const ordered = [...row].sort((a, b) => a.x0 - b.x0);
  const size = Math.max(...row.map((item) => item.size));
  const bold = row.every((item) => item.bold);
  const baseline = row[0]?.baseline ?? 0;
  const text = ordered.map(textOf).join(' ');
  const apart =
    above === undefined ||
    baseline - above.baseline > GROUP_GAP * Math.max(pitch, Math.min(size, above.size));
  return {
    segments: ordered,
    x0: ordered[0]?.x0 ?? 0,
    x1: Math.max(...row.map((item) => item.x1)),
    y0: Math.min(...row.map((item) => item.y0)),
    baseline,
    size,
    bold,
    text,
    dated: looksLikeDate(text),
    apart,
    starts:
      above === undefined ||
      apart ||
      (bold && !above.bold) ||
      Math.abs(size - above.size) > 0.08 * size,
  };
}
