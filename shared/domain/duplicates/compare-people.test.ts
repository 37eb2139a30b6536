import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { comparePeople, LIKELY } from './compare-people';
import { findPairs, type Searched } from './find-pairs';
import { type Profile, personOf } from './person';
import type { Population } from './population';

const population: Population = {
  people: 100_000,
  named: () => 3,
  meeting: () => ({ count: 20, of: 10_000 }),
  holding: () => 2,
};
const anna: Profile = {
  id: 'a',
  name: 'Anna Müller',
  city: 'Hamburg',
  country: 'DE',
  contacts: [
    { kind: 'email', key: 'anna@example.org' },
    { kind: 'phone', key: '+49401234567' },
  ],
  files: [],
  jobs: [{ company: 'Nordwind Logistik GmbH', start: '2019-03', end: 'present' }],
  schools: [{ institution: 'Universität Hamburg', end: '2014' }],
};
const bare: Profile = { ...anna, id: 'b', contacts: [], jobs: [], schools: [], city: null };
const compare = (given: Partial<Profile>, other: Partial<Population> = {}) =>
  comparePeople(personOf(anna), personOf({ ...bare, ...given }), { ...population, ...other });

describe('comparePeople', () => {
  it('knows a person again by each contact, however it is written', () => {
    for (const contact of anna.contacts) {
      expect(compare({ contacts: [contact] }).score).toBeGreaterThan(0.99);
    }
    expect(compare({ contacts: [{ kind: 'phone', key: '0401234567' }] })).toMatchObject({
      reasons: ['phone'],
    });
    expect(compare({ contacts: [{ kind: 'phone', key: '0401234568' }] }).score).toBeLessThan(
      LIKELY,
    );
  });

  it('takes relatives for two people, whatever they share but the given name', () => {
    const { score } = compare({
      name: 'Johan Müller',
      contacts: anna.contacts,
      city: 'Hamburg',
    });
    expect(score).toBeLessThan(LIKELY);
  });

  it('gives nothing for a phone that an agency writes on every CV', () => {
    const shared = { contacts: anna.contacts.slice(1) };
    expect(compare(shared).score).toBeGreaterThan(LIKELY);
    expect(compare(shared, { holding: () => 11 }).score).toBeLessThan(LIKELY);
  });

  it('knows name and employer again when both are rare, not when both are common', () => {
    const jobs = [{ company: 'NORDWIND LOGISTIK', start: '2019-03', end: '2022' }];
    expect(compare({ jobs })).toMatchObject({ reasons: ['name-and-employer'] });
    expect(compare({ jobs }).score).toBeGreaterThan(0.9);
    const common = { named: () => 1500, meeting: () => ({ count: 900, of: 10_000 }) };
    expect(compare({ jobs }, common).score).toBeLessThan(0.1);
    const otherYears = [{ company: 'Nordwind Logistik', start: '2002-01', end: '2004' }];
    expect(compare({ jobs: otherYears }).score).toBeLessThan(LIKELY);
  });

  it('does not show two people who have nothing in common but a name and a country', () => {
    expect(compare({})).toMatchObject({ score: 0, reasons: [] });
  });

  it('takes a married name only with a contact of their own', () => {
    const married = { name: 'Anna Petersen' };
    expect(compare({ ...married, jobs: anna.jobs, schools: anna.schools }).score).toBeLessThan(
      LIKELY,
    );
    expect(compare({ ...married, contacts: anna.contacts.slice(0, 1) }).score).toBeGreaterThan(0.7);
  });

  it('counts another profile at the same network against it', () => {
    const link = (key: string) => [{ kind: 'link' as const, key }];
    const one = personOf({ ...anna, contacts: link('linkedin.com/in/anna') });
    const two = personOf({ ...anna, id: 'b', contacts: link('linkedin.com/in/anna-m') });
    const none = personOf({ ...anna, id: 'b', contacts: [] });
    const score = (other: typeof two) =>
      comparePeople(one, other, { ...population, named: () => 900 }).evidence.reduce(
        (sum, { bits }) => sum + bits,
        0,
      );
    expect(score(two)).toBeLessThan(score(none) - 3);
  });

  it('takes any text, and answers the same both ways round and in any order', () => {
    const texts = [
      ...HOSTILE_TEXTS.map(([, text]) => text),
      'Анна Мюллер',
      '李明',
      'Müller, Anna',
      'a'.repeat(100_000),
    ];
    const random = seeded(5);
    const pick = (): string => texts[Math.floor(random() * texts.length)] ?? '';
    const made = (id: string): Profile => ({
      id,
      name: pick(),
      city: pick(),
      country: null,
      contacts: [1, 2, 3].map(() => ({
        kind: (['email', 'phone', 'link'] as const)[Math.floor(random() * 3)] ?? 'email',
        key: pick(),
      })),
      files: [pick()],
      jobs: [1, 2, 3].map(() => ({ company: pick(), start: '2019', end: null })),
      schools: [1, 2].map(() => ({ institution: pick(), end: '2010' })),
    });
    for (let round = 0; round < 300; round++) {
      const [a, b] = [made('a'), made('b')];
      const turned = {
        ...b,
        contacts: b.contacts.toReversed(),
        jobs: b.jobs.toReversed(),
        schools: b.schools.toReversed(),
      };
      const one = comparePeople(personOf(a), personOf(b), population);
      const other = comparePeople(personOf(turned), personOf(a), population);
      expect(other.score).toBeCloseTo(one.score, 2);
      expect([...other.reasons].sort()).toEqual([...one.reasons].sort());
      expect(one.score).toBeGreaterThanOrEqual(0);
      expect(one.score).toBeLessThanOrEqual(1);
    }
  });
});

