import type { CvLine } from './cv-lines';

const MAX_DESCRIPTION = 6000;
/** Left edges closer than this, in points, belong to one column of text. */
const COLUMN = 40;

/** How far to the right the running text of each column reaches, in points; keyed by the column's left edge in steps of `COLUMN`. */
export type RightEdges = ReadonlyMap<number, number>;

/** Measures the columns by their undivided lines: dates set at the far margin say nothing of where text wraps. */
export function rightEdges(lines: readonly CvLine[]): RightEdges {
  const edges = new Map<number, number>();
  for (const line of lines) {
    if (line.right === null || line.segments.length > 1) continue;
    const column = Math.round(line.indent / COLUMN);
    edges.set(column, Math.max(edges.get(column) ?? 0, line.right));
  }
  return edges;
}

/**
 * The words of the lines under a head, one paragraph or bullet a line. A line goes on with the one before only where that
 * one was full: where its column had no room left for the next word. So bullets that are drawn, not written, still count.
 */
export function descriptionOf(body: readonly CvLine[], edges: RightEdges): string {
  let out = '';
  let previous: CvLine | null = null;
  for (const line of body) {
    if (out.length > MAX_DESCRIPTION) break;
    const newItem =
      line.bullet ||
      line.gapBefore ||
      /[.:;!?。]$/.test(out) ||
      (previous !== null && hadRoomFor(previous, line, edges));
    out += out === '' ? line.text : `${newItem ? '\n' : ' '}${line.text}`;
    previous = line;
  }
  return out.slice(0, MAX_DESCRIPTION).trim();
}

function hadRoomFor(previous: CvLine, line: CvLine, edges: RightEdges): boolean {
  if (previous.right === null || line.right === null || line.text === '') return false;
  const column = Math.round(previous.indent / COLUMN);
  const edge = Math.max(...[-1, 0, 1].map((step) => edges.get(column + step) ?? 0));
  const letter = (line.right - line.indent) / line.text.length;
  const word = line.text.split(' ', 1)[0]?.length ?? 0;
  // Two letters of leave: justified and ragged text both stop a little before the edge.
  return previous.right + (word + 3) * letter < edge;
}
