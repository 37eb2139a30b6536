import type { Candidate } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import { newId } from '@/shared/kit/ids';
import { fold } from '@/shared/kit/text';
import { mulberry32, type Random, zipf } from './random';
import { inventedVocabulary, type Vocabulary } from './vocabulary';

/** A person as an import would put them in. */
export interface GeneratedCandidate {
  readonly candidateId: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

/**
 * Makes people with about 3 KB of CV text each: words by Zipf's law, 14 skills, jobs, schools and contact points, each with provenance. The
 * same seed makes the same people (but for their ids). With `lean` the places in the CV and the parser's own lists are left
 * out, which are most of a database's bytes and nothing that a search reads.
 */
export function createGenerator(options: {
  readonly ownerId: string;
  readonly seed?: number;
  readonly vocabulary?: (random: Random) => Vocabulary;
  readonly lean?: boolean;
}): {
  readonly vocabulary: Vocabulary;
  readonly next: () => GeneratedCandidate;
} {
  const random = mulberry32(options.seed ?? 1);
  const vocabulary = (options.vocabulary ?? inventedVocabulary)(random);
  const pick = <T>(list: readonly T[]): T => zipf(random, list);

  const next = (): GeneratedCandidate => {
    const name = `${pick(vocabulary.given)} ${pick(vocabulary.family)}`;
    const { city, country } = pick(vocabulary.places);
    const jobs = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, index) => ({
      company: pick(vocabulary.companies),
      title: pick(vocabulary.titles),
      start: `${2024 - index * 3}-0${1 + Math.floor(random() * 9)}`,
      end: index === 0 ? 'present' : `${2026 - index * 3}-03`,
      description: sentence(random, vocabulary.words, 40),
    }));
    const skills = new Map(
      Array.from({ length: 16 }, () => pick(vocabulary.skills)).map((skill) => [skill.name, skill]),
    );
    const school = pick(vocabulary.schools);
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
      [...skills.keys()].join(', '),
      sentence(random, vocabulary.words, 260),
    ].join('\n');
    return assemble({
      name,
      city,
      country,
      jobs,
      skills: [...skills.values()],
      school,
      email,
      text,
      ownerId: options.ownerId,
      years: jobs.length * 3,
      lean: options.lean ?? false,
    });
  };
  return { vocabulary, next };
}

interface Sketch {
  readonly name: string;
  readonly city: string;
  readonly country: string | null;
  readonly jobs: readonly {
    readonly company: string;
    readonly title: string;
    readonly start: string;
    readonly end: string;
    readonly description: string;
  }[];
  readonly skills: Vocabulary['skills'];
  readonly school: string;
  readonly email: string;
  readonly text: string;
  readonly ownerId: string;
  readonly years: number;
  readonly lean: boolean;
}

function assemble(sketch: Sketch): GeneratedCandidate {
  const candidateId = newId();
  const resumeId = newId();
  const at = (value: string) => {
    if (sketch.lean) return null;
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
  const listed = sketch.lean ? { jobs: [], skills: [] } : sketch;
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
      country: sketch.country,
      ...read(sketch.city),
    },
    summary: null,
    // What was read stands in the candidate's own rows too: a search reads it there.
    experience: listed.jobs.map((job) => ({ ...job, location: null, ...read(job.title) })),
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
    skills: listed.skills.map((skill) => ({
      skillId: skill.id,
      name: skill.name,
      verbatim: skill.name,
      years: null,
      declared: true,
      ...read(skill.name),
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
        country: sketch.country,
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
          ...part(position, skill.name),
          skillId: skill.id,
          name: skill.name,
          key: fold(skill.name),
          years: null,
          declared: true,
        },
      }),
    ),
  ];
  return { candidateId, name: sketch.name, changes };
}

const sentence = (random: Random, words: readonly string[], length: number): string =>
  Array.from({ length }, () => zipf(random, words)).join(' ');
