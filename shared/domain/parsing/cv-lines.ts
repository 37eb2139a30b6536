import { fold } from '@/shared/kit/text';
import { isDateWords } from './date-tokens';
import type { ExtractedDocument, Line } from './extracted-document';
import { type Span, spanOf, subSpan } from './spans';

/** A line as the field readers see it: without its bullet, cut at its wide gaps, with what its looks tell. */
export interface CvLine extends Span {
  /** Folded text (no accents, lower case), for looking words up; its offsets are not the text's. */
  readonly folded: string;
  /** Only letters and digits of `folded`: letter-spaced headings compare equal to plain ones. */
  readonly key: string;
  readonly bullet: boolean;
  /** Left edge: points where the format has geometry, else columns of text. */
  readonly indent: number;
  /** Right edge in points where the format has geometry. */
  readonly right: number | null;
  /** Top edge in points where the format has geometry. */
  readonly top: number | null;
  /** The line is set off from the one before by an empty line or a wide gap. */
  readonly gapBefore: boolean;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly upper: boolean;
  readonly page: number;
  readonly role: Line['role'];
  /** The pieces between wide gaps (tabs, columns, table cells on one line); at least one. */
  readonly segments: readonly Span[];
}

/** More than any CV holds; a file beyond it is read up to here, which keeps the parser's time bounded. */
export const MAX_LINES = 6000;
const MAX_LINE_LENGTH = 2000;

const BULLETS = new Set('•●◦○▪■□▫‣⁃∙·*➢➤►▶✓✔✦❖◆◇→»–—-−§�o\u2219\uf0b7\uf0a7\uf0d8\uf076\uf0fc');
const LETTERS_AND_DIGITS = /[^\p{L}\p{N}]+/gu;

/** The lines of the document that hold text, in reading order, at most `MAX_LINES`. */
export function readLines(document: ExtractedDocument): readonly CvLine[] {
  const lines: CvLine[] = [];
  const glyph = bulletLetter(document);
  const edges = columnEdges(document.lines);
  let emptyBefore = true;
  let previous: Line | null = null;
  for (const line of document.lines) {
    if (lines.length >= MAX_LINES) break;
    const end = Math.min(line.end, line.start + MAX_LINE_LENGTH);
    const raw = spanOf(document.text, line.start, end);
    if (raw.text === '') {
      emptyBefore = true;
      continue;
    }
    const gapBefore = emptyBefore || isWideGap(previous, line);
    const indent = line.box?.x ?? raw.start - line.start;
    lines.push(makeLine(document.text, line, raw, { gapBefore, indent, glyph, edges }));
    emptyBefore = false;
    previous = line;
  }
  return lines;
}

/** The rest of a line from an offset on, as a line of its own: the content beside a heading in the margin. */
export function lineFrom(text: string, line: CvLine, start: number): CvLine {
  const span = spanOf(text, start, line.end);
  return {
    ...line,
    ...span,
    ...foldedForms(span.text),
    bullet: false,
    segments: line.segments
      .filter((segment) => segment.end > span.start)
      .map((segment) =>
        segment.start < span.start ? spanOf(text, span.start, segment.end) : segment,
      ),
  };
}

function makeLine(
  text: string,
  line: Line,
  raw: Span,
  look: {
    readonly gapBefore: boolean;
    readonly indent: number;
    readonly glyph: string | null;
    readonly edges: readonly number[];
  },
): CvLine {
  const body = withoutBullet(raw, look.glyph);
  const bullet = body.start > raw.start || line.role === 'list';
  const { folded, key } = foldedForms(body.text);
  // Field by field: spreading makes a slow object of what all readers read most.
  return {
    start: body.start,
    end: body.end,
    text: body.text,
    folded,
    key,
    bullet,
    indent: look.indent,
    right: line.box === null ? null : line.box.x + line.box.width,
    top: line.box?.y ?? null,
    gapBefore: look.gapBefore,
    fontSize: line.fontSize,
    bold: line.bold,
    upper: isUpper(body.text),
    page: line.page,
    role: line.role,
    segments: segmentsOf(text, line, body, look.edges),
  };
}

function foldedForms(text: string): { readonly folded: string; readonly key: string } {
  const folded = fold(text);
  return { folded, key: folded.replace(LETTERS_AND_DIGITS, '') };
}

