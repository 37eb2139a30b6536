import { MAX_LINES } from './cv-lines';
import type { HIDDEN_TEXT_KINDS } from './extracted-document';
import type { ParsedResume } from './parsed-resume';
import type { Reading } from './reading';

type Notice = ParsedResume['notices'][number];

const HIDDEN_NAMES: Readonly<Record<(typeof HIDDEN_TEXT_KINDS)[number], string>> = {
  'invisible-ink': 'in the colour of the page',
  tiny: 'too small to read',
  'off-page': 'outside the page',
  'zero-width': 'in characters without width',
  'tag-characters': 'in invisible tag characters',
};
const LETTER =
  /^(?:dear (?:sir|madam|hiring|mr|ms|mrs|dr|recruit|team|human)|to whom it may concern|sehr geehrte|liebe[rs]? (?:frau|herr)|madame,? monsieur|(?:madame|monsieur),$|estimad[oa]s? |a quien corresponda|prezad[oa]s? |exm[oa]s?\.? |gentile |egregi[oa]? |spett\.?(?:le|abile)? |geachte |beste (?:heer|mevrouw)|szanown[iy] )/i;
const FEW_LETTERS = 60;

/** Things a person should know before trusting what was read. Codes are stable; messages are sentences. */
export function readNotices(
  reading: Reading,
  resume: Omit<ParsedResume, 'notices'>,
): readonly Notice[] {
  const { document, lines, sections } = reading;
  const notices: Notice[] = [...document.warnings];
  const kinds = [...new Set(document.hidden.map((hidden) => hidden.kind))];
  if (kinds.length > 0) {
    const where = kinds.map((kind) => HIDDEN_NAMES[kind]).join(', ');
    notices.push({
      code: 'HIDDEN_TEXT',
      message: `The file holds text a reader would not see (${where}). It was left out.`,
    });
  }
  if (document.ocrConfidence !== null && document.ocrConfidence < 0.7) {
    notices.push({
      code: 'POOR_SCAN',
      message: 'The text was read from a picture of poor quality. Check every field.',
    });
  }
  if (lines.length >= MAX_LINES) {
    notices.push({
      code: 'TEXT_CUT',
      message: `Only the first ${MAX_LINES} lines of this very long file were read.`,
    });
  }
  const letters = lines.slice(0, 200).reduce((sum, line) => sum + line.key.length, 0);
  if (letters < FEW_LETTERS) {
    notices.push({ code: 'LITTLE_TEXT', message: 'There is hardly any text in this file.' });
    return notices;
  }
  const telling = sections.filter(
    (section) =>
      section.kind === 'experience' || section.kind === 'education' || section.kind === 'skills',
  );
  const letter = lines.slice(0, 40).some((line) => LETTER.test(line.text));
  if (letter && telling.length < 2) {
    notices.push({ code: 'LETTER', message: 'This looks like a letter rather than a CV.' });
  } else if (
    telling.length === 0 &&
    resume.experience.length === 0 &&
    resume.education.length === 0
  ) {
    notices.push({
      code: 'NOT_A_CV',
      message: 'This does not look like a CV: it has no part on work, education or skills.',
    });
  } else if (isEmptyForm(reading, resume)) {
    notices.push({
      code: 'EMPTY_FORM',
      message: 'This looks like a CV form that was not filled in.',
    });
  }
  if (holdsTwoPeople(reading, resume)) {
    notices.push({
      code: 'TWO_PEOPLE',
      message: 'The file may hold the CVs of more than one person. Only one was read.',
    });
  }
  return notices;
}

const isEmptyForm = (reading: Reading, resume: Omit<ParsedResume, 'notices'>): boolean =>
  reading.sections.filter((section) => section.heading !== null).length >= 3 &&
  resume.emails.length === 0 &&
  resume.phones.length === 0 &&
  resume.experience.length === 0 &&
  resume.education.length === 0;

/** Two sections of work and two of education that each follow an e-mail address of their own. */
function holdsTwoPeople(reading: Reading, resume: Omit<ParsedResume, 'notices'>): boolean {
  const second = resume.emails[1]?.evidence;
  if (second == null) return false;
  const count = (kind: string, from: number): number =>
    reading.sections.filter(
      (section) => section.kind === kind && (section.heading?.start ?? -1) > from,
    ).length;
  const before = reading.sections.some(
    (section) =>
      section.kind === 'experience' && (section.heading?.start ?? Infinity) < second.start,
  );
  return before && count('experience', second.start) > 0 && count('education', second.start) > 0;
}
