import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileJob } from './compile-job';
import { type JobCriteria, NO_CRITERIA, type SkillCriterion } from './criteria';
import { criteriaOfFacts } from './explain';
import { type CandidateFacts, NOW } from './facts';
import { factsOf } from './facts-of-profile';
import { criteriaOfInput } from './job-input';
import type { CandidateProfile } from './profile';
import { byRank } from './rank';
import { canonical, receiptOf } from './receipt';
import { monthOf, scoreCandidate, scoreOf } from './score-candidate';
import { scoreFacts } from './score-facts';
import { PARTS } from './score-types';
import { skillsGap } from './skills-gap';
import { DEFAULT_WEIGHTS } from './weights';

const DAY = new Date('2026-01-15T00:00:00Z');
const AS_OF = monthOf(DAY);

const NOBODY: CandidateProfile = {
  id: 'nobody',
  headline: null,
  summary: null,
  roles: [],
  education: [],
  skills: [],
  location: null,
  totalYears: null,
  text: null,
};

const skill = (
  name: string,
  skillId: string | null,
  more: Partial<SkillCriterion> = {},
): SkillCriterion => ({
  name,
  skillId,
  mustHave: true,
  weight: 5,
  minYears: null,
  origin: 'stated',
  ...more,
});

const job: JobCriteria = {
  ...NO_CRITERIA,
  title: 'Backend developer',
  skills: [
    skill('Databases', 'databases', { minYears: 3 }),
    skill('Java', 'java'),
    skill('Quokka wrangling', null, { mustHave: false, weight: 2 }),
  ],
  experienceMin: 4,
  educationMin: 'bachelor',
  location: { text: 'Berlin', city: 'Berlin', region: null, country: 'DE' },
};

const TEXT = 'Software developer. Five years of PostgreSQL at a bank in Potsdam.';
const person: CandidateProfile = {
  ...NOBODY,
  id: 'p-1',
  roles: [
    {
      title: 'Software developer',
      description: 'PostgreSQL',
      start: '2020-01',
      end: 'present',
      span: { start: 0, end: 18 },
    },
  ],
  education: [{ degree: 'BSc Computer Science', level: 'bachelor', field: null, span: null }],
  skills: [
    {
      skillId: 'postgresql',
      name: 'PostgreSQL',
      years: 5,
      lastUsed: null,
      span: { start: 34, end: 44 },
    },
  ],
  location: { text: 'Potsdam', city: 'Potsdam', region: null, country: 'DE', span: null },
  totalYears: 6,
  text: TEXT,
};