/** Symbol fonts give their bullet as a letter: the same small letter alone before several capitals is one. */
function bulletLetter(document: ExtractedDocument): string | null {
  const counts = new Map<string, number>();
  for (const line of document.lines.slice(0, MAX_LINES)) {
    const match = /^\s*([b-df-hj-npq-tvx]) \p{Lu}/u.exec(
      document.text.slice(line.start, Math.min(line.end, line.start + 12)),
    );
    if (match?.[1] !== undefined) counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  }
  for (const [letter, count] of counts) if (count >= 3) return letter;
  return null;
}

function withoutBullet(raw: Span, glyph: string | null): Span {
  const first = raw.text.charAt(0);
  if (first === glyph && raw.text.charAt(1) === ' ') return subSpan(raw, 1, raw.text.length);
  if (!BULLETS.has(first) || raw.text.length < 2) return raw;
  const next = raw.text.charAt(1);
  const spaced = /\s/.test(next);
  // A dash or an "o" is a bullet only with a space behind it; glyph bullets may touch the word.
  if (!spaced && /[-–—−o*·§]/.test(first)) return raw;
  const rest = subSpan(raw, 1, raw.text.length);
  return rest.text === '' ? raw : rest;
}

function isUpper(text: string): boolean {
  if (/[a-z]/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]+/gu, '');
  return (
    letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

function isWideGap(previous: Line | null, line: Line): boolean {
  if (previous?.box == null || line.box === null) return false;
  if (previous.page !== line.page) return true;
  const gap = line.box.y - (previous.box.y + previous.box.height);
  return (
    gap > Math.max(previous.box.height, line.box.height) * 0.9 || gap < -previous.box.height * 2
  );
}

/** Left edges at which many lines of the document begin. */
function columnEdges(lines: readonly Line[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.box === null) continue;
    const x = Math.round(line.box.x);
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= 5).map(([x]) => x);
}

/**
 * A narrow column of dates set so close to the text that the gap is no wider than between words: the words beside it begin
 * where the lines of the text begin.
 */
function dateColumn(
  text: string,
  line: Line,
  edges: readonly number[],
): { readonly from: number; readonly to: number } | null {
  if (line.box === null || line.pieces.length < 2) return null;
  for (let index = 1; index < Math.min(line.pieces.length, 6); index++) {
    const before = line.pieces[index - 1];
    const after = line.pieces[index];
    if (before === undefined || after === undefined) return null;
    const gap = after.box.x - (before.box.x + before.box.width);
    const atEdge = edges.some(
      (edge) => Math.abs(edge - after.box.x) <= 1.5 && edge > (line.box?.x ?? 0) + 15,
    );
    if (!atEdge || gap < after.box.height * 0.3 || after.start < before.end) continue;
    if (isDateWords(text.slice(line.start, before.end)))
      return { from: before.end, to: after.start };
  }
  return null;
}

/** Cuts at tabs, at runs of three spaces and where the geometry shows a gap wider than letters and words leave. */
function segmentsOf(
  text: string,
  line: Line,
  body: Span,
  edges: readonly number[],
): readonly Span[] {
  const cuts: { readonly from: number; readonly to: number }[] = [];
  for (const match of body.text.matchAll(/\s*\t\s*|[ \u00a0]{3,40}/g)) {
    cuts.push({ from: body.start + match.index, to: body.start + match.index + match[0].length });
  }
  for (let index = 1; index < line.pieces.length; index++) {
    const before = line.pieces[index - 1];
    const after = line.pieces[index];
    if (before === undefined || after === undefined) continue;
    const gap = after.box.x - (before.box.x + before.box.width);
    if (gap > Math.max(before.box.height, after.box.height) * 1.6 && after.start >= before.end) {
      cuts.push({ from: before.end, to: after.start });
    }
  }
  const dates = dateColumn(text, line, edges);
  if (dates !== null) cuts.push(dates);
  cuts.sort((a, b) => a.from - b.from);
  const segments: Span[] = [];
  let from = body.start;
  for (const cut of cuts) {
    if (cut.from < from || cut.to > body.end) continue;
    segments.push(spanOf(text, from, cut.from));
    from = cut.to;
  }
  segments.push(spanOf(text, from, body.end));
  const filled = segments.filter((segment) => segment.text !== '');
  return filled.length > 0 ? filled : [body];
}
