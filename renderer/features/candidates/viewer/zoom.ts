/** How large pages are drawn: as wide as the pane, or by a factor of their own size (1 = 100 %). */
export type Zoom = 'fit' | number;

const STEPS = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
/** CSS pixels in a point: pages are measured in points, 100 % is their size on paper. */
export const PIXELS_PER_POINT = 96 / 72;
/** Drawing larger canvases than this many pixels stalls; they are drawn smaller and stretched. */
const MAX_CANVAS_PIXELS = 16_000_000;

/** The factor in force, when the pane is `paneWidth` CSS pixels wide inside and the page `pageWidth` points. */
export function zoomFactor(zoom: Zoom, paneWidth: number, pageWidth: number): number {
  if (zoom !== 'fit') return zoom;
  const fit = paneWidth / (pageWidth * PIXELS_PER_POINT);
  return Math.min(2, Math.max(0.25, fit));
}

/** The next larger or smaller step from a factor; the ends stay where they are. */
export function stepZoom(factor: number, direction: 'in' | 'out'): number {
  const near = 0.005;
  if (direction === 'in') return STEPS.find((step) => step > factor + near) ?? 4;
  return STEPS.findLast((step) => step < factor - near) ?? 0.25;
}

/** Canvas pixels for one CSS pixel: the screen's own density, less when the canvas would grow too large. */
export function canvasDensity(width: number, height: number, deviceRatio: number): number {
  const most = Math.sqrt(MAX_CANVAS_PIXELS / Math.max(1, width * height));
  return Math.min(Math.max(1, deviceRatio), most);
}
