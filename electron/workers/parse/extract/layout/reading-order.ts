import type { Box } from '@/shared/domain/parsing/extracted-document';
import { type Cut, findBands } from './columns';
import { type Followers, followersOf } from './margins';
import type { LayoutPage, OrderedPage } from './page';
import { readPanel } from './panels';
import { segmentsOf } from './rows';
import type { Segment } from './segment';
import { lineOf, type TextLine } from './text-line';
import { placeTurned } from './turned-words';
import type { Word } from './word';

/** A column this much narrower than its neighbour is a sidebar; columns of one width are read page by page. */
const SIDEBAR = 0.8;

/**
 * Puts the words of a page into lines and the lines into reading order. Columns and sidebars are found by the white bands
 * between them (a recursive XY cut) and by the coloured field under them; text that only shares a baseline, as a date at the
 * right margin does, stays on its line.
 */
export function orderPage(page: LayoutPage): OrderedPage {
  const upright = page.words.filter((word) => word.angle === 0);
  const turned = page.words.filter((word) => word.angle !== 0);
  const ordered = orderUpright(upright, page.panels);
  return turned.length === 0 ? ordered : placeTurned(ordered, turned);
}

function orderUpright(words: readonly Word[], panels: readonly Box[]): OrderedPage {
  const panel = readPanel(words, panels);
  if (panel !== null)
    return {
      above: arranged(panel.above),
      sidebar: { at: panel.at, lines: arranged(panel.inside) },
      main: [...arranged(panel.beside), ...arranged(panel.below)],
    };
  const segments = segmentsOf(words);
  const cut = findBands(segments).columns;
  if (cut === null || cut.below.length > 0)
    return { above: [], sidebar: null, main: arranged(segments) };
  const left = widthOf(cut.left);
  const right = widthOf(cut.right);
  if (Math.min(left, right) > SIDEBAR * Math.max(left, right))
    return { above: [], sidebar: null, main: arranged(segments) };
  const at = left < right ? 'left' : 'right';
  return {
    above: arranged(cut.above),
    sidebar: { at, lines: arranged(at === 'left' ? cut.left : cut.right) },
    main: arranged(at === 'left' ? cut.right : cut.left),
  };
}

const widthOf = (segments: readonly Segment[]): number =>
  Math.max(...segments.map((item) => item.x1)) - Math.min(...segments.map((item) => item.x0));

function arranged(segments: readonly Segment[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  arrange(segments, lines, 0);
  return lines;
}

function arrange(segments: readonly Segment[], lines: TextLine[], depth: number): void {
  if (segments.length === 0) return;
  const bands = findBands(segments);
  const cut = depth < 12 ? bands.columns : null;
  if (cut === null) {
    emitRows(segments, followersOf(bands.margins), lines);
    return;
  }
  arrange(cut.above, lines, depth + 1);
  for (const { left, right } of cut.grid ? gridRows(cut) : [cut]) {
    arrange(left, lines, depth + 1);
    arrange(right, lines, depth + 1);
  }
  arrange(cut.below, lines, depth + 1);
}

type Sides = Pick<Cut, 'left' | 'right'>;

/** White space across both columns, in font sizes, that parts the rows of a grid. */
const ROW_GAP = 1;

/** A grid of cards is read row by row: a heading between two rows stands between them. */
function gridRows(cut: Sides): readonly Sides[] {
  const all = [...cut.left, ...cut.right].sort((a, b) => a.y0 - b.y0);
  const rows: { left: Segment[]; right: Segment[] }[] = [];
  const isLeft = new Set(cut.left);
  let bottom = Number.NEGATIVE_INFINITY;
  for (const item of all) {
    if (rows.length === 0 || item.y0 - bottom > ROW_GAP * item.size)
      rows.push({ left: [], right: [] });
    rows.at(-1)?.[isLeft.has(item) ? 'left' : 'right'].push(item);
    bottom = Math.max(bottom, item.y1);
  }
  return rows;
}

/** Segments without columns: by baseline, then by where they stand on it; followers with the segment they follow. */
function emitRows(segments: readonly Segment[], followers: Followers, lines: TextLine[]): void {
  const moved = new Set<Segment>();
  for (const list of followers.values()) for (const one of list) moved.add(one.segment);
  const sorted = segments
    .filter((item) => !moved.has(item))
    .sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  let row: Segment[] = [];
  for (const item of sorted) {
    const first = row[0];
    if (
      first !== undefined &&
      Math.abs(item.baseline - first.baseline) > 0.35 * Math.min(item.size, first.size)
    ) {
      lines.push(lineOf(row, followers));
      row = [];
    }
    row.push(item);
  }
  if (row.length > 0) lines.push(lineOf(row, followers));
}
