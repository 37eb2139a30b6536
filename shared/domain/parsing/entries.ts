import type { CvLine } from './cv-lines';
import { absolute, type DateRange, findDates } from './dates';
import { readLabel } from './entry-labels';
import { labelledEntries } from './labelled-entries';
import type { HeadLine, RawEntry } from './raw-entry';
import type { Section } from './sections';
import { type Span, spanOf, trimSpan } from './spans';
import { splitRange } from './split-ranges';
import { degreeScore, isProse, schoolScore, titleScore } from './word-scores';

interface Row {
  readonly line: CvLine;
  kind: 'anchor' | 'head' | 'body';
  dates: DateRange | null;
  /** Ranges of the text taken by dates, cut out of the head. */
  cuts: readonly Span[];
}

type Purpose = 'experience' | 'education';

const MAX_HEAD_BEFORE = 3;
const MAX_HEAD_AFTER = 3;
const MAX_ENTRIES = 80;

/** Groups a section's lines into entries around the dates that stand in or beside their heads. */
export function readEntries(text: string, section: Section, purpose: Purpose): readonly RawEntry[] {
  const forms = labelledEntries(text, section.lines);
  if (forms.length > 0) return forms;
  const lines = section.lines.filter((line) => !isEmptyLabel(line) && !isPageFurniture(line));
  const rows = rowsOf(text, lines, purpose);
  const anchors = rows.flatMap((row, index) => (row.kind === 'anchor' ? [index] : []));
  if (anchors.length === 0) return undatedEntries(text, rows, purpose);
  const before = headRowsBefore(rows, anchors[0] ?? 0, MAX_HEAD_BEFORE);
  const starts = anchors.map((anchor) => anchor - headRowsBefore(rows, anchor, before));
  return anchors.slice(0, MAX_ENTRIES).map((anchor, index) => {
    const start = starts[index] ?? anchor;
    const end = starts[index + 1] ?? rows.length;
    return entryFrom(text, rows.slice(start, end), anchor - start);
  });
}

/** Page numbers and bare addresses that a page break put between the lines of an entry. */
const isPageFurniture = (line: CvLine): boolean =>
  /^(?:page|seite|página|pagina|strona)\s*\d+(?:\s*(?:of|\/|von|de|di|van|z)\s*\d+)?$|^\d{1,2}\s*\/\s*\d{1,2}$|^https?:\/\/\S+$/i.test(
    line.text,
  );

/** "Employer:" with nothing behind it, in a form that was not filled in. */
function isEmptyLabel(line: CvLine): boolean {
  const label = readLabel(line);
  return label !== null && label.marked && label.value.text === '';
}

function rowsOf(text: string, lines: readonly CvLine[], purpose: Purpose): readonly Row[] {
  const rows: Row[] = lines.map((line) => ({ line, kind: 'head', dates: null, cuts: [] }));
  const anyRange = lines.some(
    (line) => !line.bullet && findDates(line.text).some((date) => date.range),
  );
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  let pending: readonly Span[] = [];
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    const here = pending.filter((cut) => cut.start >= row.line.start && cut.start <= row.line.end);
    if (here.length > 0) {
      // The rest of a range that began on a line before stands here.
      row.cuts = here;
      const rest = row.line.text.slice((here[0]?.end ?? row.line.start) - row.line.start).trim();
      if (/^\p{Ll} /u.test(rest) || isProse(rest) || previous?.kind === 'body') row.kind = 'body';
      return;
    }
    const split = splitRange(text, row.line, rows[index + 1]?.line, rows[index + 2]?.line);
    if (split !== null) {
      row.kind = 'anchor';
      row.dates = split.dates;
      row.cuts = split.cuts;
      pending = split.cuts;
      return;
    }
    const anchor = anchorDates(row.line, { anyRange, purpose });
    if (anchor !== null) {
      row.kind = 'anchor';
      row.dates = anchor.dates;
      row.cuts = anchor.cuts;
    } else if (isBody(row.line, previous, longest)) row.kind = 'body';
  });
  return settleByIndent(rows);
}

