import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectForWriting } from '@/db/sqlite/connection';
import { migrate } from '@/db/sqlite/migrate';
import { randomFacts } from '@/db/store-tests/random-facts';
import { REMOTE_KINDS } from '@/shared/domain/jobs/records';
import { compileJob } from '@/shared/domain/matching/compile-job';
import type { JobCriteria } from '@/shared/domain/matching/criteria';
import type { CandidateFacts } from '@/shared/domain/matching/facts';
import { scoreFacts } from '@/shared/domain/matching/score-facts';
import { explainMatch, scoreOf } from '@/shared/domain/matching/score-candidate';
import { DEFAULT_WEIGHTS } from '@/shared/domain/matching/weights';
import { PARTS } from '@/shared/domain/matching/score-types';
import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { statementsOf } from '../statements';
import { FACTS_STAMP } from './keep-match-facts';
import { packFacts } from './match-facts';
import { NO_FACTS, NO_PROFILE } from './match-deps';
import { createMatchIndex, type MatchIndex } from './match-index';
import { scanPeople } from './match-scan';
import { tallyPeople } from './match-statistics';
import { skillNumbers } from './match-ids';

const orNot = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const randomJob: fc.Arbitrary<JobCriteria> = fc.record({
  title: orNot(
    fc.constantFrom(
      'Senior Software Engineer',
      'Staff nurse',
      'Truck driver',
      'Leiter Vertrieb (m/w/d)',
      '',
      'Zzyzx',
    ),
  ),
  description: orNot(
    fc.constantFrom(
      'Java, SQL and payroll for hospitals. Forklift licence.',
      'warehouse '.repeat(50),
    ),
  ),
  skills: fc.array(
    fc.record({
      name: fc.constantFrom('Forklift', 'Old loom', 'Java'),
      skillId: orNot(fc.constantFrom(...skillNumbers().ids.slice(0, 400))),
      mustHave: fc.boolean(),
      weight: fc.integer({ min: 1, max: 5 }),
      minYears: orNot(fc.integer({ min: 0, max: 20 })),
      origin: fc.constant('stated' as const),
    }),
    { maxLength: 30 },
  ),
  experienceMin: orNot(fc.integer({ min: 0, max: 30 })),
  experienceMax: fc.constant(null),
  educationMin: orNot(fc.constantFrom(...EDUCATION_LEVELS)),
  location: orNot(
    fc.constantFrom(
      { text: 'Lyon', city: 'Lyon', region: null, country: 'FR' },
      { text: 'Germany', city: null, region: null, country: 'DE' },
    ),
  ),
  remote: orNot(fc.constantFrom(...REMOTE_KINDS)),
});
/** Compiled once: reading a job takes longer than scoring a thousand people. */
const JOBS = fc.sample(randomJob, { numRuns: 12, seed: 5 }).map(compileJob);
const MONTH = 2026 * 12 + 10;

/** The columns of these people, numbered from 1, read from a database in two helpings: at first, and as changes. */
function indexOf(people: readonly CandidateFacts[]): MatchIndex {
  const db = connectForWriting(':memory:', 'plain');
  migrate(db);
  const sql = statementsOf(db);
  const put = (num: number, seq: number, packed: Buffer | null): void => {
    sql(
      'INSERT INTO candidate_match_facts (num, seq, packed) VALUES (?, ?, ?) ON CONFLICT (num) DO UPDATE SET seq = excluded.seq, packed = excluded.packed',
    ).run(num, seq, packed);
  };
  const state = { stamp: FACTS_STAMP, below: null, started: 1, epoch: 1 };
  put(0, 1, Buffer.from(JSON.stringify(state)));
  const index = createMatchIndex(sql);
  // Everybody has somebody else's facts first, and one more is there and goes again.
  people.forEach((facts, at) => put(at === 0 ? people.length : at, 1, packFacts(facts)));
  put(people.length + 1, 1, packFacts(NO_FACTS));
  index.refresh();
  people.forEach((facts, at) => put(at + 1, 2, packFacts(facts)));
  put(people.length + 1, 2, null);
  put(0, 2, Buffer.from(JSON.stringify(state)));
  index.refresh();
  return index;
}

test('everybody has the digits that the scorer gives one by one, however the columns came about', () => {
  fc.assert(
    fc.property(
      fc.array(randomFacts, { minLength: 1, maxLength: 8 }),
      fc.subarray([...JOBS], { minLength: 1, maxLength: 4 }),
      (people, jobs) => {
        const columns = indexOf(people).columns();
        for (const job of jobs) {
          const scanned = scanPeople(job, columns, columns.known, MONTH);
          people.forEach((facts, at) => {
            const { likeness } = scoreFacts(job, facts, MONTH);
            const { mustHaves } = scoreOf(job, facts, DEFAULT_WEIGHTS, MONTH);
            expect(scanned.mustHavesMet[at + 1]).toBe(mustHaves.met);
            for (const part of PARTS)
              expect([part, scanned[part]?.[at + 1] ?? null]).toEqual([part, likeness[part]]);
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('what is counted of everybody is what each one is told', () => {
  fc.assert(
    fc.property(
      fc.array(randomFacts, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...JOBS),
      (people, job) => {
        const columns = indexOf(people).columns();
        const { skills, others } = tallyPeople(job, columns, columns.known, MONTH);
        const told = people.map(
          (facts) => explainMatch(job, NO_PROFILE, facts, DEFAULT_WEIGHTS, MONTH).criteria,
        );
        told[0]?.forEach(({ key }, at) => {
          const counted = skills[at] ?? others.get(key);
          for (const status of ['met', 'partly', 'missing', 'unknown'] as const) {
            const those = told.filter((criteria) => criteria[at]?.status === status);
            expect([key, status, counted?.[status]]).toEqual([key, status, those.length]);
          }
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('somebody who is gone is not among those who are compared', () => {
  const { known } = indexOf(fc.sample(randomFacts, 1)).columns();
  expect([...known].reduce((sum, word) => sum + word, 0)).toBe(1 << 1);
});
