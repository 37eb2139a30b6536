/** A piece of a document's text: a half-open range of UTF-16 offsets and the text in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0xfeff;

/** The range without the white space at its ends; may be empty. */
export function spanOf(text: string, start: number, end: number): Span {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: Math.max(from, to), text: text.slice(from, to) };
}

/** Part of a span by offsets relative to its text, trimmed. */
export function subSpan(span: Span, from: number, to: number): Span {
  const inner = spanOf(span.text, from, to);
  return { start: span.start + inner.start, end: span.start + inner.end, text: inner.text };
}

/** The pieces between the matches of a global pattern; empty pieces are left out. */
export function splitSpan(span: Span, separator: RegExp): readonly Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const match of span.text.matchAll(separator)) {
    pieces.push(subSpan(span, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(subSpan(span, from, span.text.length));
  return pieces.filter((piece) => piece.text !== '');
}

/** Strips the characters of `edge` (and white space) from both ends. */
export function trimSpan(span: Span, edge: string): Span {
  let from = 0;
  let to = span.text.length;
  const loose = (index: number): boolean =>
    isSpace(span.text.charCodeAt(index)) || edge.includes(span.text.charAt(index));
  while (from < to && loose(from)) from++;
  while (to > from && loose(to - 1)) to--;
  return { start: span.start + from, end: span.start + to, text: span.text.slice(from, to) };
}

/** The smallest span covering both; `text` is the document's text. */
export function joinSpans(text: string, first: Span, last: Span): Span {
  return spanOf(text, Math.min(first.start, last.start), Math.max(first.end, last.end));
}
