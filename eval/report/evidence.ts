import type { ReadFile } from '@/eval/read-files';
import { digitsOf, linkKey } from '@/eval/scoring/normalise';
import { fold } from '@/shared/kit/text';
import { readLanguageName } from '@/shared/domain/parsing/language-names';
import type { Evidence, ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { verdict } from './bars';
import { percent } from './table';

const EVIDENCE_BAR = 0.99;

/**
 * The share of the values given whose span holds the value, after normalising: letters and digits only, dates by their year, a
 * phone number by its last digits. A link behind an icon has no text to point at and is counted apart.
 */
export function evidenceTable(files: readonly ReadFile[], show: boolean): readonly string[] {
  const counts = new Map<string, { shown: number; of: number }>();
  const missing: string[] = [];
  let behindIcons = 0;
  for (const { document, resume } of files) {
    for (const { field, value, evidence, compare } of valuesOf(resume)) {
      if (field === 'links' && evidence === null) {
        behindIcons++;
        continue;
      }
      const count = counts.get(field) ?? { shown: 0, of: 0 };
      counts.set(field, count);
      count.of++;
      const text = evidence === null ? '' : document.text.slice(evidence.start, evidence.end);
      if (compare(text, value)) count.shown++;
      else missing.push(`  ${field}: ${value} — in: ${text.slice(0, 120).replace(/\s+/g, ' ')}`);
    }
  }
  const all = { shown: 0, of: 0 };
  const lines = ['evidence: of the values given the share whose span holds the value'];
  for (const [field, { shown, of }] of counts) {
    all.shown += shown;
    all.of += of;
    lines.push(`${field.padEnd(12)} | ${percent(shown / of)} of ${of}`);
  }
  if (all.of > 0) {
    lines.push(
      `${'ALL'.padEnd(12)} | ${percent(all.shown / all.of)} of ${all.of}${verdict(all.shown / all.of, EVIDENCE_BAR)}`,
    );
  }
  if (behindIcons > 0) lines.push(`links behind icons, without text to point at: ${behindIcons}`);
  return show ? [...lines, ...missing] : lines;
}

interface Value {
  readonly field: string;
  readonly value: string;
  readonly evidence: Evidence | null;
  readonly compare: (text: string, value: string) => boolean;
}

const bare = (text: string): string => fold(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]+/gu, '');
const holds = (text: string, value: string): boolean => bare(text).includes(bare(value));
const holdsNumber = (text: string, value: string): boolean => {
  const shown = digitsOf(text);
  const given = digitsOf(value);
  return shown.length >= 6 && (given.endsWith(shown) || shown.includes(given.slice(-7)));
};
const holdsLink = (text: string, value: string): boolean => holds(linkKey(text), linkKey(value));
/** Languages are given by their English names whatever they are called in the CV. */
const holdsLanguage = (text: string, value: string): boolean =>
  text.split(/[^\p{L}\p{M}]+/u).some((word) => readLanguageName(word) === value) ||
  holds(text, value);
/** Years may be written with two digits; "present" has as many words as there are languages. */
const holdsYear = (text: string, value: string): boolean =>
  value === 'present'
    ? /\p{L}{2}|[-–—]/u.test(text)
    : text.normalize('NFKC').includes(value.slice(2, 4));

function valuesOf(resume: ParsedResume): readonly Value[] {
  const list: Value[] = [];
  const add = (
    field: string,
    value: string | null,
    evidence: Evidence | null,
    compare = holds,
  ): void => {
    if (value !== null && value !== '') list.push({ field, value, evidence, compare });
  };
  for (const field of ['name', 'headline', 'summary'] as const) {
    const read = resume[field];
    if (read !== null) add(field, read.value, read.evidence);
  }
  for (const email of resume.emails) add('email', email.value, email.evidence);
  for (const phone of resume.phones) add('phone', phone.value, phone.evidence, holdsNumber);
  for (const link of resume.links) add('links', link.url, link.evidence, holdsLink);
  if (resume.location !== null) add('location', resume.location.text, resume.location.evidence);
  for (const job of resume.experience) {
    add('job title', job.title, job.evidence);
    add('company', job.company, job.evidence);
    add('job place', job.location, job.evidence);
    add('job dates', job.start, job.evidence, holdsYear);
    add('job dates', job.end, job.evidence, holdsYear);
  }
  for (const study of resume.education) {
    add('institution', study.institution, study.evidence);
    add('degree', study.degree, study.evidence);
    add('field', study.field, study.evidence);
    add('edu dates', study.start, study.evidence, holdsYear);
    add('edu dates', study.end, study.evidence, holdsYear);
  }
  for (const skill of resume.skills) add('skills', skill.verbatim, skill.evidence);
  for (const language of resume.languages) {
    add('languages', language.name, language.evidence, holdsLanguage);
    add('lang. levels', language.levelText, language.evidence);
  }
  for (const one of resume.certifications) add('certificates', one.name, one.evidence);
  return list;
}
