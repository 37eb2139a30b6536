import { readPlace } from './places';
import type { HeadLine } from './raw-entry';
import { joinSpans, type Span, splitSpan } from './spans';
import { isProse } from './word-scores';

/** One candidate for a field of an entry: the words between separators in its head. */
export interface HeadPiece {
  readonly span: Span;
  /** Index of the head's line it stands on. */
  readonly row: number;
  /** Behind "at", "bei", "chez", "@": an employer. */
  readonly afterAt: boolean;
  /** 0..1: how surely the words are a place. */
  readonly place: number;
}

const STRONG = /\s*[|•·▪♦⋅∙｜]\s*|\s+[\/⁄]\s+(?=\p{Lu})|\s*\t\s*/gu;
const AT = /\s+(?:at|from|@|bei|chez|presso|bij|na empresa|w firmie)\s+/giu;
const WEAK = /\s*,\s+|\s+[–—−-]\s+|\s*[—]\s*|\s*，\s*|:\s+/gu;

/** "4 years 2 months" under an employer's name. */
const DURATION =
  /^\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|anos|anni|mesi|jaar|lata?)\b[\d\s\p{L}]{0,14}$/iu;

/** Cuts the head's lines into pieces; neighbours that belong together by `kindOf` stay one piece. */
export function headPieces(
  text: string,
  head: readonly HeadLine[],
  kindOf: (words: string) => string,
): readonly HeadPiece[] {
  const pieces: HeadPiece[] = [];
  head.forEach((line, row) => {
    for (const segment of line.segments) {
      for (const strong of splitSpan(segment, STRONG)) {
        if (strong.text.length > 70 && isProse(strong.text)) continue;
        for (const [index, side] of sides(strong, kindOf).entries()) {
          for (const span of weakPieces(text, side, kindOf)) {
            if (DURATION.test(span.text)) continue;
            pieces.push({ span, row, afterAt: index > 0, place: readPlace(span.text)?.score ?? 0 });
          }
        }
      }
    }
  });
  return pieces;
}

/** The words before and behind an "at"; the one in "University of Texas at San Antonio" is part of a name. */
function sides(segment: Span, kindOf: (words: string) => string): readonly Span[] {
  const parts = splitSpan(segment, AT);
  const first = parts[0];
  return parts.length === 2 && first !== undefined && kindOf(first.text) === 'school'
    ? [segment]
    : parts;
}

function weakPieces(
  text: string,
  segment: Span,
  kindOf: (words: string) => string,
): readonly Span[] {
  const parts = splitSpan(segment, WEAK);
  if (parts.length < 2) return parts;
  const whole = readPlace(segment.text);
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
    if (last !== undefined && (last.kind === kind || legal))
      last.span = joinSpans(text, last.span, part);
    else merged.push({ span: part, kind });
  }
  return merged.map((one) => one.span);
}

/** "Acme, Inc.": the form of a firm behind a comma belongs to its name. */
const LEGAL_FORM =
  /^(?:inc|llc|ltd|limited|gmbh|ag|corp|co|plc|llp|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v)\.?$/i;

const isRegionCode = (words: string): boolean => /^[A-Z]{2}$/.test(words);
