import { type CvLine, lineFrom } from './cv-lines';
import { absolute, type DateRange, findDates } from './dates';
import { type EntryLabel, isBodyLabel, type Labelled, readLabel } from './entry-labels';
import { type Span, spanOf, trimSpan } from './spans';
import { splitRange } from './split-ranges';
import { companyScore, degreeScore, isProse, schoolScore, titleScore } from './word-scores';

/** A line of a section with entries: one that holds an entry's dates, one that may belong to a head, or running text. */
export interface Row {
  readonly line: CvLine;
  kind: 'anchor' | 'head' | 'body';
  dates: DateRange | null;
  /** Ranges of the text taken by dates, cut out of the head. */
  cuts: readonly Span[];
  /** The label the line begins with: "Location: Cardiff" in a CV that is no form. */
  label: Labelled | null;
  /** Text that begins on the line of the dates, behind the head. */
  tail: CvLine | null;
}

export type Purpose = 'experience' | 'education';

/** The lines of a section, each told as one with dates, of a head, or of the text. */
export function readRows(text: string, all: readonly CvLine[], purpose: Purpose): readonly Row[] {
  const lines = all.filter((line) => !isEmptyLabel(line) && !isPageFurniture(line));
  const rows: Row[] = lines.map((line) => ({
    line,
    kind: 'head',
    dates: null,
    cuts: [],
    label: namedLabel(line),
    tail: null,
  }));
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
    const split = splitRange(text, row.line, lines.slice(index + 1, index + 4));
    if (split !== null) {
      row.kind = 'anchor';
      row.dates = split.dates;
      row.cuts = split.cuts;
      pending = split.cuts;
      return;
    }
    const anchor = goesOn(row.line, previous) ? null : anchorDates(row.line, { anyRange, purpose });
    if (anchor !== null) {
      row.kind = 'anchor';
      row.dates = anchor.dates;
      row.cuts = anchor.cuts;
      if (anchor.tail !== null) row.tail = lineFrom(text, row.line, anchor.tail);
    } else if (
      row.label === null ? isBody(row.line, previous, longest) : !OF_HEAD.has(row.label.label)
    )
      row.kind = 'body';
  });
  settleIndented(rows, purpose);
  return settleByIndent(rows);
}

