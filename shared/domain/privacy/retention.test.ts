import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetentionRule } from '@/shared/domain/privacy/records';
import {
  clockIsBelieved,
  decideRetention,
  mustKeepUntil,
  type RetentionFacts,
} from '@/shared/domain/privacy/retention';

const DAY = 86_400_000;
const NOW = new Date('2026-06-01T00:00:00.000Z');

const facts: RetentionFacts = {
  candidateId: 'c',
  lastActivityAt: '2024-06-01T00:00:00.000Z',
  country: 'DE',
  source: 'folder',
  consentBasis: null,
  applied: false,
  held: false,
  quarantined: false,
};
const rule = (more: Partial<RetentionRule>): RetentionRule => ({
  id: 'r',
  version: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  name: 'Rule',
  about: {},
  minimumDays: null,
  maximumDays: 365,
  end: 'erase',
  enabled: true,
  ...more,
});

const rules = fc.array(
  fc.record({
    id: fc.uuid(),
    minimumDays: fc.option(fc.integer({ min: 0, max: 4000 })),
    maximumDays: fc.option(fc.integer({ min: 1, max: 4000 })),
    enabled: fc.boolean(),
    about: fc.record(
      {
        countries: fc.subarray(['DE', 'FR']),
        sources: fc.subarray(['folder', 'upload']),
        applied: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 6 },
);
const people = fc.record({
  daysAgo: fc.integer({ min: -4000, max: 8000 }),
  country: fc.constantFrom('DE', 'FR', null),
  applied: fc.boolean(),
  held: fc.boolean(),
});

describe('retention', () => {
  it('sends nobody away who is held, in quarantine, spoken of by no rule, or active after now', () => {
    fc.assert(
      fc.property(people, rules, ({ daysAgo, ...person }, given) => {
        const lastActivityAt = new Date(NOW.getTime() - daysAgo * DAY).toISOString();
        const one = { ...facts, ...person, lastActivityAt };
        const verdict = decideRetention(one, given.map(rule), NOW);
        if (person.held || daysAgo < 0 || !given.some(({ enabled }) => enabled)) {
          expect(verdict.kind).toBe('keep');
        }
        expect(decideRetention({ ...one, quarantined: true }, given.map(rule), NOW).kind).toBe(
          'keep',
        );
        // Nobody is sent away while a rule wants them kept.
        if (mustKeepUntil(one, given.map(rule), NOW) !== null) expect(verdict.kind).toBe('keep');
      }),
    );
  });

  it('says the same whatever the order of the rules, and never takes back with time what it said', () => {
    fc.assert(
      fc.property(people, rules, fc.integer({ min: 0, max: 4000 }), (person, given, later) => {
        const { daysAgo, ...more } = person;
        const lastActivityAt = new Date(NOW.getTime() - daysAgo * DAY).toISOString();
        const one = { ...facts, ...more, lastActivityAt };
        const all = given.map(rule);
        const verdict = decideRetention(one, all, NOW);
        expect(decideRetention(one, all.toReversed(), NOW)).toEqual(verdict);
        const then = decideRetention(one, all, new Date(NOW.getTime() + later * DAY));
        if (verdict.kind === 'quarantine') expect(then.kind).toBe('quarantine');
      }),
    );
  });

  it('lets the shortest maximum count, but not before the longest minimum is over', () => {
    const short = rule({ id: 'a', maximumDays: 100 });
    const long = rule({ id: 'b', maximumDays: 5000, minimumDays: 1000 });
    expect(decideRetention(facts, [short], NOW)).toEqual({ kind: 'quarantine', rule: short });
    expect(decideRetention(facts, [short, long], NOW)).toEqual({
      kind: 'keep',
      until: '2027-02-26T00:00:00.000Z',
      because: 'rule',
    });
    expect(mustKeepUntil(facts, [short, long], NOW)).toBe('2027-02-26T00:00:00.000Z');
  });

  it('does not believe a clock that jumped by more than thirty days, forward or back', () => {
    const seen = NOW.toISOString();
    const at = (days: number): boolean =>
      clockIsBelieved(seen, new Date(NOW.getTime() + days * DAY));
    expect([at(-3650), at(-31), at(-30), at(0), at(30), at(31), at(3650)]).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(clockIsBelieved(null, NOW)).toBe(true);
  });
});
