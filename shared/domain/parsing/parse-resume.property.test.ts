import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { documentFromText } from './document-from-text';
import { parseResume, withUnifiedGlyphs } from './parse-resume';
import { type Evidence, parsedResumeSchema } from './parsed-resume';

const now = new Date('2026-03-01T00:00:00Z');

/** Words that steer the parser into its branches, with noise between them. */
const crumb = fc.oneof(
  fc.constantFrom(
    'Experience',
    'Education',
    'Skills',
    'Languages',
    'Berufserfahrung',
    '工作经历',
    '\n',
    '\n\n',
    '\t',
    '    ',
    ' – ',
    ', ',
    ' | ',
    '• ',
    '2019',
    '2019 – 2021',
    '09/2019–heute',
    'Sep ’19',
    'present',
    'since 2019',
    "'19",
    '31.02.2019',
    '9999-99',
    'Manager',
    'GmbH',
    'University',
    'Master of Science in',
    'Pune, Maharashtra',
    '+91 98765 43210',
    'a@b.de',
    '@',
    'linkedin.com/in/x-',
    'Python (5 years)',
    'Name:',
    'Dates',
    'Company:',
    'Fluent in',
    '__proto__',
    'constructor',
    'toString',
    '\u202e',
    '\u0000',
    '⼯程师',
    '(',
    ')',
    'f ',
    'Name: ',
    'First name: Jane\nLast name: Doe\n',
    'Curriculum Vitae of ',
    'DOE, Jane',
    'J A N E   D O E',
    'PhD, MBA',
    '佐藤 太郎',
    'ada [at] example [dot] org',
    'mailto:',
    '+44 (0) ',
    '7700 900 35 / 36 ',
    'x204',
    'LinkedIn: ada-b\n',
    'Address: ',
    '10115 Berlin',
    'Austin TX',
    'Notice period: 2 months',
    'Work permit: B',
    'Deutsch ●●●○○',
    'IELTS 7.5',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyText = fc.array(crumb, { maxLength: 120 }).map((parts) => parts.join(''));

describe('parseResume on any text', () => {
  it('never throws, gives the stored form, and points inside the text at its values', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = documentFromText(text);
        const resume = parseResume(document, { now });
        expect(parsedResumeSchema.safeParse(resume).success).toBe(true);
        for (const evidence of evidences(resume)) {
          expect(evidence.start).toBeLessThanOrEqual(evidence.end);
          expect(evidence.end).toBeLessThanOrEqual(text.length);
        }
        for (const skill of resume.skills)
          expect(shown(text, skill.evidence)).toContain(plain(skill.verbatim));
        // The signs between the parts of an address may be spelled out.
        for (const email of resume.emails)
          for (const part of email.value.split(/[@.]/))
            expect(shown(text, email.evidence)).toContain(plain(part));
        // First and family name may stand on two lines with something between them.
        for (const word of resume.name?.value.split(' ') ?? [])
          expect(shown(text, resume.name?.evidence ?? null)).toContain(plain(word));
        if (resume.headline !== null)
          expect(shown(text, resume.headline.evidence)).toContain(plain(resume.headline.value));
        if (resume.location !== null)
          expect(shown(text, resume.location.evidence)).toContain(plain(resume.location.text));
        if (resume.summary !== null)
          expect(shown(text, resume.summary.evidence)).toContain(plain(resume.summary.value));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same result for the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = parseResume(documentFromText(text), { now });
        expect(parseResume(documentFromText(text), { now })).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseResume on hostile sizes', () => {
  // Wide bounds for a slow shared machine: a reader that backtracks takes minutes, not seconds.
  const SECONDS = 4;
  it.each([
    ['a line of one million letters', 'a'.repeat(1_000_000)],
    ['a line of one million digits', '1'.repeat(1_000_000)],
    ['a line of half a million @', 'a@'.repeat(500_000)],
    ['a line of dots and letters', 'a.'.repeat(500_000)],
    ['a line of brackets', '('.repeat(1_000_000)],
    ['a line of spaces before a letter', `${' '.repeat(1_000_000)}a`],
    ['a line of dates', '2019 – 2021 '.repeat(80_000)],
    ['a line of commas', 'a, '.repeat(330_000)],
    [
      'two hundred thousand lines',
      `Experience\n${'Manager, Acme Ltd 2019 – 2021\n'.repeat(200_000)}`,
    ],
    ['two hundred thousand skills', `Skills\n${'Welding and\n'.repeat(200_000)}`],
    [
      'two hundred thousand words of names',
      `Ada Byron\n${'Ada Byron\n'.repeat(200_000)}ada@example.org`,
    ],
    ['a line of capitals with spaces', 'A '.repeat(500_000)],
    ['a line of names and commas', 'DOE, Jane, PhD, '.repeat(60_000)],
    ['a line of spelled addresses', 'ada [at] example [dot] org '.repeat(40_000)],
    ['a line of addresses with spaces', 'a . b @ c . d '.repeat(70_000)],
    ['a line of telephone signs', '+(('.repeat(330_000)],
    ['two hundred thousand numbers', '+44 7700 900035\n'.repeat(200_000)],
    ['two hundred thousand addresses', 'Address: 10115 Berlin, Germany\n'.repeat(200_000)],
    ['a line of hosts', 'www.a.b.c.d/e-'.repeat(70_000)],
    ['two hundred thousand languages', `Languages\n${'Deutsch ●●●○○, '.repeat(200_000)}`],
    ['a line of notice periods', 'Notice period: 2 months a '.repeat(40_000)],
    ['combining marks', `e${'\u0301'.repeat(500_000)}`],
  ])('reads %s in bounded time', (_name, text) => {
    const document = documentFromText(text);
    const started = cpuMs();
    parseResume(document, { now });
    expect(cpuMs() - started).toBeLessThan(SECONDS * 1000);
  });
});

// Radicals stand for characters, see `withUnifiedGlyphs`.
const plain = (text: string): string =>
  withUnifiedGlyphs(text).replace(/\s+/g, '').normalize('NFKC');

/** The text a piece of evidence points at, without white space. */
const shown = (text: string, evidence: Evidence | null): string =>
  plain(text.slice(evidence?.start ?? 0, evidence?.end ?? 0));

function evidences(resume: ReturnType<typeof parseResume>): readonly Evidence[] {
  const fields = [
    resume.name,
    resume.headline,
    resume.location,
    resume.summary,
    ...resume.emails,
    ...resume.phones,
    ...resume.links,
    ...resume.experience,
    ...resume.education,
    ...resume.skills,
    ...resume.languages,
    ...resume.certifications,
  ];
  return fields.flatMap((field) => (field?.evidence == null ? [] : [field.evidence]));
}