/** Lines that stand where the section's sentences stand, and none of its heads, belong to the text: bullets lost on the way. */
function settleByIndent(rows: readonly Row[]): readonly Row[] {
  const text = new Map<number, number>();
  const heads = new Set<number>();
  rows.forEach((row, index) => {
    const indent = Math.round(row.line.indent / 2);
    if (row.kind === 'body') text.set(indent, (text.get(indent) ?? 0) + 1);
    else if (
      row.kind === 'anchor' ||
      rows[index + 1]?.kind === 'anchor' ||
      rows[index - 1]?.kind === 'anchor'
    )
      heads.add(indent);
  });
  for (const row of rows) {
    const indent = Math.round(row.line.indent / 2);
    if (row.kind === 'head' && !heads.has(indent) && (text.get(indent) ?? 0) >= 2)
      row.kind = 'body';
  }
  return rows;
}

function isBody(line: CvLine, previous: Row | undefined, longest: number): boolean {
  if (line.bullet) return true;
  if (isProse(line.text)) return true;
  if (previous?.kind !== 'body' || line.gapBefore || line.bold) return false;
  if (/^[\p{Ll}(&]/u.test(line.text)) return true;
  // The wrapped end of a bullet: the line before was full and did not end its sentence.
  const full = previous.line.text.length >= longest * 0.72 && previous.line.text.length > 40;
  const hanging = line.indent > previous.line.indent + 3;
  return (full || hanging) && !/[.:;。]$/.test(previous.line.text) && titleScore(line.text) < 2.5;
}

/** The dates that make a line the anchor of an entry: set apart from the words, not told in a sentence. */
function anchorDates(
  line: CvLine,
  rule: { readonly anyRange: boolean; readonly purpose: Purpose },
): { readonly dates: DateRange; readonly cuts: readonly Span[] } | null {
  const found = findDates(line.text);
  if (found.length === 0) return null;
  const ranges = found.filter((date) => date.range);
  const chosen = ranges[0] ?? found.at(-1);
  if (chosen === undefined) return null;
  const rest = `${line.text.slice(0, chosen.start)} ${line.text.slice(chosen.end)}`.trim();
  const alone = !/[\p{L}\p{N}]/u.test(rest);
  const atEdge = chosen.start <= 4 || line.text.length - chosen.end <= 4;
  const bracketed =
    /[(\[|]\s*$/.test(line.text.slice(0, chosen.start)) &&
    /^\s*[)\]|]/.test(line.text.slice(chosen.end));
  if (!chosen.range) {
    const single = rule.purpose === 'education' || !rule.anyRange;
    if (!single || (!atEdge && !bracketed && !inOwnSegment(line, chosen))) return null;
    if (line.bullet && rule.purpose === 'experience') return null;
  }
  if (!alone && !atEdge && !bracketed && !inOwnSegment(line, chosen) && isProse(rest)) return null;
  if (isProse(rest) && !(chosen.start <= 4) && rest.length > 60 && line.segments.length === 1)
    return null;
  if (line.bullet && isProse(rest) && line.segments.length === 1) return null;
  const cut = bracketSpan(line, chosen);
  return { dates: absolute(chosen, line.start), cuts: [cut] };
}

function inOwnSegment(line: CvLine, date: DateRange): boolean {
  const start = line.start + date.start;
  const end = line.start + date.end;
  return (
    line.segments.length > 1 &&
    line.segments.some((one) => Math.abs(one.start - start) <= 3 && Math.abs(one.end - end) <= 3)
  );
}

/** "(2 years 8 months)" behind a range. */
const DURATION =
  /^\s*[(·•|,-]?\s*\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|ans?|mois|jahre?|monate?|años?|meses|mes|anos?|anni|anno|mesi|jaar|maanden|lata?|lat)\b\.?(?:\s*(?:and|und|et|y|e|,)?\s*\d{1,2}\s*(?:months?|mos?|mois|monate?|meses|mes|mesi|maanden|mies\p{L}*)\b\.?)?\s*\)?/iu;

