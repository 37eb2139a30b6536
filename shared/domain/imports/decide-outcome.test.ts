import { describe, expect, it } from 'vitest';
import type { Profile } from '@/shared/domain/duplicates/person';
import type { Population } from '@/shared/domain/duplicates/population';
import { decideOutcome, type KnownPeople, type ResumeIdentity } from './decide-outcome';

const contacts = [
  { kind: 'email', key: 'anna@example.org' },
  { kind: 'phone', key: '+46701234567' },
] as const;
const profile: Profile = {
  id: '',
  name: 'Anna Lindqvist',
  city: null,
  country: null,
  contacts,
  files: [],
  jobs: [{ company: 'Acme AB', start: null, end: null }],
  schools: [{ institution: 'University of Lund', end: '2014' }],
};
const identity: ResumeIdentity = { name: 'anna lindqvist', contacts, profile, missing: [] };
const population: Population = {
  people: 100,
  named: () => 2,
  meeting: () => ({ count: 2, of: 100 }),
  holding: () => 2,
};
const nobody: KnownPeople = {
  samePlace: null,
  contacts: [],
  names: new Map(),
  lookalikes: [],
  population,
};
const email = (candidateId: string) =>
  ({ kind: 'email', key: 'anna@example.org', candidateId }) as const;
const someone = (id: string, given: Partial<Profile> = {}): Profile => ({
  ...profile,
  id,
  contacts: [],
  jobs: [],
  schools: [],
  ...given,
});

describe('decideOutcome', () => {
  it('loads someone nobody knows', () => {
    expect(decideOutcome(identity, nobody)).toMatchObject({
      kind: 'create',
      outcome: 'loaded',
      duplicates: [],
    });
  });

  it('updates on e-mail and name together, never on the e-mail alone (couples and agencies share one)', () => {
    const known = { ...nobody, contacts: [email('b'), email('a')] };
    const same = new Map([
      ['a', 'anna lindqvist'],
      ['b', 'anna lindqvist'],
    ]);
    expect(decideOutcome(identity, { ...known, names: same })).toEqual({
      kind: 'update',
      candidateId: 'a',
    });
    const others = new Map([
      ['a', 'johan lindqvist'],
      ['b', 'eva berg'],
    ]);
    const johan = someone('a', { name: 'Johan Lindqvist', contacts: contacts.slice(0, 1) });
    expect(decideOutcome(identity, { ...known, names: others, lookalikes: [johan] })).toMatchObject(
      { kind: 'create', outcome: 'loaded', duplicates: [] },
    );
  });

  it('updates by place only when e-mail or name agree: a file can be replaced by a stranger', () => {
    const known = { ...nobody, samePlace: 'a' };
    expect(
      decideOutcome(identity, { ...known, names: new Map([['a', 'anna lindqvist']]) }).kind,
    ).toBe('update');
    expect(
      decideOutcome(identity, { ...known, names: new Map([['a', 'someone else']]) }).kind,
    ).toBe('create');
    expect(
      decideOutcome({ ...identity, name: '' }, { ...known, names: new Map([['a', '']]) }).kind,
    ).toBe('create');
  });

  it('gathers every reason of a pair, strongest pair first', () => {
    const known: KnownPeople = {
      ...nobody,
      lookalikes: [
        someone('x', { jobs: [{ company: 'Other', start: null, end: null }] }),
        someone('s', { schools: profile.schools }),
        someone('p', { jobs: profile.jobs, contacts: contacts.slice(1) }),
      ],
    };
    expect(decideOutcome(identity, known)).toMatchObject({
      outcome: 'possible_duplicate',
      duplicates: [
        { candidateId: 'p', reasons: ['name-and-employer', 'phone'] },
        { candidateId: 's', reasons: ['name-and-school'] },
      ],
    });
  });

  it('takes no notice of a contact that many share: an agency writes its own on every CV', () => {
    const agency = someone('c', { name: '', contacts: contacts.slice(1) });
    const held = (holders: number): KnownPeople => ({
      ...nobody,
      lookalikes: [agency],
      population: { ...population, holding: () => holders },
    });
    expect(decideOutcome(identity, held(11))).toMatchObject({ outcome: 'loaded' });
    expect(decideOutcome(identity, held(2))).toMatchObject({ outcome: 'possible_duplicate' });
  });

  it('never lets a letter take the place of a CV, and says what it is', () => {
    const letter = { ...identity, missing: ['letter'] as const };
    const known = {
      ...nobody,
      samePlace: 'a',
      contacts: [email('a')],
      names: new Map([['a', 'anna lindqvist']]),
      lookalikes: [someone('a', { contacts: contacts.slice(0, 1) })],
    };
    expect(decideOutcome(identity, known)).toMatchObject({ kind: 'update' });
    expect(decideOutcome(letter, known)).toMatchObject({
      kind: 'create',
      outcome: 'missing_information',
      missing: ['letter'],
      duplicates: [{ candidateId: 'a', reasons: ['email'] }],
    });
  });

  it('says what is missing, also of a possible duplicate', () => {
    const bare = { ...identity, missing: ['name'] as const };
    expect(decideOutcome(bare, nobody)).toMatchObject({
      outcome: 'missing_information',
      missing: ['name'],
    });
    expect(
      decideOutcome(bare, {
        ...nobody,
        lookalikes: [someone('p', { contacts: contacts.slice(1) })],
      }),
    ).toMatchObject({ outcome: 'possible_duplicate', missing: ['name'] });
  });
});
