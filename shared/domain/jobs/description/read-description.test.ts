import { describe, expect, it } from 'vitest';
import { jobDraftSchema } from '../records';
import { draftFromReading } from './draft-from-reading';
import { readJobDescription } from './read-description';
import { jobReadingSchema } from './reading';

const names = (text: string, need: 'required' | 'nice') =>
  readJobDescription(text)
    .skills.filter((skill) => skill.need === need)
    .map(({ name }) => name);

const BACKEND = `Senior Backend Engineer (m/f/d)
Kestrel & Vane GmbH – Berlin, Germany (hybrid)

About us
Kestrel & Vane has built routing software for 20 years. Our founders wrote COBOL; we raised €40,000,000.

What you'll do
• Design and run services in Java and Kotlin
• Review code, mentor two juniors

Requirements
- 5+ years of experience in backend development
- At least 3 years of Java, solid PostgreSQL
- Bachelor's or Master's degree in computer science or a related field
- Basic knowledge of Docker

Nice to have
- Kubernetes, Terraform
- German

We offer
Full-time, permanent position. Salary: €75,000 - €95,000 per year. Gym with Python-themed murals.

Apply by 31 March 2027.`;

describe('a short description', () => {
  it('names a place in a line of short sentences, and a skill alone on its line', () => {
    const text = `Platform engineer
Berlin. Full time.
Must have
PostgreSQL
Nice to have
Go`;
    const read = readJobDescription(text);
    expect(read.location?.value).toBe('Berlin');
    expect(read.employmentType?.value).toBe('full_time');
    expect(names(text, 'nice')).toEqual(['Go']);
    expect(readJobDescription('Harbour pilot\nSt. Gallen · Full time').location?.value).toBe(
      'St. Gallen',
    );
  });
});

