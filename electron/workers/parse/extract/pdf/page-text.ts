import type { HiddenKind } from '../clean-text';
import type { Word } from '../layout/word';
import { Backdrops } from './backdrops';
import {
  DEFAULT_FONT,
  type Glyph,
  isBlank,
  isUnmapped,
  letterSpacing,
  visualToLogical,
} from './glyphs';
import { apply, type Matrix, multiply, pageSize, viewMatrix } from './matrix';
import type { OperatorList, PdfFont, PdfPageInfo } from './pdf-session';

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** Letters drawn with invisible ink (what a scanner's text layer uses). */
  readonly invisibleLetters: number;
  /** Glyphs for which the file names no character. */
  readonly unmappedGlyphs: number;
  readonly glyphs: number;
}

const OPS = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
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

/** Text smaller than this many points cannot be read on paper. */
const TINY = 4;
const INVISIBLE_ALPHA = 0.04;

interface State {
  ctm: Matrix;
  font: PdfFont | null;
  fontSize: number;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Null: a pattern, of which no one colour can be told. */
  fill: number | null;
  alpha: number;
  lineWidth: number;
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
  return new PageReader(page, fonts).read(operators);
}

class PageReader {
  readonly #width: number;
  readonly #height: number;
  readonly #base: Matrix;
  readonly #fonts: ReadonlyMap<string, PdfFont>;
  readonly #words: Word[] = [];
  readonly #backdrops = new Backdrops();
  readonly #stack: State[] = [];
  #state: State;
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #invisibleLetters = 0;
  #unmapped = 0;
  #glyphs = 0;
  // The word being put together.
  #text = '';
  #startX = 0;
  #startY = 0;
  #endX = 0;
  #endY = 0;
  #wordFont: PdfFont = DEFAULT_FONT;
  #wordMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #wordSize = 0;
  #wordInk: { readonly mode: number; readonly fill: number | null; readonly alpha: number } = {
    mode: 0,
    fill: 0,
    alpha: 1,
  };

  constructor(page: PdfPageInfo, fonts: ReadonlyMap<string, PdfFont>) {
    const { width, height } = pageSize(page);
    this.#width = width;
    this.#height = height;
    this.#base = viewMatrix(page);
    this.#fonts = fonts;
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
    };
  }

  read(operators: OperatorList): PageText {
    for (let index = 0; index < operators.fns.length; index += 1)
      this.#apply(operators.fns[index] ?? 0, operators.args[index] ?? []);
    this.#endWord();
    return {
      width: this.#width,
      height: this.#height,
      words: this.#words,
      invisibleLetters: this.#invisibleLetters,
      unmappedGlyphs: this.#unmapped,
      glyphs: this.#glyphs,
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
        this.#fillPath(number(args[0]), args[2] as ArrayLike<number> | null);
        return;
      case OPS.shadingFill:
        this.#backdrops.paintAll();
        return;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.#backdrops.paint(this.#state.ctm, [0, 0, 1, 1], null);
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

  #fillPath(fn: number, bounds: ArrayLike<number> | null): void {
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
    );
  }

  #show(glyphs: readonly (Glyph | number | null)[]): void {
    const state = this.#state;
    const font = state.font ?? DEFAULT_FONT;
    const size = state.fontSize;
    const across = state.scale * state.fontDirection;
    const tracking = letterSpacing(glyphs, font, size, state.charSpacing);
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
        this.#place(glyph, this.#x, this.#y - from, this.#x, this.#y - from - advance, tracking);
      else
        this.#place(
          glyph,
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

  /** Adds a glyph to the word at hand, or starts a new word where it stands apart. */
  #place(glyph: Glyph, x: number, y: number, endX: number, endY: number, tracking: number): void {
    const text = glyph.unicode;
    this.#glyphs += 1;
    if (isBlank(text)) {
      this.#endWord();
      return;
    }
    if (isUnmapped(text)) this.#unmapped += 1;
    const state = this.#state;
    const font = state.font ?? DEFAULT_FONT;
    const full = multiply(state.ctm, this.#textMatrix);
    const [px, py] = apply(full, x, y);
    const [qx, qy] = apply(full, endX, endY);
    const size = state.fontSize * (font.unitY / 0.001) * Math.hypot(full[2], full[3]);
    if (this.#text !== '') {
      const gap =
        Math.hypot(px - this.#endX, py - this.#endY) - tracking * Math.hypot(full[0], full[1]);
      const sameStyle =
        font === this.#wordFont &&
        Math.abs(size - this.#wordSize) < 0.1 &&
        state.mode === this.#wordInk.mode &&
        state.fill === this.#wordInk.fill &&
        state.alpha === this.#wordInk.alpha;
      const limit = 0.17 * Math.max(size, 1);
      const drop = Math.abs(py - this.#endY);
      if (gap > limit || !sameStyle || (full[1] === 0 && drop > 0.3 * size)) this.#endWord();
    }
    if (this.#text === '') {
      this.#startX = px;
      this.#startY = py;
      this.#wordFont = font;
      this.#wordMatrix = full;
      this.#wordSize = size;
      this.#wordInk = { mode: state.mode, fill: state.fill, alpha: state.alpha };
    }
    this.#text += text;
    this.#endX = qx;
    this.#endY = qy;
  }

  #endWord(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    const size = Math.max(this.#wordSize, 0.01);
    const angle = writingAngle(
      this.#wordMatrix,
      this.#startX,
      this.#startY,
      this.#endX,
      this.#endY,
    );
    const ascent = clamp(this.#wordFont.ascent, 0.6, 1, 0.85) * size;
    const descent = clamp(-this.#wordFont.descent, 0.1, 0.4, 0.22) * size;
    const box =
      angle === 0 || angle === 180
        ? {
            x: Math.min(this.#startX, this.#endX),
            y: this.#startY - ascent,
            width: Math.abs(this.#endX - this.#startX),
            height: ascent + descent,
          }
        : {
            x: Math.min(this.#startX, this.#endX) - (this.#startX === this.#endX ? ascent : 0),
            y: Math.min(this.#startY, this.#endY),
            width: Math.max(Math.abs(this.#endX - this.#startX), ascent + descent),
            height: Math.max(Math.abs(this.#endY - this.#startY), size),
          };
    // Right-to-left letters drawn one by one towards the left arrive in reading order; drawn as a string, in the order seen.
    const reversed = angle === 0 && this.#endX < this.#startX;
    const hidden = this.#hiddenKind(box, size);
    if (hidden === 'invisible-ink' && (this.#wordInk.mode & 3) === 3)
      this.#invisibleLetters += text.length;
    this.#words.push({
      text: reversed ? text : visualToLogical(text),
      ...box,
      baseline: this.#startY,
      fontSize: size,
      bold: this.#wordFont.bold || this.#wordInk.mode === 2,
      angle,
      hidden,
    });
  }

  #hiddenKind(
    box: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    },
    size: number,
  ): HiddenKind | null {
    const ink = this.#wordInk;
    if ((ink.mode & 3) === 3 || ink.alpha <= INVISIBLE_ALPHA) return 'invisible-ink';
    const midX = box.x + box.width / 2;
    const midY = box.y + box.height / 2;
    if (midX < 0 || midY < 0 || midX > this.#width || midY > this.#height) return 'off-page';
    if (size < TINY) return 'tiny';
    if (ink.fill === null || (ink.mode & 3) === 1) return null;
    return this.#backdrops.swallow(ink.fill, midX, midY) ? 'invisible-ink' : null;
  }
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

function writingAngle(m: Matrix, x0: number, y0: number, x1: number, y1: number): number {
  if (Math.abs(m[1]) < 1e-3 * Math.abs(m[0]) || m[1] === 0)
    return m[0] < 0 && x1 < x0 && m[3] > 0 ? 180 : 0;
  return Math.round((Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI);
}

const clamp = (value: number, low: number, high: number, otherwise: number): number =>
  Number.isFinite(value) && value !== 0 ? Math.min(high, Math.max(low, value)) : otherwise;
