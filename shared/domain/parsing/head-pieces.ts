import { placeholderKind, placeholders } from './placeholders';
import { readPlace } from './places';
import type { HeadLine } from './raw-entry';
import { joinSpans, type Span, splitSpan, subSpan, trimSpan } from './spans';
import { isProse } from './word-scores';

/** One candidate for a field of an entry: the words between separators in its head. */
export interface HeadPiece {
  readonly span: Span;
  /** The line it stands on: lines below the line of the dates, negative above it. */
  readonly row: number;
  /** How many pieces stand before it on its line. */
  readonly column: number;
  /** Counts the runs of words of a line between strong separators; those of one run hang together by commas and dashes. */
  readonly run: number;
  /** 0..1: behind "at", "bei", "chez", or less surely "@": an employer. */
  readonly afterAt: number;
  /** What a label before the words says they are. */
  readonly label: HeadLine['label'];
  /** 0..1: how surely the words are a place. */
  readonly place: number;
}

/** What the words of a piece say it is; neighbours of one kind are one piece, but those that say nothing stay apart. */
export type WordKind = 'title' | 'company' | 'school' | 'degree' | 'other';

const STRONG = /\s*[|•·▪♦⋅∙｜]\s*|\s*\t\s*/gu;
const AT =
  /\s+(?:at|from|@|bei|bei der|beim|chez|presso|bij|na empresa|w firmie|en la empresa|u firmy|hos)\s+|(?<=\p{Script=Han})@(?=\p{Script=Han})/giu;
/** Words that may lead to an employer, where a word for one follows. */
const MAY_BE_AT = /\s+(?:with|in|for|en|em|na|no|à|au|da|w|van|von|i)\s+(?=\p{Lu})/gu;
const WEAK =
  /\s*,\s+|\s+[\/⁄]\s+(?=\p{Lu})|,(?=\p{Script=Han})|\s+(?:[–—−-]|--)\s+|\s*[—－]\s*|\s*，\s*|:\s+/gu;

/** "4 years 2 months" under an employer's name. */
const DURATION =
  /^\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|anos|anni|mesi|jaar|lata?)\b[\d\s\p{L}]{0,14}$/iu;

/** Cuts a line of a head into pieces by its separators; `kindOf` keeps together what belongs together. */
export function headPieces(
  text: string,
  line: HeadLine,
  kindOf: (words: string) => WordKind,
): readonly HeadPiece[] {
  const pieces: HeadPiece[] = [];
  const { offset: row, label } = line;
  let run = 0;
  for (const segment of line.segments) {
    for (const strong of splitSpan(segment, STRONG)) {
      if (strong.text.length > 70 && isProse(strong.text)) continue;
      for (const [index, side] of sides(strong, kindOf).entries()) {
        run++;
        const afterAt = index > 0 ? sureOfAt(text, side) : 0;
        for (const span of weakPieces(text, side, kindOf)) {
          if (DURATION.test(span.text)) continue;
          const place = label === 'location' ? 1 : placeScore(span.text);
          pieces.push({ span, row, column: pieces.length, run, afterAt, place, label });
        }
      }
    }
  }
  return pieces;
}

function placeScore(words: string): number {
  const held = placeholderKind(words);
  if (held !== null) return held === 'place' ? 1 : 0;
  return readPlace(words)?.score ?? 0;
}

/** The words before and behind an "at"; the one in "University of Texas at San Antonio" is part of a name. */
function sides(segment: Span, kindOf: (words: string) => WordKind): readonly Span[] {
  const parts = splitSpan(segment, AT);
  const first = parts[0];
  if (parts.length === 2 && first !== undefined && kindOf(first.text) === 'school')
    return [segment];
  if (parts.length > 1) return parts;
  for (const match of segment.text.matchAll(MAY_BE_AT)) {
    const left = subSpan(segment, 0, match.index);
    const right = subSpan(segment, match.index + match[0].length, segment.text.length);
    if (kindOf(left.text) === 'title' && kindOf(right.text) === 'company') return [left, right];
  }
  return [segment];
}

/** "Chef @ Accor" and "Accor @ Chef" are both written; the other words lead to the employer. */
const sureOfAt = (text: string, side: Span): number =>
  text.slice(Math.max(0, side.start - 3), side.start).includes('@') ? 0.2 : 1;

function weakPieces(
  text: string,
  segment: Span,
  kindOf: (words: string) => WordKind,
): readonly Span[] {
  const parts = aroundPlaceholders(segment).flatMap((part) =>
    placeholderKind(part.text) === null
      ? aroundBracket(part, kindOf).flatMap((one) => splitSpan(one, WEAK))
      : [part],
  );
  if (parts.length < 2) return parts;
  const whole = placeholders(segment.text).length > 0 ? null : readPlace(segment.text);
  if (
    whole !== null &&
    whole.region !== null &&
    kindOf(segment.text) === 'other' &&
    parts.length === 2
  )
    return [segment];
  const merged: { span: Span; kind: string }[] = [];
  for (const part of parts) {
    const found = readPlace(part.text);
    const place = (found?.score ?? 0) >= 0.6 || isRegionCode(part.text);
    // Two towns in a row are an employer named like a town and its place; a town and its state are one place.
    const again = found?.city != null && merged.at(-1)?.kind === 'place';
    const kind = again ? 'another place' : place ? 'place' : kindOf(part.text);
    const last = merged.at(-1);
    // "Charité – Universitätsmedizin Berlin" and "Acme, Inc." are one name; two titles in a row are one title.
    const legal = LEGAL_FORM.test(part.text);
    const held = placeholderKind(part.text) !== null;
    if (last !== undefined && !held && ((last.kind === kind && kind !== 'other') || legal))
      last.span = joinSpans(text, last.span, part);
    else merged.push({ span: part, kind });
  }
  return merged.map((one) => one.span);
}

/** The words before, in and behind the placeholders of a template: "Company Name City, State Accountant". */
function aroundPlaceholders(segment: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const { start, end } of placeholders(segment.text)) {
    pieces.push(subSpan(segment, from, start), subSpan(segment, start, end));
    from = end;
  }
  if (from === 0) return [segment];
  pieces.push(subSpan(segment, from, segment.text.length));
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

/** "DEF Company (Sometown, NY), Analyst": what stands in brackets is a piece of its own where it is of another kind. */
function aroundBracket(part: Span, kindOf: (words: string) => WordKind): readonly Span[] {
  const open = part.text.indexOf('(');
  const close = part.text.indexOf(')', open);
  if (open < 3 || close < 0) return [part];
  const outer = subSpan(part, 0, open);
  const inner = subSpan(part, open + 1, close);
  const kind = kindOf(inner.text);
  const other = kind !== 'other' && kind !== 'degree' && kind !== kindOf(outer.text);
  if (!other && (readPlace(inner.text)?.score ?? 0) < 0.6) return [part];
  const behind = trimSpan(subSpan(part, close + 1, part.text.length), ',;:–—-');
  return [outer, inner, behind].filter((one) => one.text !== '');
}

/** "Acme, Inc.": the form of a firm behind a comma belongs to its name. */
const LEGAL_FORM =
  /^(?:inc|llc|ltd|limited|gmbh|ag|corp|co|plc|llp|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v)\.?$/i;

const isRegionCode = (words: string): boolean => /^[A-Z]{2}$/.test(words);
