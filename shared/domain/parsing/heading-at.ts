import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import { readLanguageName } from './language-names';
import {
  composedHeadingKind,
  headingKey,
  headingKind,
  headingKindByWord,
  type SectionKind,
} from './section-headings';
import { companyScore, degreeScore, schoolScore, titleScore } from './word-scores';

const LONGEST_HEADING = 70;
/** Words that head a part of the CV, but as often a part of one job: which it is, the looks of the line tell. */
const INNER = new Set(
  'achievements keyachievements accomplishments projects project keyprojects projectdetails summary profile overview training technologies tools technology skills skillsused software other reference highlights activities details information work leadership responsibilitiesandachievements technicalenvironment introduction resultate projekte erfolge tatigkeiten missions projets resume'.split(
    ' ',
  ),
);
const ENTRY_SECTIONS: ReadonlySet<string> = new Set(['experience', 'education', 'projects']);

export interface FoundHeading {
  readonly kind: SectionKind;
  /** Where text that stands beside the heading on its line begins, or null. */
  readonly contentStart: number | null;
  readonly because: string;
}

const KNOWN = 'a known heading';
const BESIDE = 'a known heading at the head of its line';
const COLON = 'a known heading with a colon';
const LOOKS = 'set apart by its looks, with a word of headings';

/** What stands around a line, by which it is told whether it is a heading. */
export interface Around {
  readonly kind: SectionKind | 'header';
  /** The heading the line stands under. */
  readonly heading: CvLine | null;
  readonly bodySize: number | null;
  /** The CV writes its headings in small letters. */
  readonly lowercase: boolean;
  /** Looks that the CV keeps for its headings. */
  readonly looks: ReadonlySet<string>;
  readonly isFirst: boolean;
  readonly next: CvLine | undefined;
  /** Whether one of the next lines holds a date, as the first job or school under a heading does. */
  readonly datedSoon: () => boolean;
}

/** The section a line opens, and by what it is told; null where the line is no heading. */
export function headingAt(line: CvLine, around: Around): FoundHeading | null {
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
  return withColon(line, around) ?? byLooks(line, around) ?? unlisted(line, around);
}

/** "SKILLS --------": the line a plain text draws behind its heading is no part of it. */
const withoutRule = (text: string): string => text.replace(/\s[-_=*~]{3,}$/u, '');

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

export const isLowercaseHeading = (line: CvLine): boolean =>
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

function withColon(line: CvLine, around: Around): FoundHeading | null {
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

/** A heading with no word known of headings, told by looks that no other lines have. It opens a part of its own. */
const unlisted = (line: CvLine, around: Around): FoundHeading | null =>
  !around.isFirst && couldHead(line) && around.looks.has(lookOf(line)) && !namesSomething(line.text)
    ? { kind: 'other', contentStart: null, because: 'it looks as only the headings of this CV do' }
    : null;

/** The looks of at least three known headings, and of hardly any other short line. */
export function looksOfHeadings(lines: readonly CvLine[]): ReadonlySet<string> {
  const counts = new Map<string, { known: number; all: number }>();
  // What stands above the first heading is the name and the title, often in looks as loud.
  const first = lines.findIndex((line) => couldHead(line) && headingKind(line.key) !== null);
  for (const line of lines.slice(Math.max(0, first))) {
    if (!couldHead(line)) continue;
    const count = counts.get(lookOf(line)) ?? { known: 0, all: 0 };
    count.all++;
    if (headingKind(line.key) !== null) count.known++;
    counts.set(lookOf(line), count);
  }
  return new Set(
    [...counts]
      .filter(([, { known, all }]) => known >= 3 && known * 4 >= all * 3)
      .map(([look]) => look),
  );
}

const couldHead = (line: CvLine): boolean =>
  !line.bullet &&
  line.segments.length === 1 &&
  line.text.length <= 40 &&
  line.key.length >= 4 &&
  !/[\d,;@]|\.$/.test(line.text) &&
  (line.upper || line.bold);

const lookOf = (line: CvLine): string =>
  `${Math.round((line.fontSize ?? 0) * 2)} ${line.bold} ${line.upper} ${/[:：]$/.test(line.text)}`;

const namesSomething = (text: string): boolean =>
  titleScore(text) >= 1 ||
  companyScore(text) >= 1 ||
  schoolScore(text) >= 2 ||
  degreeScore(text) >= 2;

/** Headings nobody listed: short, set apart by capitals, size or a style, and holding one of the words of headings. */
function byLooks(line: CvLine, around: Around): FoundHeading | null {
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