describe('scoreCandidate', () => {
  test('tells for each thing asked what is there, how near, and quotes the place', () => {
    const { criteria, score, parts } = scoreCandidate(job, person, DEFAULT_WEIGHTS, DAY);
    const by = new Map(criteria.map((one) => [one.key, one]));
    expect(by.get('skill:databases')).toMatchObject({
      status: 'met',
      credit: 850,
      nearest: 'PostgreSQL',
      months: 60,
      proof: { field: 'skill', index: 0, quote: 'PostgreSQL' },
    });
    expect(by.get('skill:java')).toMatchObject({ status: 'missing', nearest: null, proof: null });
    expect(by.get('education')).toMatchObject({ status: 'met', nearest: 'bachelor' });
    expect(by.get('location')).toMatchObject({ status: 'met', nearest: 'Potsdam' });
    expect(by.get('title')?.proof?.quote).toBe('Software developer');
    expect(PARTS.reduce((sum, part) => sum + parts[part].points, 0)).toBe(score);
    expect(skillsGap(criteria).missing).toEqual(['Java', 'Quokka wrangling']);
  });

  test('quotes the line that says most of what the advertisement says, and no more of a long one than one reads', () => {
    const said = {
      ...job,
      description: 'Payroll for 400 staff: pay runs, pensions, statutory sick pay, tax returns.',
    };
    const line = '  Ran payroll, pensions and statutory tax returns for three sites.';
    const text = `Enjoys tax law.\n${line}\n${'Likes walking far away on Sundays. '.repeat(300)}payroll`;
    const wordsOf = (profile: CandidateProfile) =>
      scoreCandidate(said, profile, DEFAULT_WEIGHTS, DAY).criteria.find(
        ({ key }) => key === 'words',
      );
    const proof = wordsOf({ ...person, text })?.proof;
    expect(proof).toMatchObject({ field: 'text', quote: line.trim() });
    expect(text.slice(proof?.span?.start, proof?.span?.end)).toBe(line.trim());
    const long = wordsOf({ ...person, text: text.replace(line, 'x'.repeat(5000)) })?.proof;
    expect(long?.quote.length).toBeLessThanOrEqual(240);
    expect(wordsOf({ ...person, text: 'Nothing of it.' })?.proof).toBeNull();
  });

  test('what a candidate does not say is unknown, never missing, and costs less than the wrong answer', () => {
    const { criteria, parts } = scoreCandidate(job, NOBODY, DEFAULT_WEIGHTS, DAY);
    expect(criteria.map(({ status }) => status)).toEqual(criteria.map(() => 'unknown'));
    const far = {
      ...person.location,
      text: 'Lima',
      city: 'Lima',
      country: 'PE',
      region: null,
      span: null,
    };
    const wrong = scoreCandidate(job, { ...NOBODY, location: far }, DEFAULT_WEIGHTS, DAY);
    expect(wrong.parts.location.points).toBeLessThan(parts.location.points);
  });

  test('a skill the taxonomy does not know is found by its folded words', () => {
    const has = (name: string) =>
      scoreCandidate(
        job,
        {
          ...person,
          skills: [
            { ...person.skills[0], skillId: null, name, years: null, lastUsed: null, span: null },
          ],
        },
        DEFAULT_WEIGHTS,
        DAY,
      ).criteria.find(({ asked }) => asked === 'Quokka wrangling');
    expect(has('QUOKKA-Wrangling')).toMatchObject({ status: 'met', credit: 1000 });
    expect(has('Wrangling of a quokka')).toMatchObject({ credit: 800 });
    expect(has('Quokka')).toMatchObject({ status: 'missing' });
  });

  test('a job that asks for nothing gives 0, and nothing is divided by nothing', () => {
    expect(scoreCandidate(NO_CRITERIA, person, DEFAULT_WEIGHTS, DAY)).toMatchObject({
      score: 0,
      criteria: [],
    });
  });

  test('dates in the future count to the day of the question and no further', () => {
    const facts = factsOf({
      ...person,
      totalYears: null,
      roles: [
        {
          title: 'Backend developer',
          description: '',
          start: '2030-01',
          end: '2040-01',
          span: null,
        },
      ],
    });
    const { parts } = scoreOf(compileJob(job), facts, DEFAULT_WEIGHTS, AS_OF);
    expect(parts.experience.likeness).toBe(400);
  });
});

describe('somebody of whom little is written', () => {
  const bare = (title: string): CandidateProfile => ({
    ...person,
    headline: { text: title, span: null },
    summary: null,
    roles: [],
    education: [],
    skills: [],
    totalYears: null,
    text: null,
  });
  const titled = (asked: string, has: string): number =>
    scoreCandidate({ ...NO_CRITERIA, title: asked }, bare(has), DEFAULT_WEIGHTS, DAY).score;

  test('is told by what they are called now: the same title is nearly all there is, another one is not', () => {
    for (const title of ['Payroll administrator', 'Bricklayer', 'Account executive', 'Advocate'])
      expect([title, titled(title, title) >= 8000]).toEqual([title, true]);
    expect(titled('Accountant', 'Account executive')).toBeLessThan(4000);
    expect(titled('Accountant', 'Accounts executive')).toBeGreaterThan(8000);
    expect(titled('Bricklayer', 'Payroll administrator')).toBeLessThan(1000);
  });

  test('takes no work of another field for such work because the last word of its name is the same', () => {
    const yearsOf = (title: string) => {
      const [role] = person.roles;
      const asked = { ...NO_CRITERIA, title: 'Software engineer', experienceMin: 4 };
      const roles = role === undefined ? [] : [{ ...role, title }];
      return scoreCandidate(asked, { ...person, roles }, DEFAULT_WEIGHTS, DAY).criteria.find(
        ({ key }) => key === 'experience',
      )?.status;
    };
    expect([yearsOf('Software developer'), yearsOf('Civil engineer')]).toEqual(['met', 'missing']);
  });

  test('has other work counted for a fifth of the years asked at most', () => {
    const nurse = {
      ...bare('Staff nurse'),
      roles: [
        { title: 'Staff nurse', description: '', start: '2005-01', end: 'present', span: null },
      ],
    } as const;
    const asked = { ...NO_CRITERIA, title: 'Backend developer', experienceMin: 4 };
    const { parts, criteria } = scoreCandidate(asked, nurse, DEFAULT_WEIGHTS, DAY);
    expect(parts.experience.likeness).toBe(187);
    expect(criteria.find(({ key }) => key === 'experience')?.status).toBe('missing');
  });
});

