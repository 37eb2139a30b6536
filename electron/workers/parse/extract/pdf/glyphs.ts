import type { PdfFont } from './pdf-session';

/** A character as pdf.js hands it over; `width` in glyph units. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[] | null;
  /** The code in the file is 32, to which word spacing applies; in a subset font it may be any letter. */
  readonly isSpace: boolean;
}

/** For text set before any font, or in one that pdf.js could not load. */
export const DEFAULT_FONT: PdfFont = {
  name: '',
  bold: false,
  vertical: false,
  ascent: 0.8,
  descent: -0.2,
  unitX: 0.001,
  unitY: 0.001,
};

/**
 * How far apart letters stand by design (`N A M E` set with letter spacing): that distance is not a space between words.
 * Measured between the letters of one string, where most of the gaps must be wide: kerning makes some smaller, a word set
 * glyph by glyph has none. Null where the string is too short to tell.
 */
export function letterSpacing(
  glyphs: readonly (Glyph | number | null)[],
  font: PdfFont,
  size: number,
  charSpacing: number,
): number | null {
  const least = 0.08 * size;
  let gaps = 0;
  let wide = 0;
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let shift = 0;
  let previous = false;
  for (const item of glyphs) {
    if (item === null) continue;
    if (typeof item === 'number') {
      shift -= (item * size) / 1000;
      continue;
    }
    if (isBlank(item.unicode)) {
      previous = false;
      shift = 0;
      continue;
    }
    if (previous) {
      const gap = shift + charSpacing;
      gaps += 1;
      if (gap > least) {
        wide += 1;
        sum += gap;
        smallest = Math.min(smallest, gap);
      } else if (gaps > 8 && wide === 0) return Math.max(0, charSpacing);
    }
    previous = true;
    shift = 0;
  }
  if (gaps === 0) return null;
  if (font.vertical || wide * 4 < gaps * 3) return Math.max(0, charSpacing);
  // Without spaces of its own a string may hold wide gaps between its words: those are not its letters' distance.
  return Math.min(sum / wide, 1.6 * smallest);
}

export function isBlank(text: string): boolean {
  return text === ' ' || text === '\u00a0' || text === '' || text === '\t' || /^\s+$/.test(text);
}

export const isUnmapped = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd;
};

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A word drawn as a string stands in the order seen, left to right; right-to-left letters are turned round. */
export function visualToLogical(text: string): string {
  if (!RTL.test(text)) return text;
  const reversed = [...text].reverse().join('');
  // Numbers and Latin letters inside keep their own direction.
  return reversed.replace(/[0-9A-Za-z.,:/+-]{2,}/g, (run) => [...run].reverse().join(''));
}
