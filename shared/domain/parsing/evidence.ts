import type { Box, ExtractedDocument, Line } from './extracted-document';
import type { Evidence } from './parsed-resume';

/**
 * Where a range of the document's text stands: its page and one box for each line it touches. Inside a piece the box
 * is cut by the share of characters, which is exact enough to mark a word on screen.
 * Offsets outside the text are clamped. A document without geometry gives no boxes.
 */
export function evidenceOf(document: ExtractedDocument, start: number, end: number): Evidence {
  const length = document.text.length;
  const from = Math.min(Math.max(0, start), length);
  const to = Math.min(Math.max(from, end), length);
  const first = firstLineEndingAfter(document.lines, from);
  const boxes: Box[] = [];
  let page = document.lines[first]?.page ?? document.lines.at(-1)?.page ?? 1;
  for (let index = first; index < document.lines.length; index++) {
    const line = document.lines[index];
    if (line === undefined || line.start >= to) break;
    if (boxes.length === 0) page = line.page;
    // Boxes are in one page's coordinates: a value that runs over a page break is shown where it begins.
    if (line.page !== page) break;
    const box = boxWithin(line, from, to);
    if (box !== null) boxes.push(box);
  }
  return { start: from, end: to, page, boxes };
}

/** Index of the first line that ends after `offset`; lines are in text order. */
function firstLineEndingAfter(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boxWithin(line: Line, from: number, to: number): Box | null {
  const parts = line.pieces.length > 0 ? line.pieces : wholeLine(line);
  let union: Box | null = null;
  for (const piece of parts) {
    const start = Math.max(from, piece.start);
    const end = Math.min(to, piece.end);
    if (start >= end) continue;
    const size = piece.end - piece.start;
    const box: Box = {
      x: piece.box.x + (piece.box.width * (start - piece.start)) / size,
      y: piece.box.y,
      width: (piece.box.width * (end - start)) / size,
      height: piece.box.height,
    };
    union = union === null ? box : unite(union, box);
  }
  return union;
}

const wholeLine = (line: Line): Line['pieces'] =>
  line.box === null ? [] : [{ start: line.start, end: line.end, box: line.box }];

function unite(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
