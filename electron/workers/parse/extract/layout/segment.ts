import type { Word } from './word';

/** A run of words with ordinary spaces between them: what columns are made of. */
export interface Segment {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
}

export function makeSegment(words: readonly Word[]): Segment {
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  let size = 0;
  let letters = 0;
  let bold = 0;
  for (const word of words) {
    x0 = Math.min(x0, word.x);
    x1 = Math.max(x1, word.x + word.width);
    y0 = Math.min(y0, word.y);
    y1 = Math.max(y1, word.y + word.height);
    size = Math.max(size, word.fontSize);
    letters += word.text.length;
    if (word.bold) bold += word.text.length;
  }
  const baseline = words[0]?.baseline ?? y1;
  return { words, x0, x1, y0, y1, baseline, size, bold: bold * 2 > letters };
}

export const textOf = (item: Segment): string => item.words.map((word) => word.text).join(' ');

const DATE =
  /\b(?:19[4-9]|20[0-4])\d\b|\b\d{1,2}[./]\d{2,4}\b|\p{L}[-'’]\d\d\b|(?:19|20)\d\d\s*年/u;

/** A short run of words with a year in it: dates of a job, not a sentence that names a year. */
export const looksLikeDate = (text: string): boolean => text.length < 40 && DATE.test(text);

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
