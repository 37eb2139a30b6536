import { type CvLine, lineFrom } from './cv-lines';
import { findDates } from './dates';
import { readLanguageName } from './language-names';
import {
  composedHeadingKind,
  headingKey,
  headingKind,
  headingKindByWord,
  type SectionKind,
} from './section-headings';
import type { Span } from './spans';

/** A run of lines under one heading. The part before the first heading is the `header`. */
export interface Section {
  readonly kind: SectionKind | 'header';
  readonly heading: CvLine | null;
  /** What made the line a heading, in words; null without one. */
  readonly because: string | null;
  readonly lines: readonly CvLine[];
}

const LONGEST_HEADING = 70;
/** Lines under a heading within which its first entry shows a date. */
const FIRST_ENTRY_LINES = 6;
/** Words that head a part of the CV, but as often a part of one job: which it is, the looks of the line tell. */
const INNER = new Set(
  'achievements keyachievements accomplishments projects project keyprojects projectdetails summary profile overview training technologies tools technology skills skillsused software other reference highlights activities details information work leadership responsibilitiesandachievements technicalenvironment introduction resultate projekte erfolge tatigkeiten missions projets resume'.split(
    ' ',
  ),
);
const ENTRY_SECTIONS: ReadonlySet<string> = new Set(['experience', 'education', 'projects']);

