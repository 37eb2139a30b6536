import type { Box } from '@/shared/domain/parsing/extracted-document';
import { Backdrops } from './backdrops';
import { DEFAULT_FONT, type Glyph, isBlank, letterSpacing } from './glyphs';
import { type Matrix, multiply, pageSize, viewMatrix } from './matrix';
import type { OperatorList, PdfFont, PdfPageInfo } from './pdf-session';
import { type Ink, type PageWords, WordBuilder } from './word-builder';

export interface PageText extends PageWords {
  readonly width: number;
  readonly height: number;
  /** Tall coloured fields that may be sidebars. */
  readonly panels: readonly Box[];
  /** Share of the page that its largest image takes, where images were read. */
  readonly pictureShare: number;
}

const OPS = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setFillColorN: 55,
  setFillRGBColor: 59,
  shadingFill: 62,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  constructPath: 91,
  setFillTransparent: 93,
} as const;

/** Path-painting operators that fill, and those that stroke. */
const FILLS = new Set([22, 23, 24, 25, 26, 27]);
const STROKES = new Set([20, 21]);

interface State extends Ink {
  ctm: Matrix;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  lineWidth: number;
  /** Drawn in a blend mode other than the usual one. */
  blended: boolean;
  /** Inside a clip: what is painted may show in part only. */
  clipped: boolean;
}

/**
 * Replays a page's drawing operations and keeps the words: where each stands, how large, how bold, and whether a person
 * looking at the page would see it.
 */
export function readPageText(
  page: PdfPageInfo,
  operators: OperatorList,
  fonts: ReadonlyMap<string, PdfFont>,
): PageText {
  return new PageReader(page, fonts, writesSpaces(operators)).read(operators);
}

/** Whether the file draws spaces as glyphs (most do) or leaves gaps between the words (TeX does): told by the first letters. */
function writesSpaces(operators: OperatorList): boolean {
  let glyphs = 0;
  let spaces = 0;
  for (let index = 0; index < operators.fns.length && glyphs < 600; index += 1) {
    if (operators.fns[index] !== OPS.showText) continue;
    // The operand of `showText`, as below.
    const shown = operators.args[index]?.[0] ?? [];
    for (const item of shown as readonly (Glyph | number | null)[]) {
      if (item === null || typeof item === 'number') continue;
      glyphs += 1;
      if (isBlank(item.unicode)) spaces += 1;
    }
  }
  return spaces > 0.06 * glyphs;
}

