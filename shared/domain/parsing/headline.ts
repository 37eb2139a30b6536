import type { ParsedExperience, TextField } from './parsed-resume';
import { fieldOf, type Reading } from './reading';
import { sectionsOf } from './sections';
import { type Span, splitSpan } from './spans';
import { companyScore, isProse, titleScore } from './word-scores';

const LONGEST_SUMMARY = 3000;

/** The title a person gives themself under the name; else that of the newest job, less surely. */
export function readHeadline(
  reading: Reading,
  name: TextField | null,
  experience: readonly ParsedExperience[],
): TextField | null {
  const header = reading.sections.find((section) => section.kind === 'header');
  const after = name?.evidence?.end ?? 0;
  for (const line of (header?.lines ?? []).slice(0, 14)) {
    if (line.end <= after) continue;
    const behind =
      line.start < after
        ? line.segments.filter((segment) => segment.start >= after - 1)
        : line.segments;
    for (const segment of behind) {
      const span = titleIn(segment);
      if (span !== null) return fieldOf(reading, span, 0.82);
    }
  }
  const newest = experience[0];
  if (newest?.title == null || newest.evidence === null) return null;
  const at = reading.text.indexOf(newest.title, newest.evidence.start);
  if (at < 0) return null;
  return fieldOf(
    reading,
    { start: at, end: at + newest.title.length, text: newest.title },
    newest.confidence * 0.75,
  );
}

function titleIn(segment: Span): Span | null {
  if (segment.text.length > 90 || /@|\d{4}/.test(segment.text) || isProse(segment.text))
    return null;
  if (titleScore(segment.text) >= 2 && companyScore(segment.text) < 3) return segment;
  return splitSpan(segment, /\s*[|•·]\s*/g).find((piece) => titleScore(piece.text) >= 2.5) ?? null;
}

/** The paragraph under a heading of its kind, else the first sentences before any heading. */
export function readSummary(reading: Reading): TextField | null {
  const section = sectionsOf(reading.sections, 'summary').find((one) => one.lines.length > 0);
  const first = section?.lines[0];
  const last = section?.lines.at(-1);
  if (section !== undefined && first !== undefined && last !== undefined) {
    const end = Math.min(last.end, first.start + LONGEST_SUMMARY);
    return summaryField(
      reading,
      { start: first.start, end, text: reading.text.slice(first.start, end) },
      0.88,
    );
  }
  const header = reading.sections.find((one) => one.kind === 'header');
  const prose = (header?.lines ?? []).filter(
    (line) => isProse(line.text) && line.text.length > 50 && !line.text.includes('@'),
  );
  const from = prose[0];
  const to = prose.at(-1);
  if (from === undefined || to === undefined || to.end - from.start > LONGEST_SUMMARY) return null;
  return summaryField(
    reading,
    { start: from.start, end: to.end, text: reading.text.slice(from.start, to.end) },
    0.6,
  );
}

const summaryField = (reading: Reading, span: Span, confidence: number): TextField =>
  fieldOf(reading, span, confidence, span.text.replace(/\s+/g, ' ').trim());