/** Cuts a CV's lines into its sections, in reading order. */
export function readSections(text: string, lines: readonly CvLine[]): readonly Section[] {
  const sections: Section[] = [];
  const bodySize = commonFontSize(lines);
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
      isFirst: index === 0,
      next: lines[index + 1],
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

interface Found {
  readonly kind: SectionKind;
  /** Where text that stands beside the heading on its line begins, or null. */
  readonly contentStart: number | null;
  readonly because: string;
}

const KNOWN = 'a known heading';
const BESIDE = 'a known heading at the head of its line';
const COLON = 'a known heading with a colon';
const LOOKS = 'set apart by its looks, with a word of headings';

interface Around {
  readonly kind: Section['kind'];
  /** The heading the line stands under. */
  readonly heading: CvLine | null;
  readonly bodySize: number | null;
  /** The CV writes its headings in small letters. */
  readonly lowercase: boolean;
  readonly isFirst: boolean;
  readonly next: CvLine | undefined;
  /** Whether one of the next lines holds a date, as the first job or school under a heading does. */
  readonly datedSoon: () => boolean;
}

function headingAt(line: CvLine, around: Around): Found | null {
  const first = line.segments[0];
  const second = line.segments[1];
  if (withoutRule(line.text).length <= LONGEST_HEADING) {
    const whole = headingKind(line.key) ?? composedHeadingKind(line.folded);
    const spoken =
      whole !== 'languages' || around.kind !== 'skills' || namesLanguage(around.next?.text ?? '');
    // "Work Experience" is also what a placement is called: inside such a section it must look like a heading.
    const inner = INNER.has(line.key) || (whole === around.kind && whole === 'experience');
    const own = !inner || looksLikeHeading(line, around);
    if (whole !== null && spoken && own && standsAlone(line, whole, around))
      return { kind: whole, contentStart: null, because: KNOWN };
  }
  if (first !== undefined && second !== undefined && first.text.length <= LONGEST_HEADING) {
    const beside = headingKind(headingKey(first.text));
    if (beside !== null && besideFits(beside, line, around))
      return { kind: beside, contentStart: second.start, because: BESIDE };
  }
  return withColon(line, around) ?? byLooks(line, around);
}

/** "Languages" among skills heads spoken ones only where one follows; else it is a group of programming languages. */
const namesLanguage = (text: string): boolean =>
  (text.slice(0, 200).match(/\p{L}{2,}/gu) ?? []).some((word) => readLanguageName(word) !== null) ||
  /[普汉英日韩法德俄]语|普通话/.test(text);

/** Inside jobs and studies a part's heading must look like the one above: as large, as bold, in capitals as it is. */
function looksLikeHeading(line: CvLine, around: Around): boolean {
  const { heading } = around;
  if (heading === null || !ENTRY_SECTIONS.has(around.kind))
    return line.key !== 'resume' || /é/i.test(line.text);
  const size = Math.abs((line.fontSize ?? 0) - (heading.fontSize ?? 0)) <= 0.5;
  const colon = line.text.endsWith(':') === heading.text.endsWith(':');
  return (
    size &&
    colon &&
    line.upper === heading.upper &&
    line.bold === heading.bold &&
    line.key !== 'resume'
  );
}

const isLowercaseHeading = (line: CvLine): boolean =>
  !line.bullet &&
  line.segments.length === 1 &&
  /^\p{Ll}/u.test(line.text) &&
  headingKind(line.key) !== null;

/** A bullet that reads "Communication skills" in a list of skills is an item, not a heading. */
function standsAlone(line: CvLine, kind: SectionKind, around: Around): boolean {
  if (line.bullet && line.role !== 'heading' && !line.upper && !line.bold) return false;
  if (/[,;]$/.test(line.text)) return false;
  const plain =
    !line.upper &&
    !line.bold &&
    line.role !== 'heading' &&
    !line.gapBefore &&
    !line.text.endsWith(':');
  const lower = /^\p{Ll}/u.test(line.text);
  if (lower && plain) return around.lowercase;
  // Inside a list of skills, single plain words such as "Training" or "Research" are skills; "Relevant Experience" is not.
  const single = !line.text.includes(' ');
  const listed =
    single &&
    (around.kind === 'skills' || around.kind === 'languages' || around.kind === 'other') &&
    !(ENTRY_SECTIONS.has(kind) && around.datedSoon()) &&
    !(kind === 'languages' && namesLanguage(around.next?.text ?? ''));
  const bigger =
    line.fontSize !== null && around.bodySize !== null && line.fontSize > around.bodySize * 1.08;
  return !(listed && plain && !bigger);
}

function besideFits(kind: SectionKind, line: CvLine, around: Around): boolean {
  if (line.bullet) return false;
  const first = line.segments[0]?.text ?? '';
  // "Languages | Java, Python" is a group of skills.
  if (kind === 'languages' && !namesLanguage(line.text.slice(first.length))) return false;
  if (findDates(line.text).length > 0 && !ENTRY_SECTIONS.has(kind)) return false;
  if (around.kind === 'experience' && kind === 'skills')
    return line.gapBefore || /\p{Lu}{3}/u.test(first);
  return true;
}

function withColon(line: CvLine, around: Around): Found | null {
  if (line.bullet) return null;
  const colon = line.text.search(/[:：]/);
  if (colon <= 0 || colon > 40) return null;
  const kind = headingKind(headingKey(line.text.slice(0, colon)));
  if (kind === null) return null;
  if (
    kind === 'languages' &&
    !namesLanguage(`${line.text.slice(colon + 1)} ${around.next?.text ?? ''}`)
  )
    return null;
  const rest = line.text.slice(colon + 1).trim();
  if (rest === '' && INNER.has(line.key) && !looksLikeHeading(line, around)) return null;
  if (rest === '')
    return around.kind === 'experience' && kind === 'skills'
      ? null
      : { kind, contentStart: null, because: COLON };
  // "Technologies: Java, Spring" under a job belongs to that job.
  if (ENTRY_SECTIONS.has(around.kind) && (!line.gapBefore || kind === 'skills')) return null;
  if (ENTRY_SECTIONS.has(kind) || kind === 'personal' || kind === 'other') {
    return line.upper || line.bold || kind === 'other'
      ? { kind, contentStart: line.start + colon + 1, because: COLON }
      : null;
  }
  if (around.kind === 'skills' && kind === 'skills') return null;
  // "Languages known: Hindi" among personal details is one of them.
  if (around.kind === 'personal' && !line.upper && !line.bold && !line.gapBefore) return null;
  return { kind, contentStart: line.start + colon + 1, because: COLON };
}

/** Headings nobody listed: short, set apart by capitals, size or a style, and holding one of the words of headings. */
function byLooks(line: CvLine, around: Around): Found | null {
  if (line.bullet || line.text.length > 48 || line.segments.length > 1 || around.isFirst)
    return null;
  if (/[.,;@]$|\d{3}/.test(line.text)) return null;
  const bigger =
    line.fontSize !== null && around.bodySize !== null && line.fontSize > around.bodySize * 1.15;
  const styled = line.role === 'heading' || bigger || (line.upper && (line.gapBefore || line.bold));
  if (!styled) return null;
  const kind = headingKindByWord(line.folded);
  return kind === null ? null : { kind, contentStart: null, because: LOOKS };
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

/** "SKILLS --------": the line a plain text draws behind its heading is no part of it. */
const withoutRule = (text: string): string => text.replace(/\s[-_=*~]{3,}$/u, '');

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
