import { describe, expect, it } from 'vitest';
import type { PartStep, Reconciled } from '@/shared/domain/candidates/reconcile';
import type { Candidate } from '@/shared/domain/candidates/records';
import { DIFFERENCE_KINDS, differenceSchema } from './difference';
import { addToSummary, differencesOf } from './differences';

// Only what is compared: the rest of a candidate has no part in it.
const candidate = { name: 'Anna', headline: null, summary: 'Long' } as unknown as Candidate;
const reconciled = (patch: Reconciled['patch'], parts: readonly unknown[] = []): Reconciled => ({
  candidate,
  patch,
  // Rows and values below hold what differences are made of, and nothing else.
  parts: parts as readonly PartStep[],
});
const job = {
  company: 'Acme',
  title: 'Clerk',
  location: null,
  start: '2019-01',
  end: 'present',
  description: 'Sorted  letters',
};

describe('differencesOf', () => {
  it('tells what is gained, changed and lost, and is silent where only spaces differ', () => {
    const found = differencesOf(
      reconciled({ name: 'Anna L.', headline: 'Clerk', summary: null }, [
        {
          kind: 'change',
          entity: 'experience',
          row: job,
          patch: { ...job, title: 'Chief clerk', location: 'Lund', description: 'Sorted letters' },
        },
        { kind: 'add', entity: 'candidateSkill', values: { name: 'SQL', years: null } },
        { kind: 'drop', entity: 'experience', row: { ...job, title: null } },
      ]),
    );
    expect(found).toEqual([
      { kind: 'name', of: null, before: 'Anna', after: 'Anna L.' },
      { kind: 'headline', of: null, before: null, after: 'Clerk' },
      { kind: 'summary', of: null, before: 'Long', after: null },
      { kind: 'experience.title', of: 'Clerk, Acme', before: 'Clerk', after: 'Chief clerk' },
      { kind: 'experience.location', of: 'Clerk, Acme', before: null, after: 'Lund' },
      { kind: 'candidateSkill', of: null, before: null, after: 'SQL' },
      { kind: 'experience', of: null, before: 'Acme · 2019-01 – present', after: null },
    ]);
    expect(addToSummary({}, found)).toMatchObject({
      headline: { candidates: 1, gained: 1, changed: 0, lost: 0 },
      experience: { candidates: 1, gained: 0, changed: 0, lost: 1 },
    });
  });

  it('names only kinds that are in the list (the store would refuse any other)', () => {
    const all = { ...job, institution: 'a', degree: 'b', field: 'c', grade: 'd', years: 1 };
    const more = { issuer: 'e', date: '2019', level: 'A1', name: 'f', value: 'g' };
    const other = Object.fromEntries(
      Object.keys({ ...all, ...more }).map((key) => [key, 'something else']),
    );
    const kinds = new Set<string>(DIFFERENCE_KINDS);
    for (const entity of [
      'contactPoint',
      'experience',
      'education',
      'candidateSkill',
      'certification',
      'candidateLanguage',
    ]) {
      const row = { ...all, ...more };
      const found = differencesOf(reconciled({}, [{ kind: 'change', entity, row, patch: other }]));
      expect(found.length).toBeGreaterThan(0);
      for (const difference of found) {
        expect(differenceSchema.safeParse(difference).success).toBe(true);
        kinds.delete(difference.kind);
      }
    }
    // What is left are the candidate's own fields, and whole jobs and degrees.
    expect([...kinds]).toEqual([
      'name',
      'headline',
      'location',
      'summary',
      'totalYears',
      'noticePeriod',
      'workPermission',
      'experience',
      'education',
    ]);
  });

  it('keeps a list and its values short, whatever a CV holds', () => {
    const skills = Array.from({ length: 5_000 }, (_, n) => ({
      kind: 'add',
      entity: 'candidateSkill',
      values: { name: `${n} ${'x'.repeat(5_000)}` },
    }));
    const found = differencesOf(reconciled({}, skills));
    expect(found).toHaveLength(300);
    expect(found.every(({ after }) => (after ?? '').length <= 300)).toBe(true);
  });
});
