import type { Box } from '@/shared/domain/parsing/extracted-document';
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

/** An opaque rectangle, and how many words were drawn before it. */
interface Cover {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly after: number;
}

/** What was painted on a page so far, by bounding boxes: what text that comes now stands on. */
export class Backdrops {
  readonly #painted: Backdrop[] = [];
  readonly #covers: Cover[] = [];
  #largestPicture = 0;

  /** `bounds` is x0, y0, x1, y1 in the space of `ctm`; `colour` null where no one colour can be told. */
  paint(
    ctm: Matrix,
    bounds: readonly [number, number, number, number],
    colour: number | null,
    over: number | null = null,
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
    if (over !== null) this.#covers.push({ ...backdrop, after: over });
    // Rules and bullets are thinner than a line of text and hide nothing.
    if (backdrop.x1 - backdrop.x0 > 6 && backdrop.y1 - backdrop.y0 > 4)
      this.#painted.push(backdrop);
  }

  /** An image, which fills the unit square of `ctm`. */
  paintPicture(ctm: Matrix): void {
    this.paint(ctm, [0, 0, 1, 1], null);
    const area = Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]);
    this.#largestPicture = Math.max(this.#largestPicture, area);
  }

  /** Area of the largest image, in square points. */
  get largestPicture(): number {
    return this.#largestPicture;
  }

  /** Whether a rectangle painted later lies over all of the word that was drawn as number `index`. */
  covers(box: Box, index: number): boolean {
    return this.#covers.some(
      (cover) =>
        cover.after > index &&
        cover.x0 <= box.x &&
        cover.x1 >= box.x + box.width &&
        cover.y0 <= box.y + 0.2 * box.height &&
        cover.y1 >= box.y + 0.8 * box.height,
    );
  }

  get hasCovers(): boolean {
    return this.#covers.length > 0;
  }

  /** A shading fills whatever the clip leaves; of what lies under it nothing is known any more. */
  paintAll(): void {
    this.#painted.push({ x0: -1e9, y0: -1e9, x1: 1e9, y1: 1e9, colour: null });
  }

  /**
   * Tall coloured fields narrower than the page: what a sidebar stands on. A field painted in pieces one under the other is
   * one.
   */
  panels(page: { readonly width: number; readonly height: number }): readonly Box[] {
    const fields: { x0: number; y0: number; x1: number; y1: number }[] = [];
    for (const back of this.#painted) {
      if (back.colour === null || sameColour(back.colour, 0xffffff)) continue;
      const width = back.x1 - back.x0;
      if (width < 0.1 * page.width || width > 0.65 * page.width) continue;
      const piece = fields.find(
        (field) =>
          Math.abs(field.x0 - back.x0) < 1 &&
          Math.abs(field.x1 - back.x1) < 1 &&
          back.y0 < field.y1 + 1 &&
          back.y1 > field.y0 - 1,
      );
      if (piece === undefined) fields.push({ x0: back.x0, y0: back.y0, x1: back.x1, y1: back.y1 });
      else {
        piece.y0 = Math.min(piece.y0, back.y0);
        piece.y1 = Math.max(piece.y1, back.y1);
      }
    }
    return fields
      .filter((field) => field.y1 - field.y0 > 0.25 * page.height)
      .map(({ x0, y0, x1, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
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