describe('findPairs', () => {
  const found = (profiles: readonly Searched[]) =>
    [...findPairs(() => profiles)].flatMap((step) => (step.kind === 'pair' ? [step.pair] : []));
  const searched = (given: Partial<Searched> & { readonly id: string }): Searched => ({
    ...bare,
    fresh: true,
    ...given,
  });
  const crowd = Array.from({ length: 300 }, (_, at) =>
    searched({ id: `m${String(at).padStart(4, '0')}`, name: `Person${at} Nachname${at % 7}` }),
  );

  it('finds each pair once, the later one first, in whatever order they are read', () => {
    const two = [
      searched({ ...anna, id: 'a1', fresh: true }),
      searched({ ...anna, id: 'a2', name: 'A. Mueller' }),
    ];
    const expected = [expect.objectContaining({ candidateId: 'a2', otherId: 'a1' })];
    expect(found([...two, ...crowd])).toEqual(expected);
    expect(found([...crowd, ...two.toReversed()])).toEqual(expected);
  });

  it('compares only with those who are fresh', () => {
    const old = (id: string): Searched => ({ ...anna, id, fresh: false });
    expect(found([old('a1'), old('a2'), ...crowd])).toEqual([]);
    expect(found([old('a1'), old('a2'), { ...anna, id: 'a3', fresh: true }])).toHaveLength(2);
  });

  it('finds one among hundreds of the same name, employer and city who are others', () => {
    const others = Array.from(
      { length: 900 },
      (_, at): Searched =>
        searched({
          ...anna,
          id: `x${String(at).padStart(4, '0')}`,
          contacts: [{ kind: 'email', key: `anna${at}@example.org` }],
          jobs: [
            {
              company: 'Nordwind',
              start: `20${String(at % 20).padStart(2, '0')}-0${1 + (at % 9)}`,
              end: null,
            },
          ],
          schools: [],
        }),
    );
    const one = others[17];
    if (one === undefined) throw new Error('nobody');
    const again = { ...one, id: 'y', name: 'Müller, Anna' };
    const pairs = found([...others, again]);
    expect(pairs).toEqual([expect.objectContaining({ candidateId: 'y', otherId: one.id })]);
  });

  it('ends soon with one contact on every CV', () => {
    const everybody = crowd.flatMap((one, at) =>
      Array.from({ length: 20 }, (_, copy) => ({
        ...one,
        id: `${one.id}${copy}`,
        name: `Given${at}x${copy} Family${at}`,
        contacts: [{ kind: 'phone' as const, key: '+49401234567' }],
      })),
    );
    const from = cpuMs();
    expect(found(everybody)).toEqual([]);
    expect(cpuMs() - from).toBeLessThan(20_000);
  });
});

/** A small seeded random number generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
