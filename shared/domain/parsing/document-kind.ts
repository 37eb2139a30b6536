import { findDates } from './dates';
import type { ParsedResume } from './parsed-resume';
import type { Reading } from './reading';
import { isProse } from './word-scores';

/** What a file is that was given as a CV. */
export type DocumentKind = 'cv' | 'letter' | 'empty-form' | 'not-a-cv';

type Fields = Omit<ParsedResume, 'notices'>;

/**
 * What speaks for a CV, summed: its headings, jobs and studies, spans of time that stand apart from sentences, a person who can be reached.
 * CVs of people reach 3 and more in any language, since spans of time and contacts need no words; other papers stay below.
 */
const LEAST_FOR_CV = 2.5;
/** A letter may tell of jobs and skills in passing; a CV with its letter in one file has the parts of a CV. */
const MOST_FOR_LETTER = 3.5;
/** A form has many fields: a few blanks are a person's who left something out. */
const LEAST_BLANKS = 4;

/** Tells a CV from a letter, a form nobody filled in and anything else people keep in the same folder. */
export function documentKind(reading: Reading, resume: Fields): DocumentKind {
  if (isEmptyForm(reading, resume)) return 'empty-form';
  const evidence = evidenceForCv(reading, resume);
  if (evidence < MOST_FOR_LETTER && isLetter(reading, resume)) return 'letter';
  return evidence < LEAST_FOR_CV ? 'not-a-cv' : 'cv';
}

const TELLING = ['experience', 'education', 'skills'] as const;
const SUPPORTING = ['languages', 'certifications', 'summary', 'personal', 'projects'] as const;

const headedKinds = (reading: Reading): ReadonlySet<string> =>
  new Set(reading.sections.filter((one) => one.heading !== null).map((one) => one.kind));

function evidenceForCv(reading: Reading, resume: Fields): number {
  const headed = headedKinds(reading);
  const telling = TELLING.filter((kind) => headed.has(kind)).length;
  const supporting = SUPPORTING.filter((kind) => headed.has(kind)).length;
  const jobs = resume.experience.filter((job) => job.start !== null && job.title !== null).length;
  const studies = resume.education.filter((study) => study.confidence >= 0.7).length;
  const reachable =
    (resume.emails.length > 0 ? 0.5 : 0) +
    (resume.phones.length > 0 ? 0.5 : 0) +
    ((resume.name?.confidence ?? 0) >= 0.7 ? 0.5 : 0);
  return (
    telling +
    supporting * 0.5 +
    Math.min(jobs, 2) +
    Math.min(studies, 1) +
    (spansOfTime(reading) >= 2 ? 1 : 0) +
    reachable
  );
}

/** Lines beside whose few words a span of time stands, as beside a job or a course of study: "2015 – 2018", "seit 3/2019". */
function spansOfTime(reading: Reading): number {
  let found = 0;
  for (const line of reading.lines.slice(0, 400)) {
    if (line.text.length > 120 || !/\d{2}/.test(line.text)) continue;
    if (findDates(line.text).some((date) => date.range) && !isProse(line.text)) found++;
    if (found >= 2) break;
  }
  return found;
}

const SALUTATION =
  /^(?:dear (?:sir|madam|hiring|mr|ms|mrs|mx|dr|prof|recruit|team|human|all|\p{Lu})|to whom it may concern|sehr geehrte|liebe[rs]? (?:frau|herr|team|\p{Lu})|guten tag|(?:madame|monsieur|mesdames|messieurs)\b|cher(?:e|s)? |estimad[oa]s?\b|a quien corresponda|muy señor|prezad[oa]s?\b|exm[oa]s?\.?\b|car[oa]s? senhor|gentil[ei]|egregi[oa]?\b|spett\.?(?:le|abile)?|geachte |beste |szanown[iya]|k[æä]re |hej |bästa |arvoisa|vážen|tisztelt|stimate|уважаем|尊敬的|拝啓)/iu;
