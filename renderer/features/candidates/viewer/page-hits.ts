/** A search hit in a PDF: half-open range of the page's own text. */
export interface PageHit {
  /** Page number from 1. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** A place in the text layer: which text item, and which character of it. */
export interface ItemPlace {
  readonly item: number;
  readonly offset: number;
}

/** One piece of a page's text as pdf.js gives it. */
export interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
}

/**
 * The text of a page for finding hits in: its items one after the other, a space where a line ends, as a phrase may
 * run over it. `starts` holds where each item begins.
 */
export function pageText(items: readonly TextPiece[]): {
  readonly text: string;
  readonly starts: readonly number[];
} {
  const starts: number[] = [];
  let text = '';
  for (const item of items) {
    starts.push(text.length);
    text += item.str;
    if (item.hasEOL) text += ' ';
  }
  return { text, starts };
}

/** The item an offset of the page's text falls in; an offset in the space after an item is that item's end. */
export function placeOf(
  items: readonly TextPiece[],
  starts: readonly number[],
  offset: number,
): ItemPlace | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const item = low - 1;
  const length = items[item]?.str.length;
  if (length === undefined) return null;
  return { item, offset: Math.min(offset - (starts[item] ?? 0), length) };
}
