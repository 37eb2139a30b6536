import type { HiddenKind } from '../clean-text';
import type { Word } from '../layout/word';
import type { Backdrops } from './backdrops';
import { DEFAULT_FONT, isBlank, isUnmapped, visualToLogical } from './glyphs';
import { apply, type Matrix } from './matrix';
import type { PdfFont } from './pdf-session';

export interface PageWords {
  readonly words: readonly Word[];
  /** Letters drawn with invisible ink (what a scanner's text layer uses). */
  readonly invisibleLetters: number;
  /** Glyphs for which the file names no character. */
  readonly unmappedGlyphs: number;
  readonly glyphs: number;
}

/** What a glyph is drawn with. */
export interface Ink {
  font: PdfFont | null;
  fontSize: number;
  /** The text rendering mode of the PDF: 3 draws nothing. */
  mode: number;
  /** Null: a pattern, of which no one colour can be told. */
  fill: number | null;
  alpha: number;
}

/** Text smaller than this many points cannot be read on paper. */
const TINY = 4;
const INVISIBLE_ALPHA = 0.04;

/** A wider gap between letters, in font sizes, is a space; more must be where the file draws its spaces itself. */
const GAP = 0.17;
const GAP_BESIDE_SPACES = 0.3;

/** Puts the glyphs of a page together to words and tells which of them a person would not see. */
export class WordBuilder {
  readonly #size: { readonly width: number; readonly height: number };
  readonly #backdrops: Backdrops;
  readonly #widestGap: number;
  readonly #words: Word[] = [];
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
  #gaps = 0;
  #gapSum = 0;
  #wordInk: Pick<Ink, 'mode' | 'fill' | 'alpha'> = { mode: 0, fill: 0, alpha: 1 };

  /**
   * `backdrops`: what has been painted on the page so far; the page's reader goes on painting on it. `writesSpaces`: the file
   * draws the spaces between words, so that a smaller gap without one lies inside a word.
   */
  constructor(
    size: { readonly width: number; readonly height: number },
    backdrops: Backdrops,
    writesSpaces: boolean,
  ) {
    this.#size = size;
    this.#widestGap = writesSpaces ? GAP_BESIDE_SPACES : GAP;
    this.#backdrops = backdrops;
  }

  /**
   * Adds a glyph, drawn from (x, y) to (endX, endY) in the text space that `full` takes to the page, to the word at hand,
   * or starts a new word where it stands apart. `tracking`: the space that the line sets between all its letters.
   */
  add(
    text: string,
    ink: Ink,
    full: Matrix,
    x: number,
    y: number,
    endX: number,
    endY: number,
    tracking: number,
  ): void {
    this.#glyphs += 1;
    if (isBlank(text)) {
      this.#endWord();
      return;
    }
    if (isUnmapped(text)) this.#unmapped += 1;
    const font = ink.font ?? DEFAULT_FONT;
    const [px, py] = apply(full, x, y);
    const [qx, qy] = apply(full, endX, endY);
    const size = ink.fontSize * (font.unitY / 0.001) * Math.hypot(full[2], full[3]);
    if (this.#text !== '') {
      const apart = gapAlong(px - this.#endX, py - this.#endY, qx - px, qy - py, size);
      const gap = apart - Math.max(tracking * Math.hypot(full[0], full[1]), this.#ownTracking());
      const sameStyle =
        font === this.#wordFont &&
        Math.abs(size - this.#wordSize) < 0.1 &&
        ink.mode === this.#wordInk.mode &&
        ink.fill === this.#wordInk.fill &&
        ink.alpha === this.#wordInk.alpha;
      const limit = this.#widestGap * Math.max(size, 1);
      const drop = Math.abs(py - this.#endY);
      if (gap > limit || !sameStyle || (full[1] === 0 && drop > 0.3 * size)) this.#endWord();
      else {
        this.#gaps += 1;
        this.#gapSum += apart;
      }
    }
    if (this.#text === '') {
      this.#gaps = this.#gapSum = 0;
      this.#startX = px;
      this.#startY = py;
      this.#wordFont = font;
      this.#wordMatrix = full;
      this.#wordSize = size;
      this.#wordInk = { mode: ink.mode, fill: ink.fill, alpha: ink.alpha };
    }
    this.#text += text;
    this.#endX = qx;
    this.#endY = qy;
  }

  /** The words of the page, the last one included. */
  finish(): PageWords {
    this.#endWord();
    return {
      words: this.#backdrops.hasCovers ? this.#words.map(this.#uncovered) : this.#words,
      invisibleLetters: this.#invisibleLetters,
      unmappedGlyphs: this.#unmapped,
      glyphs: this.#glyphs,
    };
  }

  /** How many words are on the page so far, the one at hand included. */
  get drawn(): number {
    return this.#words.length + (this.#text === '' ? 0 : 1);
  }

  /** A word that was painted over later is hidden. */
  #uncovered = (word: Word, index: number): Word =>
    word.hidden === null && this.#backdrops.covers(word, index)
      ? { ...word, hidden: 'invisible-ink' }
      : word;

  /** The distance at which the letters of the word at hand stand so far, where that is by design. */
  #ownTracking(): number {
    if (this.#gaps < 2) return 0;
    const mean = this.#gapSum / this.#gaps;
    return mean > 0.08 * this.#wordSize ? mean : 0;
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
      tracking: this.#gaps > 0 ? Math.max(0, this.#gapSum / this.#gaps) : 0,
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
    if (midX < 0 || midY < 0 || midX > this.#size.width || midY > this.#size.height)
      return 'off-page';
    if (size < TINY) return 'tiny';
    if (ink.fill === null || (ink.mode & 3) === 1) return null;
    return this.#backdrops.swallow(ink.fill, midX, midY) ? 'invisible-ink' : null;
  }
}

/**
 * How far a glyph begins behind the end of the one before, along the direction of writing. A step back of more than kerning
 * takes is a distance like any other.
 */
function gapAlong(dx: number, dy: number, ax: number, ay: number, size: number): number {
  const distance = Math.hypot(dx, dy);
  const back = dx * ax + dy * ay < 0;
  return back && distance < 0.45 * size ? -distance : distance;
}

function writingAngle(m: Matrix, x0: number, y0: number, x1: number, y1: number): number {
  if (Math.abs(m[1]) < 1e-3 * Math.abs(m[0]) || m[1] === 0)
    return m[0] < 0 && x1 < x0 && m[3] > 0 ? 180 : 0;
  return Math.round((Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI);
}

const clamp = (value: number, low: number, high: number, otherwise: number): number =>
  Number.isFinite(value) && value !== 0 ? Math.min(high, Math.max(low, value)) : otherwise;
