import { MAX_LINES } from './cv-lines';
import { type DocumentKind, documentKind } from './document-kind';
import type { HIDDEN_TEXT_KINDS } from './extracted-document';
import type { ParsedResume } from './parsed-resume';
import type { Reading } from './reading';
import { holdsSeveralPeople } from './several-people';

type Notice = ParsedResume['notices'][number];

const HIDDEN_NAMES: Readonly<Record<(typeof HIDDEN_TEXT_KINDS)[number], string>> = {
  'invisible-ink': 'in the colour of the page',
  tiny: 'too small to read',
  'off-page': 'outside the page',
  'zero-width': 'in characters without width',
  'tag-characters': 'in invisible tag characters',
};
const KIND_NOTICES: Readonly<Record<Exclude<DocumentKind, 'cv'>, Notice>> = {
  letter: { code: 'LETTER', message: 'This looks like a letter rather than a CV.' },
  'empty-form': {
    code: 'EMPTY_FORM',
    message: 'This looks like a CV form that was not filled in.',
  },
  'not-a-cv': {
    code: 'NOT_A_CV',
    message: 'This does not look like a CV: it tells too little of work, education or skills.',
  },
};
const FEW_LETTERS = 60;

/** Things a person should know before trusting what was read. Codes are stable; messages are sentences. */
export function readNotices(
  reading: Reading,
  resume: Omit<ParsedResume, 'notices'>,
): readonly Notice[] {
  const { document, lines } = reading;
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
  const kind = documentKind(reading, resume);
  if (kind !== 'cv') notices.push(KIND_NOTICES[kind]);
  else if (holdsSeveralPeople(reading, resume)) {
    notices.push({
      code: 'TWO_PEOPLE',
      message: 'The file may hold the CVs of more than one person. Only one was read.',
    });
  }
  return notices;
}