class PageReader {
  readonly #size: { readonly width: number; readonly height: number };
  readonly #base: Matrix;
  readonly #fonts: ReadonlyMap<string, PdfFont>;
  readonly #words: WordBuilder;
  readonly #backdrops = new Backdrops();
  readonly #stack: State[] = [];
  #state: State;
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #tracking: { readonly font: PdfFont; readonly size: number; readonly distance: number } = {
    font: DEFAULT_FONT,
    size: 0,
    distance: 0,
  };

  constructor(page: PdfPageInfo, fonts: ReadonlyMap<string, PdfFont>, spaces: boolean) {
    this.#size = pageSize(page);
    this.#base = viewMatrix(page);
    this.#fonts = fonts;
    this.#words = new WordBuilder(this.#size, this.#backdrops, spaces);
    this.#state = {
      ctm: this.#base,
      font: null,
      fontSize: 0,
      fontDirection: 1,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: 0,
      alpha: 1,
      lineWidth: 1,
      blended: false,
      clipped: false,
    };
  }

  read(operators: OperatorList): PageText {
    for (let index = 0; index < operators.fns.length; index += 1)
      this.#apply(operators.fns[index] ?? 0, operators.args[index] ?? []);
    const { width, height } = this.#size;
    return {
      width,
      height,
      panels: this.#backdrops.panels(this.#size),
      pictureShare: this.#backdrops.largestPicture / Math.max(1, width * height),
      ...this.#words.finish(),
    };
  }

  /** Operand shapes are those of pdf.js's operator lists; a file cannot change them, only the numbers in them. */
  #apply(fn: number, args: readonly unknown[]): void {
    const state = this.#state;
    switch (fn) {
      case OPS.showText:
        this.#show(args[0] as readonly (Glyph | number | null)[]);
        return;
      case OPS.setTextMatrix: {
        const m = args[0] as ArrayLike<number>;
        this.#textMatrix = [m[0] ?? 1, m[1] ?? 0, m[2] ?? 0, m[3] ?? 1, m[4] ?? 0, m[5] ?? 0];
        this.#x = this.#y = this.#lineX = this.#lineY = 0;
        return;
      }
      case OPS.setLeadingMoveText:
        state.leading = -number(args[1]);
        this.#moveText(number(args[0]), number(args[1]));
        return;
      case OPS.moveText:
        this.#moveText(number(args[0]), number(args[1]));
        return;
      case OPS.nextLine:
        this.#moveText(0, -state.leading);
        return;
      case OPS.beginText:
        this.#textMatrix = [1, 0, 0, 1, 0, 0];
        this.#x = this.#y = this.#lineX = this.#lineY = 0;
        return;
      case OPS.setLineWidth:
        state.lineWidth = number(args[0]);
        return;
      case OPS.setFont: {
        const size = number(args[1]);
        state.font = this.#fonts.get(String(args[0])) ?? DEFAULT_FONT;
        state.fontSize = Math.abs(size);
        state.fontDirection = size < 0 ? -1 : 1;
        return;
      }
      case OPS.setCharSpacing:
        state.charSpacing = number(args[0]);
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = number(args[0]);
        return;
      case OPS.setHScale:
        state.scale = number(args[0]) / 100;
        return;
      case OPS.setLeading:
        state.leading = number(args[0]);
        return;
      case OPS.setTextRise:
        state.rise = number(args[0]);
        return;
      case OPS.setTextRenderingMode:
        state.mode = number(args[0]);
        return;
      case OPS.setFillRGBColor:
        state.fill = colour(args);
        return;
      case OPS.setFillColorN:
        state.fill = null;
        return;
      case OPS.setFillTransparent:
        state.alpha = 0;
        return;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, unknown])[])
          if (key === 'ca') state.alpha = number(value);
          else if (key === 'BM') state.blended = value !== 'source-over';
          else if (key === 'Font' && Array.isArray(value)) this.#apply(OPS.setFont, value);
        return;
      case OPS.save:
        this.#save();
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#restore();
        return;
      case OPS.transform:
        state.ctm = multiply(state.ctm, matrix(args));
        return;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (args[0] !== null && args[0] !== undefined)
          this.#state.ctm = multiply(state.ctm, matrix(args[0] as ArrayLike<number>));
        return;
      case OPS.beginAnnotation:
        this.#save();
        this.#state.ctm = multiply(
          multiply(this.#base, matrix(args[2] as ArrayLike<number>)),
          matrix(args[3] as ArrayLike<number>),
        );
        return;
      case OPS.constructPath:
        this.#fillPath(number(args[0]), args[1], args[2] as ArrayLike<number> | null);
        return;
      case OPS.clip:
      case OPS.eoClip:
        state.clipped = true;
        return;
      case OPS.shadingFill:
        this.#backdrops.paintAll();
        return;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.#backdrops.paintPicture(this.#state.ctm);
        return;
      default:
    }
  }

  #save(): void {
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
  }

  #restore(): void {
    const previous = this.#stack.pop();
    if (previous !== undefined) this.#state = previous;
  }

  #moveText(x: number, y: number): void {
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  #fillPath(fn: number, path: unknown, bounds: ArrayLike<number> | null): void {
    if (bounds === null || bounds === undefined || this.#state.alpha < 0.5) return;
    // A thick line is a bar that text can stand on; its colour is not looked at, so that no text on it counts as hidden.
    const half = STROKES.has(fn) ? this.#state.lineWidth / 2 : 0;
    if (!FILLS.has(fn) && half * Math.hypot(this.#state.ctm[2], this.#state.ctm[3]) < 3) return;
    this.#backdrops.paint(
      this.#state.ctm,
      [
        (bounds[0] ?? 0) - half,
        (bounds[1] ?? 0) - half,
        (bounds[2] ?? 0) + half,
        (bounds[3] ?? 0) + half,
      ],
      half > 0 ? null : this.#state.fill,
      this.#isOpaqueRectangle(fn, path) ? this.#words.drawn : null,
    );
  }

  /** Only a plain rectangle covers all of its bounds; in a blend mode it would tint what lies under it. */
  #isOpaqueRectangle(fn: number, path: unknown): boolean {
    const { alpha, blended, clipped, fill } = this.#state;
    if (
      !FILLS.has(fn) ||
      blended ||
      clipped ||
      alpha < 0.95 ||
      fill === null ||
      this.#words.drawn === 0
    )
      return false;
    // `[Float32Array]`: moves and lines as number and coordinates; a rectangle takes 12 numbers, and one to close it.
    const data: unknown = Array.isArray(path) ? path[0] : null;
    return (
      data instanceof Float32Array && data.length >= 12 && data.length <= 16 && isUpright(data)
    );
  }

  #show(glyphs: readonly (Glyph | number | null)[]): void {
    const state = this.#state;
    const font = state.font ?? DEFAULT_FONT;
    const size = state.fontSize;
    const across = state.scale * state.fontDirection;
    const tracking = this.#trackingOf(glyphs, font, size);
    const full = multiply(state.ctm, this.#textMatrix);
    // Distances along the line, in text space before `across`.
    let along = 0;
    for (const item of glyphs) {
      if (item === null) continue;
      if (typeof item === 'number') {
        along += ((font.vertical ? 1 : -1) * item * size) / 1000;
        continue;
      }
      const glyph = item;
      const advance =
        (font.vertical && glyph.vmetric ? -(glyph.vmetric[0] ?? 0) : glyph.width) *
        size *
        font.unitX;
      const from = along;
      along += advance + (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      if (font.vertical)
        this.#words.add(
          glyph.unicode,
          state,
          full,
          this.#x,
          this.#y - from,
          this.#x,
          this.#y - from - advance,
          tracking,
        );
      else
        this.#words.add(
          glyph.unicode,
          state,
          full,
          this.#x + from * across,
          this.#y + state.rise,
          this.#x + (from + advance) * across,
          this.#y + state.rise,
          tracking,
        );
    }
    if (font.vertical) this.#y -= along;
    else this.#x += along * across;
  }

  /** A string of a single letter is spaced as the one before it in the same type. */
  #trackingOf(glyphs: readonly (Glyph | number | null)[], font: PdfFont, size: number): number {
    const spacing = this.#state.charSpacing;
    const last = this.#tracking;
    const measured = letterSpacing(glyphs, font, size, spacing);
    if (measured === null)
      return last.font === font && last.size === size ? last.distance : Math.max(0, spacing);
    this.#tracking = { font, size, distance: measured };
    return measured;
  }
}

/** Every side of a path of straight lines runs across or up. */
function isUpright(path: Float32Array): boolean {
  for (let at = 3; at + 2 < path.length && path[at] === 1; at += 3)
    if (path[at + 1] !== path[at - 2] && path[at + 2] !== path[at - 1]) return false;
  return path[0] === 0 && path[3] === 1 && path[6] === 1 && path[9] === 1;
}

const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

function matrix(values: ArrayLike<unknown> | null | undefined): Matrix {
  if (values === null || values === undefined || values.length < 6) return [1, 0, 0, 1, 0, 0];
  return [
    number(values[0]),
    number(values[1]),
    number(values[2]),
    number(values[3]),
    number(values[4]),
    number(values[5]),
  ];
}

/** pdf.js gives a colour as `#rrggbb`. */
function colour(args: readonly unknown[]): number | null {
  const value = args[0];
  if (typeof value === 'string' && value.startsWith('#'))
    return Number.parseInt(value.slice(1), 16);
  return null;
}
