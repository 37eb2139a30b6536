import { describe, expect, it } from 'vitest';
import { type Truth, truthSchema } from '@/eval/truth';
import type { ParseLine } from '@/shared/domain/parsing/parse-line';
import { type Field, type FieldScore, scoreDocument } from './score-document';
import { totalsOf } from './totals';

const truth = (given: Record<string, unknown>): Truth =>
  truthSchema.parse({ file: 'a.pdf', ...given });

const EMPTY: ParseLine = {
  file: 'a.pdf',
  name: null,
  email: null,
  phone: null,
  links: [],
  location: null,
  headline: null,
  summary: null,
  skills: [],
  mentionedSkills: [],
  experience: [],
  education: [],
  languages: [],
  certifications: [],
  noticePeriod: null,
  workPermission: null,
  confidence: {},
};
const line = (given: Partial<ParseLine>): ParseLine => ({ ...EMPTY, ...given });
const job = (title: string | null, company: string | null, start: string, end: string) => ({
  title,
  company,
  start,
  end,
  location: null,
  description: '',
});

function scored(field: Field, known: Truth, read: ParseLine): readonly number[] {
  const score: FieldScore | undefined = scoreDocument(known, read).fields.get(field);
  return score === undefined ? [] : [score.right, score.read, score.true];
}

describe('scoring one file', () => {
  it.each([
    ['name', { name: 'Zoé de Groot' }, { name: 'GROOT, Zoe De' }, 1],
    ['name', { name: 'Dr. Ada Byron' }, { name: 'Ada Byron' }, 1],
    ['name', { name: 'Ada Byron' }, { name: 'Ada B. Byron' }, 0],
    ['email', { email: 'Ada@Example.org' }, { email: 'ada@example.org' }, 1],
    ['phone', { phone: '020 7946 0318' }, { phone: '+442079460318' }, 1],
    ['phone', { phone: '020 7946 0318' }, { phone: '+442079460319' }, 0],
    ['location', { location: 'San José, CR' }, { location: 'San Jose' }, 1],
    ['location', { location: 'Berlin' }, { location: 'Bern' }, 0],
    ['links', { links: ['https://www.x.org/a/'] }, { links: ['x.org/a'] }, 1],
    ['skills', { skills: ['Python (5 years)'] }, { skills: ['python'] }, 1],
    ['skills', { skills: ['C'] }, { skills: ['C++'] }, 0],
  ] as const)('compares %s: %o with %o', (field, known, read, right) => {
    const given: Partial<ParseLine> = JSON.parse(JSON.stringify(read));
    expect(scored(field, truth(known), line(given))[0]).toBe(right);
  });

  it('asks for title and company in one entry, and counts each entry once', () => {
    const known = truth({
      experience: [
        { title: 'Sous Chef', company: 'Acme Ltd', start: '2019-01', end: '2020-02' },
        { title: 'Line Cook', company: 'Globex GmbH', start: '2017', end: '2018' },
      ],
    });
    const crossed = line({
      experience: [
        job('Sous Chef', 'Globex', '2019-01', '2020-02'),
        job('Line Cook', 'Acme', '2017', '2018'),
      ],
    });
    expect(scored('title', known, crossed)).toEqual([2, 2, 2]);
    expect(scored('company', known, crossed)).toEqual([2, 2, 2]);
    expect(scored('job_entry', known, crossed)).toEqual([0, 2, 2]);
    const twice = line({
      experience: [
        job('Sous Chef', 'Acme', '2019-01', '2020-03'),
        job('Sous Chef', 'Acme', '2019-01', '2020-02'),
      ],
    });
    expect(scored('job_entry', known, twice)).toEqual([1, 2, 2]);
    // The entry with the right dates is the one compared.
    expect(scored('job_dates', known, twice)).toEqual([2, 4, 4]);
  });

  it('takes dates to the month where the truth has one, and only the same "present"', () => {
    const known = truth({
      experience: [{ title: 'Nurse', company: 'Acme', start: '2019', end: 'present' }],
    });
    const read = (start: string, end: string) =>
      scored('job_dates', known, line({ experience: [job('Nurse', 'Acme', start, end)] }))[0];
    expect(read('2019-05', 'present')).toBe(2);
    expect(read('2018-05', 'present')).toBe(1);
    expect(read('2019', '2026-01')).toBe(1);
  });

  it('takes any of the ways to name a degree, but not the bare level', () => {
    const known = truth({
      education: [
        {
          institution: 'University of Leeds',
          degree: 'Master of Science in Geology',
          degree_alt: ['MSc Geology', 'Master'],
          start: null,
          end: null,
        },
      ],
    });
    const read = (degree: string, field: string | null) =>
      scored(
        'degree',
        known,
        line({
          education: [{ institution: null, degree, field, start: null, end: null }],
        }),
      )[0];
    expect(read('MSc', 'Geology')).toBe(1);
    expect(read('Master', 'Physics and Mathematics')).toBe(0);
  });

  it('leaves out what nobody labelled, and reads nothing into a forgotten label', () => {
    const partly = truth({ annotated: ['name'], name: 'Ada Byron', titles: ['Nurse'] });
    expect(scored('title', partly, line({}))).toEqual([]);
    const open = truth({ open: true, name: [] });
    expect(scored('name', open, line({ name: 'Ada Byron' }))).toEqual([0, 0, 0]);
    expect(scored('name', truth({ name: [] }), line({ name: 'Ada Byron' }))).toEqual([0, 1, 0]);
  });

  it('does not ask for optional skills and links, and does not mind them', () => {
    const known = truth({ skills: ['Welding'], skills_optional: ['English'] });
    expect(scored('skills', known, line({ skills: ['English', 'welding'] }))).toEqual([1, 1, 1]);
  });

  it('sums counts before it divides, and leaves fields without any truth out of the mean', () => {
    const one = scoreDocument(truth({ name: 'Ada Byron' }), line({ name: 'Ada Byron' }));
    const other = scoreDocument(
      truth({ name: 'Max Muster', skills: ['Welding'] }),
      line({ skills: ['Cooking'] }),
    );
    const totals = totalsOf([one, other]);
    expect(totals.fields.get('name')).toMatchObject({ right: 1, read: 1, true: 2 });
    expect(totals.fields.has('phone')).toBe(false);
    expect(totals.macro).toBeCloseTo((2 / 3 + 0) / 2);
  });
});
