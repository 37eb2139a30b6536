import type { PdfPageInfo } from './pdf-session';

/** A PDF transform: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

export const apply = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

const quarterTurns = (page: PdfPageInfo): number => (((page.rotate % 360) + 360) % 360) / 90;

const unitOf = (page: PdfPageInfo): number => (page.userUnit > 0 ? page.userUnit : 1);

/** Width and height in points of the page as seen, turned if it says so. */
export function pageSize(page: PdfPageInfo): { readonly width: number; readonly height: number } {
  const [x0, y0, x1, y1] = page.view;
  const width = (x1 - x0) * unitOf(page);
  const height = (y1 - y0) * unitOf(page);
  return quarterTurns(page) % 2 === 1 ? { width: height, height: width } : { width, height };
}

/** User space → points from the top left of the page as seen. */
export function viewMatrix(page: PdfPageInfo): Matrix {
  const [x0, y0, x1, y1] = page.view;
  const unit = unitOf(page);
  switch (quarterTurns(page)) {
    case 1:
      return [0, unit, unit, 0, -y0 * unit, -x0 * unit];
    case 2:
      return [-unit, 0, 0, unit, x1 * unit, -y0 * unit];
    case 3:
      return [0, -unit, -unit, 0, y1 * unit, x1 * unit];
    default:
      return [unit, 0, 0, -unit, -x0 * unit, y1 * unit];
  }
}