/** The words of a row's line without the dates, piece by piece. */
export function wordsOf(text: string, row: Row): readonly Span[] {
  const pieces: Span[] = [];
  const segments = row.label === null ? row.line.segments : [row.label.value];
  for (const segment of segments) {
    let from = segment.start;
    for (const cut of row.cuts) {
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

/** Page numbers and bare addresses that a page break put between the lines of an entry. */
const isPageFurniture = (line: CvLine): boolean =>
  /^(?:page|seite|página|pagina|strona)\s*\d+(?:\s*(?:of|\/|von|de|di|van|z)\s*\d+)?$|^\d{1,2}\s*\/\s*\d{1,2}$|^https?:\/\/\S+$/i.test(
    line.text,
  );

const OF_HEAD: ReadonlySet<EntryLabel> = new Set([
  'title',
  'company',
  'location',
  'degree',
  'school',
  'field',
]);

/** A label with its value on the line; bare words that could be one are words of the head. */
function namedLabel(line: CvLine): Labelled | null {
  const label = readLabel(line);
  return label?.marked === true && label.value.text !== '' ? label : null;
}

/** How far text is set in behind its head, at most; what stands further right is a column of its own. */
const DEEPEST = 45;

/**
 * Lines set in behind the heads are the text under them, where their bullets are drawn and not written. Where heads begin,
 * the lines beside the dates tell.
 */
function settleIndented(rows: readonly Row[], purpose: Purpose): void {
  const lefts = new Set<number>();
  rows.forEach((row, index) => {
    const near =
      row.kind === 'anchor' ||
      (row.kind === 'head' &&
        [-1, 1].some((step) => {
          const beside = rows[index + step];
          return beside?.kind === 'anchor' || (beside?.cuts.length ?? 0) > 0;
        }));
    const datesLead = row.cuts.some((cut) => cut.start <= row.line.start + 2);
    if (near && !datesLead) lefts.add(row.line.indent);
  });
  for (const row of rows) {
    const { line } = row;
    const leave = line.top === null ? 1 : 4;
    const behind = [...lefts].some(
      (left) => line.indent > left + leave && line.indent <= left + DEEPEST,
    );
    if (row.kind === 'head' && row.cuts.length === 0 && behind && !isNamed(line, purpose))
      row.kind = 'body';
  }
}

/** Words that say plainly what they are stand in a head, however far in. */
const isNamed = (line: CvLine, purpose: Purpose): boolean =>
  line.bold ||
  (purpose === 'experience'
    ? titleScore(line.text) >= 3 || companyScore(line.text) >= 2.5
    : degreeScore(line.text) >= 2 || schoolScore(line.text) >= 2.5);

/** "Employer:" with nothing behind it, in a form that was not filled in. */
function isEmptyLabel(line: CvLine): boolean {
  const label = readLabel(line);
  return label !== null && label.marked && label.value.text === '';
}

/** "Supervised up to 15 staff members from" / "2008 to 2010 during the merger.": the dates end a sentence of the text above. */
function goesOn(line: CvLine, previous: Row | undefined): boolean {
  if (previous?.kind !== 'body' || line.gapBefore || line.bullet) return false;
  if (/[.:;!?。]$/.test(previous.line.text)) return false;
  const date = findDates(line.text)[0];
  const words = date === undefined ? '' : line.text.slice(date.end);
  return (
    Math.abs(line.indent - previous.line.indent) < 4 &&
    previous.line.text.length > 40 &&
    (/^\s+\p{Ll}/u.test(words) || /^\p{Ll}/u.test(line.text))
  );
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
  if (line.bullet || isBodyLabel(line)) return true;
  if (isProse(line.text) || isSentence(line.text)) return true;
  if (previous?.kind !== 'body' || line.gapBefore || line.bold) return false;
  if (/^[\p{Ll}(&]/u.test(line.text)) return true;
  // The wrapped end of a bullet: the line before was full and did not end its sentence.
  if (line.indent < previous.line.indent - 3) return false;
  const full = previous.line.text.length >= longest * 0.72 && previous.line.text.length > 40;
  const hanging = line.indent > previous.line.indent + 3;
  return (full || hanging) && !/[.:;。]$/.test(previous.line.text) && titleScore(line.text) < 2.5;
}

/** "Realizacja planów sprzedażowych.": a few words in small letters with a full stop. */
function isSentence(text: string): boolean {
  if (!/\p{Ll}{3,}[.。!]$/u.test(text)) return false;
  const [, ...words] = text.split(/\s+/);
  return (
    words.length >= 2 && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= words.length
  );
}

interface Anchor {
  readonly dates: DateRange;
  readonly cuts: readonly Span[];
  /** Offset at which text begins behind the head; null where none does. */
  readonly tail: number | null;
}

/** The dates that make a line the anchor of an entry: set apart from the words, not told in a sentence. */
function anchorDates(
  line: CvLine,
  rule: { readonly anyRange: boolean; readonly purpose: Purpose },
): Anchor | null {
  const found = findDates(line.text);
  if (found.length === 0) return null;
  const ranges = found.filter((date) => date.range);
  const chosen = ranges[0] ?? found.at(-1);
  if (chosen === undefined) return null;
  const rest = `${line.text.slice(0, chosen.start)} ${line.text.slice(chosen.end)}`
    .replace(/[\s.,;]+$/, '')
    .trim();
  const told = endsHead(line, chosen);
  if (told !== null) return told;
  const alone = !/[\p{L}\p{N}]/u.test(rest);
  const behind = gradeBehind(line.text.slice(chosen.end), rule.purpose);
  const atEdge = chosen.start <= 4 || line.text.length - chosen.end - behind <= 4;
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
  const cut = bracketSpan(line, { ...chosen, end: chosen.end + behind });
  return { dates: absolute(chosen, line.start), cuts: [cut], tail: null };
}

/** "Supply Chain Analyst, Ocado, May 2022 - December 2022. Planned 45 vehicles a day": a full stop parts the head from the text. */
function endsHead(line: CvLine, date: DateRange): Anchor | null {
  const before = line.text.slice(0, date.start).replace(/[\s,;(–-]+$/u, '');
  const stop = /^\)?[.。]\s*(?=[\p{Lu}\p{Script=Han}])/u.exec(line.text.slice(date.end));
  if (!date.range || stop === null || line.bullet) return null;
  if (before.length < 3 || before.length > 110 || /[.。]\s/u.test(before)) return null;
  if (!/[,，|–-]/u.test(before) || isProse(before)) return null;
  const cut = { start: line.start + before.length, end: line.end, text: '' };
  const tail = line.start + date.end + stop[0].length;
  return { dates: absolute(date, line.start), cuts: [cut], tail };
}

const GRADE_BEHIND =
  /^\s*[)\],;|–-]*\s*\(?\s*(?:(?:with|c?gpa|percentage|marks|grade|aggregate|secured|scored)[\s:–-]*)*(?:\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|percent|c?gpa)|\d[.,]\d{1,2}(?:\s*\/\s*\d{1,2}(?:[.,]\d)?)?)\s*\)?\.?/iu;

/** "B.Com, 2017 (56%)": how much behind the year is a grade. */
const gradeBehind = (words: string, purpose: Purpose): number =>
  purpose === 'education' ? (GRADE_BEHIND.exec(words.slice(0, 60))?.[0].length ?? 0) : 0;

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