const CLOSING =
  /^(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards|with (?:kind|best) regards|respectfully|mit freundlichen? gr(?:ü|u|ue)(?:ß|ss)e?n?|freundliche grüsse|hochachtungsvoll|(?:bien )?cordialement|je vous prie|veuillez agréer|dans l[’']attente|atentamente|(?:un )?cordial saludo|saludos|le saluda|atenciosamente|com os melhores cumprimentos|cordiali saluti|distinti saluti|in attesa|met vriendelijke groet|hoogachtend|z poważaniem|z wyrazami szacunku|med vänlig|med venlig|vennlig hilsen|с уважением|此致|敬具)/iu;

/** A salutation on a line of its own and whole sentences behind it, signed or not. */
function isLetter(reading: Reading, resume: Fields): boolean {
  const { lines } = reading;
  const at = lines
    .slice(0, 40)
    .findIndex((line) => line.text.length <= 80 && SALUTATION.test(line.text));
  if (at < 0 || resume.experience.filter((job) => job.start !== null).length >= 2) return false;
  const body = lines.slice(at + 1);
  const closed = body.some((line) => line.text.length <= 160 && CLOSING.test(line.text));
  const length = body.reduce((sum, line) => sum + line.text.length, 0);
  const sentences = body.reduce(
    (sum, line) => sum + (isProse(line.text) || line.text.length > 60 ? line.text.length : 0),
    0,
  );
  return closed || sentences > length * 0.6;
}

/** What stands in a form where a person's own words belong, by the habits of those who make forms. */
const BLANK: readonly RegExp[] = [
  // A label with nothing or only a rule behind it: "Employer: ________".
  /^[\p{L}\p{M}][\p{L}\p{M}\s()/,.’'-]{1,40}[:：][\s_.…-]{0,80}$/u,
  /_{4,}|\.{6,}|…{2,}/,
  // "[Your name]", "<Company>", "{{title}}"
  /[[<{«]\s?\p{L}[\p{L}\s,/’'-]{2,40}[\]>}»]/u,
  // "MM/YYYY", "TT.MM.JJJJ", "xx/xxxx"
  /\b(?:mm|dd|tt|jj|gg|xx)\s?[/.-]\s?(?:(?:mm|xx)\s?[/.-]\s?)?(?:yyyy|jjjj|aaaa|rrrr|xxxx|yy|aa)\b/iu,
  /\blorem ipsum\b|\b(?:click|tap) (?:or tap )?here to\b|klicken (?:oder tippen )?sie\b|cliquez (?:ou appuyez )?ici|haga clic|fare clic|faça clique|clique ou toque|klik (?:of tik )?(?:om|hier)|kliknij/iu,
  /^(?:your|ihr|votre|su|seu|il tuo|uw|twoje) (?:full )?(?:name|nom|nombre|nome|naam|imię)\b|^(?:first ?name,? (?:last|sur) ?name|vorname,? nachname|prénom,? nom|nombre,? apellidos?|nome,? cognome|voornaam,? achternaam|imię i? ?nazwisko)\b.{0,3}$/iu,
];

/** Parts of a CV, fields to fill in, and nobody's jobs, studies or telephone in them. */
function isEmptyForm(reading: Reading, resume: Fields): boolean {
  const dated = [...resume.experience, ...resume.education].some(
    (entry) => entry.start !== null || entry.end !== null,
  );
  if (dated || resume.phones.length > 0) return false;
  const lines = reading.lines.slice(0, 400);
  const headed = headedKinds(reading);
  const headings = [...TELLING, ...SUPPORTING].filter((kind) => headed.has(kind)).length;
  // Contracts and licences have blanks as well, but not the parts of a CV.
  if (headings < 2) return false;
  const blanks = lines.filter((line, index) => isBlank(line.text, lines[index + 1]?.text)).length;
  if (blanks >= LEAST_BLANKS && blanks * 4 >= lines.length) return true;
  // Headings and hardly anything under them.
  return (
    headings >= 3 &&
    resume.emails.length === 0 &&
    resume.experience.length === 0 &&
    resume.education.length === 0 &&
    lines.length <= headings * 2.5
  );
}

/** A label is blank only where its value does not stand on the next line. */
function isBlank(text: string, next: string | undefined): boolean {
  if (text.length > 200) return false;
  const [label, ...others] = BLANK;
  if (others.some((pattern) => pattern.test(text))) return true;
  if (label?.test(text) !== true) return false;
  return next === undefined || label.test(next) || others.some((pattern) => pattern.test(next));
}
