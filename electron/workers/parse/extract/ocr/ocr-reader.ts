import type { Word } from '../layout/word';

/** What OCR read in one picture: words with boxes in points, and how sure it is of them on the whole, 0..1. */
export interface OcrPage {
  readonly words: readonly Word[];
  readonly confidence: number;
}

export interface OcrReader {
  /**
   * Reads one PNG or JPEG. `pointsPerPixel` turns its pixels into points (72/200 for a page drawn at 200 dpi).
   * Throws `ReadFailure` with OCR_LANGUAGE_MISSING when the language data are not there.
   */
  readonly read: (image: Uint8Array, pointsPerPixel: number) => Promise<OcrPage>;
}
