import { apply, type Matrix } from './matrix';

/** Colours nearer than this in every channel (0–255) cannot be told apart. */
const SAME_COLOUR = 10;

interface Backdrop {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Null for an image, a shading or a pattern. */
  readonly colour: number | null;
}

/** What was painted on a page so far, by bounding boxes: what text that comes now stands on. */
export class Backdrops {
  readonly #painted: Backdrop[] = [];

  /** `bounds` is x0, y0, x1, y1 in the space of `ctm`; `colour` null where no one colour can be told. */
  paint(
    ctm: Matrix,
    bounds: readonly [number, number, number, number],
    colour: number | null,
  ): void {
    const [ax, ay] = apply(ctm, bounds[0], bounds[1]);
    const [bx, by] = apply(ctm, bounds[2], bounds[3]);
    const backdrop = {
      x0: Math.min(ax, bx),
      y0: Math.min(ay, by),
      x1: Math.max(ax, bx),
      y1: Math.max(ay, by),
      colour,
    };
    // Rules and bullets are thinner than a line of text and hide nothing.
    if (backdrop.x1 - backdrop.x0 > 6 && backdrop.y1 - backdrop.y0 > 4)
      this.#painted.push(backdrop);
  }

  /** A shading fills whatever the clip leaves; of what lies under it nothing is known any more. */
  paintAll(): void {
    this.#painted.push({ x0: -1e9, y0: -1e9, x1: 1e9, y1: 1e9, colour: null });
  }

  /** Whether text of this colour cannot be seen at a place: the page is white where nothing was painted. */
  swallow(colour: number, x: number, y: number): boolean {
    for (let index = this.#painted.length - 1; index >= 0; index -= 1) {
      const back = this.#painted[index];
      if (back !== undefined && x >= back.x0 && x <= back.x1 && y >= back.y0 && y <= back.y1)
        return back.colour !== null && sameColour(colour, back.colour);
    }
    return sameColour(colour, 0xffffff);
  }
}

const sameColour = (a: number, b: number): boolean =>
  Math.abs((a >> 16) - (b >> 16)) < SAME_COLOUR &&
  Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) < SAME_COLOUR &&
  Math.abs((a & 255) - (b & 255)) < SAME_COLOUR;