describe('a description in English with headings', () => {
  const read = readJobDescription(BACKEND);

  it('tells title, place, terms, years, schooling and pay apart from the company’s story', () => {
    expect(read.title?.value).toBe('Senior Backend Engineer');
    expect(read.location?.value).toBe('Berlin, Germany');
    expect(read.remote?.value).toBe('hybrid');
    expect(read.employmentType?.value).toBe('full_time');
    expect(read.years?.value).toEqual({ min: 5, max: null });
    expect(read.educationMin?.value).toBe('bachelor');
    expect(read.pay?.value).toEqual({
      min: 7_500_000,
      max: 9_500_000,
      currency: 'EUR',
      period: 'year',
    });
    expect(read.closesOn?.value).toBe('2027-03-31');
  });

  it('asks for what is required and for what is nice to have, and for nothing of the story or the benefits', () => {
    const byName = new Map(read.skills.map((skill) => [skill.name, skill]));
    expect(byName.get('Java')).toMatchObject({ need: 'required', minYears: 3, weight: 5 });
    expect(byName.get('PostgreSQL')).toMatchObject({ need: 'required', weight: 5 });
    expect(byName.get('Docker')).toMatchObject({ need: 'required', weight: 2 });
    expect(byName.get('Kotlin')).toMatchObject({ need: 'required', weight: 2 });
    expect(names(BACKEND, 'nice')).toEqual(expect.arrayContaining(['Kubernetes', 'Terraform']));
    expect(byName.has('COBOL')).toBe(false);
    expect(byName.has('Python')).toBe(false);
  });

  it('shows the words each value was read from', () => {
    for (const { span } of [...read.skills, read.title, read.location, read.pay].filter(
      (one) => one !== null,
    )) {
      expect(BACKEND.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it('makes a draft that could be saved', () => {
    expect(jobDraftSchema.parse(draftFromReading(read, BACKEND))).toMatchObject({
      title: 'Senior Backend Engineer',
      experienceMin: 5,
      salaryMin: 7_500_000,
      openings: 1,
    });
  });
});

describe.each([
  [
    'German',
    `Pflegefachkraft (m/w/d) in Teilzeit
Arbeitsort: Leipzig
Ihre Aufgaben
- Grundpflege und Wundversorgung
Ihr Profil
- Abgeschlossene Ausbildung als Pflegefachkraft
- Mindestens 2 Jahre Berufserfahrung
Wir bieten
3.200 € - 3.800 € brutto im Monat`,
    {
      title: 'Pflegefachkraft in Teilzeit',
      place: 'Leipzig',
      type: 'part_time',
      years: { min: 2, max: null },
      education: 'vocational',
      pay: { min: 320_000, max: 380_000, currency: 'EUR', period: 'month' },
    },
  ],
  [
    'French',
    `Intitulé du poste : Comptable général
Lieu : Lyon
CDI, temps plein
Profil recherché
Bac +3 en comptabilité, 3 à 5 ans d'expérience
Rémunération : 32 000 € à 38 000 € par an`,
    {
      title: 'Comptable général',
      place: 'Lyon',
      type: 'full_time',
      years: { min: 3, max: 5 },
      education: 'bachelor',
      pay: { min: 3_200_000, max: 3_800_000, currency: 'EUR', period: 'year' },
    },
  ],
  [
    'Indian English',
    `Job Title: HR Executive
Location: Pune, Maharashtra
Experience: 2-4 years in recruitment
Qualification: Graduate in any discipline, MBA preferred
CTC: 4-6 LPA
Number of vacancies: 3`,
    {
      title: 'HR Executive',
      place: 'Pune, Maharashtra',
      type: undefined,
      years: { min: 2, max: 4 },
      education: 'bachelor',
      pay: { min: 40_000_000, max: 60_000_000, currency: 'INR', period: 'year' },
    },
  ],
  [
    'American, in sentences',
    `We are looking for an experienced line cook to join our kitchen in Austin, TX. You need three years of experience in a busy restaurant and a high school diploma. $22 - $26 per hour.`,
    {
      title: 'experienced line cook',
      place: 'Austin, TX',
      type: undefined,
      years: { min: 3, max: null },
      education: 'school',
      pay: { min: 2200, max: 2600, currency: 'USD', period: 'hour' },
    },
  ],
])('a description in %s', (_language, text, wanted) => {
  it('is read', () => {
    const read = readJobDescription(text);
    expect({
      title: read.title?.value,
      place: read.location?.value,
      type: read.employmentType?.value,
      years: read.years?.value,
      education: read.educationMin?.value,
      pay: read.pay?.value,
    }).toEqual(wanted);
  });
});

it.each([
  [
    'a state for a degree',
    'Nurse\nBoston, MA | Full-time\nRequirements\n• RN license',
    { education: undefined },
  ],
  ['who is wanted', 'Head Chef wanted for a busy gastropub in Bristol.', { title: 'Head Chef' }],
  [
    'what one will be doing',
    'About us\nWe like SEO.\nWhat you will be doing\nRun our SQL reports.',
    { skills: ['SQL'] },
  ],
  [
    'a place without a space',
    '数据分析师\n工作地点:上海\n任职要求:\n3年以上经验',
    { years: { min: 3, max: null } },
  ],
])('does not mistake, or miss, %s', (_name, text, wanted) => {
  const read = readJobDescription(text);
  expect({
    title: read.title?.value,
    education: read.educationMin?.value,
    years: read.years?.value,
    skills: read.skills.map(({ name }) => name),
  }).toMatchObject(wanted);
});

describe('headings in everyday words', () => {
  const text = `Staff Nurse

About the ward
Eighteen beds; patients after vascular surgery.

What you need
- Wound care

It would be good if you had
- Discharge planning

What you get
A pension, and rostering by yourselves.`;

  it('asks neither for what the ward treats nor for what it offers', () => {
    expect(names(text, 'required')).toEqual(['Wound care']);
    expect(names(text, 'nice')).toEqual(['Discharge planning']);
  });
});

describe('bad descriptions', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n '],
    ['one word', 'Manager'],
    ['a hundred kilobytes of one line', 'team player with Java '.repeat(5000)],
    ['a hundred thousand short lines', 'Java\n'.repeat(100_000)],
    ['a million digits', '9'.repeat(1_000_000)],
    [
      'hostile strings',
      `'; DROP TABLE job; --\n<img onerror=alert(1)>\n__proto__\n\u202Etxt.exe\n=cmd|' /C calc'!A0\n\u0000`,
    ],
    ['days that are none', 'Apply by 31 February 2027\nDeadline: 9999-99-99'],
  ])('%s is read to the end, and proposes a job or nothing', (_name, text) => {
    const started = process.cpuUsage();
    const read = readJobDescription(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
    expect(read.closesOn).toBeNull();
    const draft = draftFromReading(jobReadingSchema.parse(read), text);
    if (draft.title !== '') expect(() => jobDraftSchema.parse(draft)).not.toThrow();
  });

  it('keeps the first and the last of a contradictory range in order', () => {
    expect(readJobDescription('Requirements\n8 - 3 years of experience').years?.value).toEqual({
      min: 3,
      max: 8,
    });
  });

  it('takes the age of the company and its money for no demand and no pay', () => {
    const read = readJobDescription(
      'Clerk\nAbout us\nWe have 40 years of experience and a turnover of $5,000,000.',
    );
    expect(read.years).toBeNull();
    expect(read.pay).toBeNull();
  });
});

describe('names that the taxonomy does not know', () => {
  const WARD = `Staff nurse
Requirements:
- Safeguarding adults
- Sepsis screening, leg ulcer clinics
- Experience of stoma siting
- Two years on an acute ward
- You will be able to work nights
- Degree in nursing
- Based in Leeds
- Team player
Nice to have:
- Ketogenic diets
Benefits
- Cycle to work scheme`;
  const unknown = readJobDescription(WARD).skills.filter(({ skillId }) => skillId === null);

  it('are kept as they are written where they are listed, and sentences, schooling and places are not', () => {
    expect(unknown.map(({ need, name }) => [need, name])).toEqual([
      ['required', 'Safeguarding adults'],
      ['required', 'Sepsis screening'],
      ['required', 'leg ulcer clinics'],
      ['required', 'stoma siting'],
      ['nice', 'Ketogenic diets'],
    ]);
    for (const { span } of unknown) expect(WARD.slice(span.start, span.end)).toBe(span.text);
  });

  it('are read out of Chinese that leaves no space beside them', () => {
    expect(
      names('后端工程师\n任职要求：\n熟悉Java和Spring框架，精通MySQL数据库', 'required'),
    ).toEqual(expect.arrayContaining(['Java', 'MySQL']));
  });
});
