import { type CvLine, lineFrom } from './cv-lines';
import { findDates } from './dates';
import { headingAt, isLowercaseHeading, looksOfHeadings } from './heading-at';
import { headingKind, type SectionKind } from './section-headings';
import type { Span } from './spans';

/** A run of lines under one heading. The part before the first heading is the `header`. */
export interface Section {
  readonly kind: SectionKind | 'header';
  readonly heading: CvLine | null;
  /** What made the line a heading, in words; null without one. */
  readonly because: string | null;
  readonly lines: readonly CvLine[];
}

/** Lines under a heading within which its first entry shows a date. */
const FIRST_ENTRY_LINES = 6;
/** Cuts a CV's lines into its sections, in reading order. */
export function readSections(text: string, lines: readonly CvLine[]): readonly Section[] {
  const sections: Section[] = [];
  const bodySize = commonFontSize(lines);
  const looks = looksOfHeadings(lines);
  const lowercase = lines.filter(isLowercaseHeading).length >= 3;
  let kind: Section['kind'] = 'header';
  let heading: CvLine | null = null;
  let because: string | null = null;
  let current: CvLine[] = [];
  const close = (): void => {
    if (heading !== null || current.length > 0)
      sections.push({ kind, heading, because, lines: current });
    current = [];
  };
  let secondHalf: CvLine | null = null;
  lines.forEach((line, index) => {
    if (line === secondHalf) return;
    if (isRule(line) || isPageFoot(line) || (index < 4 && isDocumentTitle(line))) return;
    const found = headingAt(line, {
      kind,
      heading,
      bodySize,
      lowercase,
      looks,
      isFirst: index === 0,
      next: lines.slice(index + 1, index + 3).find((after) => !isRule(after)),
      datedSoon: () =>
        lines
          .slice(index + 1, index + 1 + FIRST_ENTRY_LINES)
          .some((other) => findDates(other.text).length > 0),
    });
    if (found === null) {
      current.push(line);
      return;
    }
    close();
    secondHalf = wrappedHeading(line, lines[index + 1]);
    kind = found.kind;
    heading = line;
    because = found.because;
    if (found.contentStart !== null) current.push(lineFrom(text, line, found.contentStart));
  });
  close();
  return sections;
}

/** All lines under sections of a kind, as one list for each section. */
export const sectionsOf = (
  sections: readonly Section[],
  kind: Section['kind'],
): readonly Section[] => sections.filter((section) => section.kind === kind);

/** Offset at which the first job or school begins; infinite without one. */
export const firstEntryStart = (sections: readonly Section[]): number =>
  Math.min(
    ...sections
      .filter((section) => section.kind === 'experience' || section.kind === 'education')
      .map(
        (section) => section.heading?.start ?? section.lines[0]?.start ?? Number.POSITIVE_INFINITY,
      ),
    Number.POSITIVE_INFINITY,
  );

/**
 * A sidebar read first puts the name and the title under its last heading: from the line of the name on, such a section is
 * the header of the CV.
 */
export function headerAtName(
  sections: readonly Section[],
  name: Pick<Span, 'start' | 'end'> | null,
): readonly Section[] {
  if (name === null) return sections;
  return sections.flatMap((section) => {
    const beside =
      section.kind === 'experience' ||
      section.kind === 'education' ||
      section.kind === 'header' ||
      section.kind === 'personal';
    const at = beside
      ? -1
      : section.lines.findIndex((line) => line.start === name.start && line.end === name.end);
    if (at < 0) return [section];
    return [
      { ...section, lines: section.lines.slice(0, at) },
      {
        kind: 'header',
        heading: null,
        because: null,
        lines: section.lines.slice(at),
      } satisfies Section,
    ];
  });
}

/** "Ada Byron – 1/2", "Page 2 of 3" */
const isPageFoot = (line: CvLine): boolean =>
  line.text.length < 70 &&
  (/[–—|-]\s*(?:page\s*)?\d{1,2}\s*(?:\/|of)\s*\d{1,2}$/i.test(line.text) ||
    /^page\s*\d{1,2}(?:\s*(?:of|\/)\s*\d{1,2})?$/i.test(line.text));

/** "Resume" above the name is the name of the paper, though in French it heads a summary. */
const isDocumentTitle = (line: CvLine): boolean =>
  /^(?:resume|curriculumvitae|cv|lebenslauf|europass|curriculum|europasscurriculumvitae)$/.test(
    line.key,
  );

/** "EXPERIÊNCIA" above "PROFISSIONAL": the next line, where both together are a heading as well. */
const wrappedHeading = (line: CvLine, next: CvLine | undefined): CvLine | null =>
  next !== undefined &&
  line.segments.length === 1 &&
  line.upper === next.upper &&
  line.fontSize === next.fontSize &&
  headingKind(next.key) === null &&
  headingKind(line.key + next.key) !== null
    ? next
    : null;

/** A line of dashes or underscores under a heading. */
const isRule = (line: CvLine): boolean => line.key === '' && line.text.length >= 3;

function commonFontSize(lines: readonly CvLine[]): number | null {
  const weight = new Map<number, number>();
  for (const line of lines) {
    if (line.fontSize === null) continue;
    const size = Math.round(line.fontSize * 2) / 2;
    weight.set(size, (weight.get(size) ?? 0) + line.text.length);
  }
  let best: number | null = null;
  let most = 0;
  for (const [size, amount] of weight) {
    if (amount <= most) continue;
    most = amount;
    best = size;
  }
  return best;
}
