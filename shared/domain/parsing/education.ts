import { type DateRange, findDates } from './dates';
import { entryName } from './decision';
import { educationLevel } from './education-level';
import { readEntries } from './entries';
import { evidenceOf } from './evidence';
import { reasonOf, type TwoRoles, tellHeads, type WordsOfRoles, weighHeads } from './head-roles';
import type { ParsedEducation } from './parsed-resume';
import type { RawEntry } from './raw-entry';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { type Span, subSpan, trimSpan } from './spans';
import { isFieldOfStudy } from './study-words';
import { degreeScore, schoolScore } from './word-scores';

const FIELD_AFTER =
  /\s(?:in|of|en|em|in der|im fach|fachrichtung|specialit[eé]|mention|w zakresie|kierunek)\s+(?=[\p{L}])/giu;
const GRADE =
  /(?:c?gpa|grade|note|abschlussnote|gesamtnote|mention|voto|marks|percentage|aggregate|score|result|nota|ocena|eindcijfer)\s*[:=–-]?\s*([\d.,]{1,6}(?:\s*\/\s*[\d.,]{1,5})?\s*%?|[A-F][+-]?(?=\s|$)|tr[eè]s bien|bien|assez bien|cum laude|summa cum laude)|(\d{2,3}(?:[.,]\d{1,2})?\s*%)|(\d{2,3}\/1[01]0(?: e lode)?)|\b((?:first|second|third)[ -]class(?: honou?rs)?|2[.:][12]|summa cum laude|magna cum laude|cum laude)\b/iu;

interface Told {
  readonly entry: RawEntry;
  readonly school: Span | null;
  readonly degree: Span | null;
  readonly field: string | null;
  readonly sure: number;
}

/** The schools and degrees of a CV, in the order they stand. */
export function readEducation(reading: Reading): readonly ParsedEducation[] {
  const { text } = reading;
  return sectionsOf(reading.sections, 'education').flatMap((section) => {
    const entries = readEntries(text, section, 'education', (cut) =>
      weighHeads(text, cut, STUDY_WORDS),
    );
    const heads = tellHeads(text, entries, STUDY_WORDS);
    return entries.flatMap((entry, index) => {
      const read = educationOf(reading, toldOf(entry, heads[index]), heads[index]);
      return read === null ? [] : [read];
    });
  });
}

const STUDY_WORDS: WordsOfRoles = {
  labels: { what: 'degree', where: 'school' },
  what: (words) => degreeScore(words) - (GRADE_ONLY.test(words) ? 2 : 0),
  where: (words) =>
    schoolScore(words) -
    (isFieldOfStudy(words) ? 1 : 0) -
    (degreeScore(words) >= 2 ? 0.5 : 0) -
    (GRADE_ONLY.test(words) ? 2 : 0),
  kindOf: (words) => {
    if (schoolScore(words) >= 2.5) return 'school';
    return degreeScore(words) >= 2 ? 'degree' : 'other';
  },
};

const GRADE_ONLY =
  /^(?:c?gpa|grade|note|mention|percentage|marks|aggregate|score)\b|^[\d.,/ %]+$/iu;

/** What stands behind labels is taken at its word; a head without them is told by the model of heads. */
function toldOf(entry: RawEntry, head: TwoRoles | undefined): Told {
  const { labelled } = entry;
  if (labelled.size > 0) {
    const degree = labelled.get('degree') ?? labelled.get('title') ?? null;
    return {
      entry,
      school: labelled.get('school') ?? labelled.get('company') ?? null,
      degree,
      field: labelled.get('field')?.text ?? (degree === null ? null : fieldOfStudy(degree.text)),
      sure: 0.88,
    };
  }
  const degree = head?.what ?? null;
  const subject = head?.rest.find((words) => isFieldOfStudy(words.text)) ?? head?.qualifier;
  return {
    entry,
    school: head?.where ?? null,
    degree,
    field: (degree === null ? null : fieldOfStudy(degree.text)) ?? subject?.text ?? null,
    sure: head?.sure ?? 0,
  };
}

function educationOf(
  reading: Reading,
  told: Told,
  head: TwoRoles | undefined,
): ParsedEducation | null {
  const { entry } = told;
  const school = told.school === null ? null : trimSpan(told.school, ',;:|•·–—-');
  const whole = told.degree === null ? null : trimSpan(withoutGrade(told.degree), ',;:|•·–—-');
  if (school === null && whole === null) return null;
  const dates = entry.dates ?? dateInHead(entry);
  if (dates === null && told.sure < 0.5) return null;
  const spans = [school, whole, dates].filter((span) => span !== null);
  const lines = [
    ...entry.head.map((line) => line.line.text),
    ...entry.body.map((line) => line.text),
  ]
    .join('\n')
    .slice(0, 1500);
  // One date alone in education is the year it ended.
  const end = dates === null ? null : dates.range ? dates.to : dates.from;
  const start = Math.min(...spans.map((span) => span.start));
  reading.note?.({
    field: 'study',
    value: entryName(whole?.text ?? null, school?.text ?? null),
    at: start,
    ...reasonOf(entry.labelled.size > 0, head),
  });
  return {
    institution: school?.text ?? null,
    degree: whole?.text ?? null,
    level: educationLevel(whole?.text ?? null, school?.text ?? null),
    field: told.field,
    start: dates?.range === true ? dates.from : null,
    end,
    grade: entry.labelled.get('grade')?.text ?? gradeIn(lines),
    confidence: roundConfidence(Math.min(0.97, told.sure + (dates === null ? -0.1 : 0.08))),
    evidence: evidenceOf(reading.document, start, Math.max(...spans.map((span) => span.end))),
  };
}

/** "… from Govt. Polytechnic in 2012 with 72%": a date inside the words of the head. */
function dateInHead(entry: RawEntry): DateRange | null {
  for (const { line } of entry.head) {
    const date = findDates(line.text)[0];
    if (date !== undefined)
      return { ...date, start: line.start + date.start, end: line.start + date.end };
  }
  return null;
}

/** "Master of Science in Statistics" → "Statistics": what stands behind the last word that introduces a field. */
function fieldOfStudy(degree: string): string | null {
  let from = -1;
  for (const match of degree.matchAll(FIELD_AFTER)) {
    const word = match[0].trim().toLowerCase();
    // "Bachelor of Science": the words behind this "of" are still the degree.
    if (
      word === 'of' &&
      /^(?:science|arts|engineering|technology|business|education|laws?|commerce|applied|fine|philosophy|nursing|medicine|architecture|computer applications)\b/i.test(
        degree.slice(match.index + match[0].length),
      )
    )
      continue;
    if (from < 0) from = match.index + match[0].length;
  }
  if (from < 0) return null;
  const field = degree
    .slice(from)
    .replace(/\s*[(,;].*$/s, '')
    .trim();
  return field === '' ? null : field;
}

function gradeIn(text: string): string | null {
  const match = GRADE.exec(text);
  if (match === null) return null;
  return (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim() || null;
}

function withoutGrade(span: Span): Span {
  const at = span.text.search(/[\s,;(–-]+(?:c?gpa|grade|note|abschlussnote|marks|percentage)\b/i);
  return at > 3 ? subSpan(span, 0, at) : span;
}
