import type { Candidate } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { newId } from '@/shared/kit/ids';
import { fold } from '@/shared/kit/text';

/** A person as an import would put them in. */
export interface GeneratedCandidate {
  readonly candidateId: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

/** The words a benchmark may search for, most frequent first. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly skills: readonly string[];
  readonly cities: readonly string[];
  readonly companies: readonly string[];
}

/**
 * Makes people with about 3 KB of CV text each: words by Zipf's law from 30,000, 14 skills of 400, jobs, schools and contact points, each
 * with provenance. The same seed makes the same people (but for their ids).
 */
export function createGenerator(options: { readonly ownerId: string; readonly seed?: number }): {
  readonly vocabulary: Vocabulary;
  readonly next: () => GeneratedCandidate;
} {
  const random = mulberry32(options.seed ?? 1);
  const vocabulary: Vocabulary = {
    words: invent(random, 30_000, 1, 4),
    skills: [...KNOWN_SKILLS, ...invent(random, 380, 2, 3)],
    cities: invent(random, 400, 2, 3).map(capital),
    companies: invent(random, 6000, 2, 3).map(
      (name, index) => `${capital(name)} ${LEGAL_FORMS[index % LEGAL_FORMS.length]}`,
    ),
  };
  const given = invent(random, 1500, 1, 3).map(capital);
  const family = invent(random, 12_000, 2, 3).map(capital);
  const schools = invent(random, 500, 2, 3).map((name) => `University of ${capital(name)}`);
  const pick = <T>(list: readonly T[]): T => zipf(random, list);

  const next = (): GeneratedCandidate => {
    const name = `${pick(given)} ${pick(family)}`;
    const city = pick(vocabulary.cities);
    const jobs = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, index) => ({
      company: pick(vocabulary.companies),
      title: `${pick(LEVELS)} ${pick(ROLES)}`,
      start: `${2024 - index * 3}-0${1 + Math.floor(random() * 9)}`,
      end: index === 0 ? 'present' : `${2026 - index * 3}-03`,
      description: sentence(random, vocabulary.words, 40),
    }));
    const skills = [...new Set(Array.from({ length: 16 }, () => pick(vocabulary.skills)))];
    const school = pick(schools);
    const email = `${fold(name).replaceAll(' ', '.')}${Math.floor(random() * 1e6)}@mail.example`;
    const text = [
      name,
      jobs[0]?.title,
      `${city} · ${email}`,
      'Experience',
      ...jobs.flatMap((job) => [
        `${job.title}, ${job.company}, ${job.start} – ${job.end}`,
        job.description,
      ]),
      'Education',
      school,
      'Skills',
      skills.join(', '),
      sentence(random, vocabulary.words, 260),
    ].join('\n');
    return assemble({
      name,
      city,
      jobs,
      skills,
      school,
      email,
      text,
      ownerId: options.ownerId,
      years: jobs.length * 3,
    });
  };
  return { vocabulary, next };
}

interface Sketch {
  readonly name: string;
  readonly city: string;
  readonly jobs: readonly {
    readonly company: string;
    readonly title: string;
    readonly start: string;
    readonly end: string;
    readonly description: string;
  }[];
  readonly skills: readonly string[];
  readonly school: string;
  readonly email: string;
  readonly text: string;
  readonly ownerId: string;
  readonly years: number;
}