test('facts alone tell the same statuses as the profile, without quoting anything', () => {
  const compiled = compileJob(job);
  const facts = factsOf(person);
  const { likeness, details } = scoreFacts(compiled, facts, AS_OF);
  const alone = criteriaOfFacts(compiled, facts, likeness, details);
  const told = scoreCandidate(job, person, DEFAULT_WEIGHTS, DAY).criteria;
  expect(alone.map(({ key, status }) => [key, status])).toEqual(
    told.map(({ key, status }) => [key, status]),
  );
  expect(alone.every(({ proof }) => proof === null)).toBe(true);
});

describe('properties', () => {
  const ids = [
    'java',
    'databases',
    'postgresql',
    'python',
    'excel',
    'payroll',
    'recruitment',
  ] as const;
  const facts: fc.Arbitrary<CandidateFacts> = fc.record({
    skills: fc
      .uniqueArray(fc.constantFrom(...ids))
      .chain((list) =>
        fc.tuple(
          ...list.map((id) =>
            fc.record({ id: fc.constant(id), months: fc.nat(720), lastUsed: fc.constant(0) }),
          ),
        ),
      )
      .map((list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))),
    otherSkills: fc.constant<string[]>([]),
    roles: fc.array(
      fc.record({
        title: fc.constantFrom('backend-developer', 'software-developer', 'registered-nurse', null),
        strength: fc.integer({ min: 0, max: 1000 }),
        level: fc.integer({ min: 0, max: 10 }),
        start: fc.integer({ min: 23_500, max: 24_600 }),
        end: fc.constantFrom(0, 24_000, 24_300, NOW),
      }),
      { maxLength: 4 },
    ),
    titleTerms: fc.constant<number[]>([]),
    textTerms: fc.uniqueArray(
      fc.record({ term: fc.nat(2000), weight: fc.integer({ min: 1, max: 255 }) }),
      {
        selector: ({ term }) => term,
        maxLength: 30,
      },
    ),
    education: fc.integer({ min: 0, max: 7 }),
    place: fc.constantFrom(null, { country: 'DE', at: null }),
    totalMonths: fc.nat(500),
  });
  const compiled = compileJob(job);

  test('the same facts give the same digits a thousand times, whoever is scored in between', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 2, maxLength: 6 }), (people) => {
        const once = people.map((one) => canonical(scoreOf(compiled, one, DEFAULT_WEIGHTS, AS_OF)));
        const again = compileJob(job);
        const turned = people
          .toReversed()
          .map((one) => canonical(scoreOf(again, one, DEFAULT_WEIGHTS, AS_OF)))
          .toReversed();
        expect(turned).toEqual(once);
      }),
      { numRuns: 10 },
    );
    const own = factsOf(person);
    const { score } = scoreOf(compiled, own, DEFAULT_WEIGHTS, AS_OF);
    const scores = Array.from(
      { length: 1000 },
      () => scoreOf(compiled, own, DEFAULT_WEIGHTS, AS_OF).score,
    );
    expect(new Set(scores)).toEqual(new Set([score]));
    expect(factsOf(person)).toEqual(own);
  });

  test('a skill more that is asked for never lowers the score, and parts always sum to it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('java', 'databases'), fc.nat(720), (one, id, months) => {
        const before = scoreOf(compiled, one, DEFAULT_WEIGHTS, AS_OF);
        const others = one.skills.filter((each) => each.id !== id);
        const had = one.skills.find((each) => each.id === id)?.months ?? 0;
        const more = {
          ...one,
          skills: [...others, { id, months: Math.max(had, months), lastUsed: 0 }],
        };
        const after = scoreOf(compiled, more, DEFAULT_WEIGHTS, AS_OF);
        if (had === 0 && one.skills.some((each) => each.id === id) && months < 36) return;
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(PARTS.reduce((sum, part) => sum + after.parts[part].points, 0)).toBe(after.score);
      }),
      { numRuns: 500 },
    );
  });

  test('a listed skill more never lowers the score of a profile without a text either', () => {
    const asked: JobCriteria = { ...job, description: 'Java services on PostgreSQL, SQL tuning' };
    const listed = (names: readonly string[]): CandidateProfile => ({
      ...person,
      text: null,
      summary: { text: 'Writes services for banks', span: null },
      skills: names.map((name) => ({
        skillId: name.toLowerCase(),
        name,
        years: null,
        lastUsed: null,
        span: null,
      })),
    });
    let last = -1;
    for (const names of [[], ['Python'], ['Python', 'SQL'], ['Python', 'SQL', 'Java']]) {
      const { score } = scoreCandidate(asked, listed(names), DEFAULT_WEIGHTS, DAY);
      expect(score).toBeGreaterThanOrEqual(last);
      last = score;
    }
  });

  test('the order of candidates is the same whatever order they came in, twins too', () => {
    const { score, mustHaves, parts } = scoreOf(compiled, factsOf(person), DEFAULT_WEIGHTS, AS_OF);
    const people = ['b', 'a', 'c'].map((id) => ({ id, score, mustHaves, parts }));
    expect(people.toSorted(byRank).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(
      people
        .toReversed()
        .toSorted(byRank)
        .map(({ id }) => id),
    ).toEqual(['a', 'b', 'c']);
  });
});

