import type { CvLine } from './cv-lines';
import type { Reading } from './reading';
import { type Span, splitSpan } from './spans';
import { isProse } from './word-scores';

const SEPARATORS = /\s*[|•·▪;]\s*|\s{3,}|\t+/g;
const LONGEST = 160;

/**
 * The pieces of a CV in which a person states something of their own situation: short lines outside of jobs, schools and
 * projects, cut at the separators of a line of contacts, where `speaks` (folded words) or `label` is met. Inside jobs only what
 * begins with `label` counts.
 */
export function statedPieces(reading: Reading, speaks: RegExp, label: RegExp): readonly Span[] {
  const inside = new Set<number>();
  for (const section of reading.sections) {
    if (
      section.kind === 'experience' ||
      section.kind === 'education' ||
      section.kind === 'projects'
    )
      for (const line of section.lines) inside.add(line.start);
  }
  return reading.lines.flatMap((line) => {
    if (!speaks.test(line.folded) && !speaks.test(line.text) && !label.test(line.text)) return [];
    const pieces = piecesOf(line);
    return inside.has(line.start) ? pieces.filter((one) => label.test(one.text)) : pieces;
  });
}

function piecesOf(line: CvLine): readonly Span[] {
  if (line.text.length > LONGEST * 2) return [];
  // A label and its value in two cells of a table belong together.
  const cells = line.segments.length === 2 && (line.segments[0]?.text.length ?? 0) <= 40;
  const pieces = cells
    ? [line]
    : line.segments.flatMap((segment) => splitSpan(segment, SEPARATORS));
  return pieces.filter((one) => one.text.length <= LONGEST && (cells || !isLongProse(one.text)));
}

const isLongProse = (text: string): boolean => text.length > 110 && isProse(text);