function assemble(sketch: Sketch): GeneratedCandidate {
  const candidateId = newId();
  const resumeId = newId();
  const at = (value: string) => {
    const start = Math.max(0, sketch.text.indexOf(value));
    return {
      start,
      end: start + value.length,
      page: 1,
      boxes: [{ x: 72, y: 100 + (start % 600), width: value.length * 5, height: 11 }],
    };
  };
  const readIn = (
    value: string,
  ): Candidate['provenance'][keyof Candidate['provenance']] & object => ({
    source: 'resume',
    resumeId,
    confidence: 0.9,
    evidence: at(value),
  });
  const part = (position: number, value: string) => ({
    id: newId(),
    candidateId,
    position,
    provenance: readIn(value),
  });
  const read = (value: string) => ({ confidence: 0.9, evidence: at(value) });
  const title = sketch.jobs[0]?.title ?? '';
  const parsed: ParsedResume = {
    parser: { name: 'generated', version: '1' },
    language: 'en',
    name: { value: sketch.name, ...read(sketch.name) },
    headline: { value: title, ...read(title) },
    emails: [{ value: sketch.email, ...read(sketch.email) }],
    phones: [],
    links: [],
    location: {
      text: sketch.city,
      city: sketch.city,
      region: null,
      country: null,
      ...read(sketch.city),
    },
    summary: null,
    experience: sketch.jobs.map((job) => ({ ...job, location: null, ...read(job.title) })),
    education: [
      {
        institution: sketch.school,
        degree: null,
        level: null,
        field: null,
        start: null,
        end: null,
        grade: null,
        ...read(sketch.school),
      },
    ],
    skills: sketch.skills.map((skill) => ({
      skillId: null,
      name: skill,
      verbatim: skill,
      years: null,
      declared: true,
      ...read(skill),
    })),
    languages: [],
    certifications: [],
    noticePeriod: null,
    workPermission: null,
    totalYears: sketch.years,
    notices: [],
  };
  const changes: Change[] = [
    {
      op: 'insert',
      entity: 'candidate',
      row: {
        id: candidateId,
        name: sketch.name,
        headline: title,
        location: sketch.city,
        city: sketch.city,
        region: null,
        country: null,
        summary: null,
        totalYears: sketch.years,
        noticePeriod: null,
        workPermission: null,
        ownerId: sketch.ownerId,
        source: 'folder',
        consentBasis: null,
        consentGivenAt: null,
        consentExpiresAt: null,
        doNotContact: false,
        archivedAt: null,
        mergedIntoId: null,
        currentResumeId: resumeId,
        provenance: {
          name: readIn(sketch.name),
          headline: readIn(title),
          location: readIn(sketch.city),
        },
      },
    },
    {
      op: 'insert',
      entity: 'resume',
      row: {
        id: resumeId,
        candidateId,
        fileName: `${fold(sketch.name).replaceAll(' ', '-')}.pdf`,
        mediaType: 'application/pdf',
        bytes: 60_000,
        sha256: `${newId()}${newId()}`.replaceAll('-', '').slice(0, 64),
        storedAt: new Date().toISOString(),
        text: sketch.text,
        lines: [],
        pages: [{ width: 595, height: 842 }],
        ocrConfidence: null,
        parserName: 'generated',
        parserVersion: '1',
        parsed,
        notices: [],
        origin: { kind: 'folder', path: `/cvs/${resumeId}.pdf` },
      },
    },
    {
      op: 'insert',
      entity: 'contactPoint',
      row: {
        ...part(0, sketch.email),
        kind: 'email',
        value: sketch.email,
        key: sketch.email,
        linkKind: null,
      },
    },
    {
      op: 'insert',
      entity: 'education',
      row: {
        ...part(0, sketch.school),
        institution: sketch.school,
        degree: null,
        field: null,
        start: null,
        end: null,
        grade: null,
      },
    },
    ...sketch.jobs.map(
      (job, position): Change => ({
        op: 'insert',
        entity: 'experience',
        row: { ...part(position, job.title), ...job, location: null, months: 36 },
      }),
    ),
    ...sketch.skills.map(
      (skill, position): Change => ({
        op: 'insert',
        entity: 'candidateSkill',
        row: {
          ...part(position, skill),
          skillId: null,
          name: skill,
          key: fold(skill),
          years: null,
          declared: true,
        },
      }),
    ),
  ];
  return { candidateId, name: sketch.name, changes };
}

const KNOWN_SKILLS = [
  'Java',
  'Python',
  'SQL',
  'JavaScript',
  'Excel',
  'Leadership',
  'C++',
  'C#',
  'React',
  'Docker',
  'Kubernetes',
  'Sales',
  'SAP',
  'Accounting',
  'Nursing',
  'AutoCAD',
  'Go',
  'Rust',
  'Marketing',
  'Scrum',
];
const LEVELS = ['Senior', 'Junior', 'Lead', 'Principal', 'Deputy', 'Chief'];
const ROLES = [
  'Developer',
  'Engineer',
  'Analyst',
  'Manager',
  'Consultant',
  'Accountant',
  'Nurse',
  'Designer',
  'Architect',
  'Technician',
  'Buyer',
  'Planner',
];
const LEGAL_FORMS = ['GmbH', 'Ltd', 'Inc', 'SA', 'AG', 'SARL'];
const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
  '',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'io'];
const CODAS = ['', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'x'];

function invent(random: () => number, count: number, shortest: number, longest: number): string[] {
  const made = new Set<string>();
  const uniform = (list: readonly string[]): string =>
    list[Math.floor(random() * list.length)] ?? '';
  while (made.size < count) {
    const syllables = shortest + Math.floor(random() * (longest - shortest + 1));
    let word = '';
    for (let index = 0; index < syllables; index++)
      word += uniform(ONSETS) + uniform(NUCLEI) + uniform(CODAS);
    made.add(word);
  }
  return [...made];
}

const sentence = (random: () => number, words: readonly string[], length: number): string =>
  Array.from({ length }, () => zipf(random, words)).join(' ');

/** An element by Zipf's law (exponent 1): the n-th comes about n times less often than the first. */
function zipf<T>(random: () => number, list: readonly T[]): T {
  const rank = Math.floor((list.length + 1) ** random()) - 1;
  const value = list[Math.min(rank, list.length - 1)];
  if (value === undefined) throw new Error('an empty list');
  return value;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A small seeded random number generator (mulberry32): the same seed gives the same people on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