/** The date with the brackets and marks around it, so that they do not stay behind in the head. */
function bracketSpan(line: CvLine, date: DateRange): Span {
  let from = date.start;
  let to = date.end;
  while (from > 0 && /[\s([|,:;–—-]/.test(line.text.charAt(from - 1))) from--;
  while (to < line.text.length && /[\s)\]|,:;.]/.test(line.text.charAt(to))) to++;
  const duration = DURATION.exec(line.text.slice(to, to + 60));
  if (duration !== null) to += duration[0].length;
  return { start: line.start + from, end: line.start + to, text: line.text.slice(from, to) };
}

function headRowsBefore(rows: readonly Row[], anchor: number, most: number): number {
  let count = 0;
  while (count < most) {
    const row = rows[anchor - count - 1];
    if (row?.kind !== 'head' || row.cuts.length > 0) break;
    count++;
  }
  return count;
}

function entryFrom(text: string, rows: readonly Row[], anchor: number): RawEntry {
  const head: HeadLine[] = [];
  const body: CvLine[] = [];
  let after = 0;
  let anchored = 0;
  rows.forEach((row, index) => {
    const inHead =
      index <= anchor || (body.length === 0 && row.kind !== 'body' && after < MAX_HEAD_AFTER);
    if (!inHead) {
      body.push(row.line);
      return;
    }
    if (index > anchor && row.cuts.length === 0) after++;
    const segments = withoutCuts(text, row.line, row.cuts);
    if (segments.length > 0) head.push({ line: row.line, segments });
    if (index === anchor) anchored = head.length;
  });
  const first = rows[0]?.line;
  const last = rows.at(-1)?.line;
  return {
    dates: rows[anchor]?.dates ?? null,
    head,
    anchored,
    labelled: new Map(),
    body,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

function withoutCuts(text: string, line: CvLine, cuts: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const segment of line.segments) {
    let from = segment.start;
    for (const cut of cuts) {
      if (cut.end <= from || cut.start >= segment.end) continue;
      pieces.push(spanOf(text, from, Math.max(from, cut.start)));
      from = Math.min(segment.end, cut.end);
    }
    pieces.push(spanOf(text, from, segment.end));
  }
  return pieces
    .map((piece) => trimSpan(piece, '|•·,;:–—-()[]'))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
    .map((piece) => closeBrackets(text, piece));
}

/** Trimming took the bracket off "Berlin (DE)": give it back where it was opened inside. */
function closeBrackets(text: string, span: Span): Span {
  const opened = span.text.lastIndexOf('(') > span.text.lastIndexOf(')');
  return opened && text.charAt(span.end) === ')' ? spanOf(text, span.start, span.end + 1) : span;
}

/** A section without dates: each run of head lines that reads like a job or a degree begins an entry. */
function undatedEntries(text: string, rows: readonly Row[], purpose: Purpose): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  let index = 0;
  while (index < rows.length && entries.length < MAX_ENTRIES) {
    let end = index;
    while (end < rows.length && rows[end]?.kind === 'head' && end - index < MAX_HEAD_BEFORE) end++;
    const head = rows.slice(index, end);
    const telling = head.some(({ line }) =>
      purpose === 'experience'
        ? titleScore(line.text) >= 2.5
        : degreeScore(line.text) >= 2 || schoolScore(line.text) >= 3,
    );
    let close = end;
    while (close < rows.length && rows[close]?.kind === 'body') close++;
    if (telling && head.length > 0)
      entries.push(entryFrom(text, rows.slice(index, close), head.length - 1));
    index = Math.max(close, index + 1);
  }
  return entries;
}
