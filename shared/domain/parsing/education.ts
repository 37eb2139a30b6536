import { type DateRange, findDates } from './dates';
import { readEntries } from './entries';
import { evidenceOf } from './evidence';
import { type HeadPiece, headPieces, type WordKind } from './head-pieces';
import type { ParsedEducation } from './parsed-resume';
import type { RawEntry } from './raw-entry';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { type Span, subSpan, trimSpan } from './spans';
import { degreeScore, schoolScore } from './word-scores';

const FIELD_AFTER =
  /\s(?:in|of|en|em|in der|im fach|fachrichtung|specialit[eé]|mention|w zakresie|kierunek)\s+(?=[\p{L}])/giu;
const GRADE =
  /(?:c?gpa|grade|note|abschlussnote|gesamtnote|mention|voto|marks|percentage|aggregate|score|result|nota|ocena|eindcijfer)\s*[:=–-]?\s*([\d.,]{1,6}(?:\s*\/\s*[\d.,]{1,5})?\s*%?|[A-F][+-]?(?=\s|$)|tr[eè]s bien|bien|assez bien|cum laude|summa cum laude)|(\d{2,3}(?:[.,]\d{1,2})?\s*%)|(\d{2,3}\/1[01]0(?: e lode)?)|\b((?:first|second|third)[ -]class(?: honou?rs)?|2[.:][12]|summa cum laude|magna cum laude|cum laude)\b/iu;

interface Told {
  readonly entry: RawEntry;
  school: Span | null;
  degree: Span | null;
  sure: number;
}

/** The schools and degrees of a CV, in the order they stand. */
export function readEducation(reading: Reading): readonly ParsedEducation[] {
  const list: ParsedEducation[] = [];
  for (const section of sectionsOf(reading.sections, 'education')) {
    for (const entry of readEntries(reading.text, section, 'education', (cut) =>
      weighStudies(reading.text, cut),
    )) {
      const read = educationOf(reading, tell(reading.text, entry));
      if (read !== null) list.push(read);
    }
  }
  return list;
}

const kindOf = (words: string): WordKind => {
  if (schoolScore(words) >= 2.5) return 'school';
  return degreeScore(words) >= 2 ? 'degree' : 'other';
};

const piecesOf = (text: string, entry: RawEntry): readonly HeadPiece[] =>
  headPieces(text, entry.head, kindOf).filter(
    (piece) => !/^(?:c?gpa|grade|note)\b/i.test(piece.span.text),
  );

/** How well the schools and degrees of these entries can be told, for choosing between ways to cut a section. */
function weighStudies(text: string, entries: readonly RawEntry[]): number {
  let sum = 0;
  for (const entry of entries) {
    let school = 0;
    let degree = 0;
    let idle = 0;
    for (const piece of piecesOf(text, entry)) {
      const kind = kindOf(piece.span.text);
      if (kind === 'school') school++;
      else if (kind === 'degree') degree++;
      else if (piece.place < 0.5) idle++;
    }
    // A second school or degree in one head is another entry's.
    const once = (count: number): number => (count === 0 ? 0 : 2 - (count - 1) * 0.8);
    sum += once(school) + once(degree) - idle * 0.25;
  }
  return sum;
}

function tell(text: string, entry: RawEntry): Told {
  const { labelled } = entry;
  if (labelled.size > 0) {
    const degree = labelled.get('degree') ?? labelled.get('title') ?? null;
    return {
      entry,
      school: labelled.get('school') ?? labelled.get('company') ?? null,
      degree,
      sure: 0.88,
    };
  }
  const pieces = piecesOf(text, entry);
  const school = strongest(
    pieces,
    (piece) => schoolScore(piece.span.text) - degreeScore(piece.span.text) * 0.5 - piece.row * 0.1,
    1.5,
  );
  const degree = strongest(
    pieces.filter((piece) => piece !== school),
    (piece) => degreeScore(piece.span.text) - schoolScore(piece.span.text) * 0.3 - piece.row * 0.1,
    1.5,
  );
  const told: Told = {
    entry,
    school: school?.span ?? null,
    degree: degree?.span ?? null,
    sure: 0.4,
  };
  const open = pieces.filter((piece) => piece !== school && piece !== degree && piece.place < 0.5);
  if (school !== null && degree !== null) told.sure = 0.85;
  else if (school === null && degree !== null) {
    // The words left over beside a degree are its school, named without a word for school.
    told.school =
      strongest(open, (piece) => (/^\p{Lu}/u.test(piece.span.text) ? 1 : 0) - piece.row * 0.1, 0.5)
        ?.span ?? null;
    told.sure = told.school === null ? 0.5 : 0.55;
  } else if (school !== null) {
    told.degree =
      strongest(open, (piece) => 1 - Math.abs(piece.row - school.row) * 0.2, 0)?.span ?? null;
    told.sure = told.degree === null ? 0.6 : 0.55;
  } else {
    told.school = open[0]?.span ?? null;
    told.degree = open[1]?.span ?? null;
    told.sure = 0.25;
  }
  return told;
}

function educationOf(reading: Reading, told: Told): ParsedEducation | null {
  const { entry } = told;
  const school = told.school === null ? null : trimSpan(told.school, ',;:|•·–—-');
  const whole = told.degree === null ? null : trimSpan(withoutGrade(told.degree), ',;:|•·–—-');
  if (school === null && whole === null) return null;
  const labelledField = entry.labelled.get('field');
  const field = labelledField?.text ?? (whole === null ? null : fieldOfStudy(whole.text));
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
  return {
    institution: school?.text ?? null,
    degree: whole?.text ?? null,
    field,
    start: dates?.range === true ? dates.from : null,
    end,
    grade: entry.labelled.get('grade')?.text ?? gradeIn(lines),
    confidence: roundConfidence(told.sure + (dates === null ? -0.1 : 0.08)),
    evidence: evidenceOf(
      reading.document,
      Math.min(...spans.map((span) => span.start)),
      Math.max(...spans.map((span) => span.end)),
    ),
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

function strongest(
  pieces: readonly HeadPiece[],
  weigh: (piece: HeadPiece) => number,
  least: number,
): HeadPiece | null {
  let best: HeadPiece | null = null;
  let most = least;
  for (const piece of pieces) {
    const weight = weigh(piece);
    if (weight > most || (best === null && weight >= most)) {
      most = weight;
      best = piece;
    }
  }
  return best;
}