test('a receipt names the inputs: another skill gives another hash, another order of keys the same', () => {
  const hash = (text: string): string => `${text.length}:${text.slice(0, 40)}`;
  const facts = factsOf(person);
  const one = receiptOf(job, facts, DEFAULT_WEIGHTS, AS_OF, hash);
  expect(one.asOf).toBe('2026-01');
  expect(receiptOf({ ...job }, facts, DEFAULT_WEIGHTS, AS_OF, hash)).toEqual(one);
  expect(
    receiptOf({ ...job, title: 'Cook' }, facts, DEFAULT_WEIGHTS, AS_OF, hash).inputs.criteria,
  ).not.toBe(one.inputs.criteria);
  expect(canonical({ b: 1, a: [2] })).toBe(canonical({ a: [2], b: 1 }));
});

describe('criteriaOfInput', () => {
  test('names what it does not know, keeps the lesser of what contradicts itself, and counts skills', () => {
    const skills = Array.from({ length: 520 }, (_, at) => `Skill number ${at}`);
    const read = criteriaOfInput({
      titel: 'x',
      experienceMin: 9,
      experienceMax: 2,
      requiredSkills: skills,
      niceToHaveSkills: [{ name: 'skill number 3', weight: 1 }],
      description: 'word '.repeat(25_000),
    });
    if (!read.ok) throw new Error(read.problems.join());
    expect(read.criteria.skills).toHaveLength(500);
    expect(read.criteria).toMatchObject({ experienceMin: 2, experienceMax: null });
    expect(read.notices.map(({ code }) => code)).toEqual([
      'UNKNOWN_KEY',
      'YEARS_CONTRADICT',
      'TOO_MANY_SKILLS',
    ]);
  });

  test('an empty job is a job that asks for nothing; a job of wrong types is none', () => {
    expect(criteriaOfInput({})).toMatchObject({ ok: true, notices: [{ code: 'NOTHING_ASKED' }] });
    expect(criteriaOfInput({ title: 5, requiredSkills: 'Java' })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('title'), expect.stringContaining('requiredSkills')],
    });
  });

  test('reads skills, years and schooling in the text where the job does not state them', () => {
    const read = criteriaOfInput({
      title: 'Payroll clerk',
      description:
        'You know payroll and SAP SuccessFactors.\nAt least 3 years of experience.\nBachelor’s degree.',
    });
    if (!read.ok) throw new Error(read.problems.join());
    expect(read.criteria.skills.map(({ skillId }) => skillId)).toContain('payroll');
    expect(read.criteria).toMatchObject({ experienceMin: 3, educationMin: 'bachelor' });
  });
});
