import { describe, expect, it } from 'vitest';
import type { Candidate, CandidateSkill, Provenance } from '@/shared/domain/candidates/records';
import { proposeMerge } from './merge-choice';
import { MOVED_ENTITIES, type PersonRows, recencyOf, stampOf } from './person-rows';
import { differing, type HistoryLine, replay } from './replay';

const AT = '2026-01-01T00:00:00.000Z';
const base = { version: 1, createdAt: AT, createdBy: 'me', updatedAt: AT };
const read: Provenance = { source: 'resume', resumeId: 'cv', confidence: 1, evidence: null };
const entered: Provenance = { source: 'person', by: 'me', byName: 'Mo', at: AT };

function person(
  id: string,
  fields: Partial<Candidate>,
  rows: Partial<Pick<PersonRows, 'candidateSkill' | 'experience'>> = {},
): PersonRows {
  const none = Object.fromEntries(MOVED_ENTITIES.map((entity) => [entity, []]));
  // Only what the choice looks at is made.
  return {
    ...none,
    ...rows,
    candidate: { ...base, id, name: '', headline: null, provenance: {}, ...fields },
  } as unknown as PersonRows;
}

const skill = (id: string, name: string, provenance: Provenance): CandidateSkill => ({
  ...base,
  id,
  candidateId: 'x',
  position: 0,
  provenance,
  skillId: null,
  name,
  key: name.toLowerCase(),
  years: null,
  declared: true,
});
const job = (start: string): PersonRows['experience'][number] => ({
  ...base,
  id: `job ${start}`,
  candidateId: 'x',
  position: 0,
  provenance: read,
  company: start,
  title: 'Nurse',
  location: null,
  start,
  end: 'present',
  months: null,
  description: '',
});

describe('proposeMerge', () => {
  it('keeps who came first, and of each field what says more: a person, then the newer CV, never nothing', () => {
    const old = person(
      'a',
      { name: 'Ana B.', headline: 'Nurse', location: 'Bonn', provenance: { name: entered } },
      { experience: [job('2016')] },
    );
    const recent = person(
      'b',
      { name: 'Ana Brandt', headline: 'Head nurse', location: null, provenance: { name: read } },
      { experience: [job('2020-04')] },
    );
    for (const order of [
      [old, recent],
      [recent, old],
    ]) {
      const { choice } = proposeMerge(order);
      expect(choice).toMatchObject({
        survivorId: 'a',
        fields: { name: 'a', headline: 'b', location: 'a' },
      });
    }
    expect(proposeMerge([old, recent], 'b').choice.survivorId).toBe('b');
  });

  it('keeps everything once, in the words of a person where there are any', () => {
    const one = person('a', {}, { candidateSkill: [skill('1', 'Go', entered)] });
    const two = person(
      'b',
      { createdAt: '2026-02-01T00:00:00.000Z' },
      { candidateSkill: [skill('2', 'Go', read), skill('3', 'SQL', read)] },
    );
    const { choice, same } = proposeMerge([one, two]);
    expect([...choice.rows].sort()).toEqual(['1', '3']);
    expect(same).toEqual([['1', '2']]);
  });

  it('takes a CV for the newer one by its last job: an old CV may come in later', () => {
    const before = person(
      'a',
      { createdAt: '2026-03-01T00:00:00.000Z' },
      { experience: [job('2016')] },
    );
    const after = person('b', {}, { experience: [job('2016'), job('2020-04')] });
    expect(recencyOf(after) > recencyOf(before)).toBe(true);
  });
});

describe('stampOf', () => {
  it('differs once a row is added, changed or taken away (a merge would be of something unseen)', () => {
    const rows = [skill('1', 'Go', read)];
    const stamps = [
      rows,
      [],
      [{ ...rows[0], version: 2 } as CandidateSkill],
      [...rows, skill('2', 'SQL', read)],
      [{ ...skill('2', 'Go', read), updatedAt: '2026-01-02T00:00:00.000Z' }],
    ].map((candidateSkill) => stampOf([person('a', {}, { candidateSkill })]));
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});

describe('replay', () => {
  const line = (seq: number, before: string, after: string): HistoryLine => ({
    seq,
    commitId: `c${seq}`,
    action: 'candidate.edited',
    isInForce: true,
    entity: 'candidate',
    op: 'update',
    ids: ['a'],
    before: { headline: before },
    after: { headline: after },
  });
  const lines = [line(1, 'A', 'B'), line(2, 'B', 'C'), line(3, 'C', 'D')];

  it('gives what a field really was after the last line that counts, or before the first', () => {
    const until = (...seqs: readonly number[]) =>
      replay({ headline: 'D' }, lines, ['headline'], ({ seq }) => seqs.includes(seq)).values;
    expect(until()).toEqual({ headline: 'A' });
    expect(until(1)).toEqual({ headline: 'B' });
    expect(until(1, 3)).toEqual({ headline: 'D' });
    expect(until(2)).toEqual({ headline: 'C' });
  });

  it('leaves alone what no line touched, and tells null from another value', () => {
    expect(replay({ summary: 'x' }, lines, ['summary'], () => true).values).toEqual({
      summary: 'x',
    });
    expect(differing({ a: null, b: 1, c: [1] }, { a: undefined, b: 2, c: [1] })).toEqual({ b: 1 });
  });
});
