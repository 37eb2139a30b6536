import { describe, expect, it } from 'vitest';
import { decideOutcome, type KnownPeople, type ResumeIdentity } from './decide-outcome';

const identity: ResumeIdentity = {
  name: 'anna lindqvist',
  contacts: [
    { kind: 'email', key: 'anna@example.org' },
    { kind: 'phone', key: '+46701234567' },
  ],
  employers: ['acme ab'],
  schools: ['university of lund'],
  missing: [],
};
const nobody: KnownPeople = { samePlace: null, contacts: [], names: new Map(), sameName: [] };
const email = (candidateId: string) =>
  ({ kind: 'email', key: 'anna@example.org', candidateId }) as const;

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
    expect(decideOutcome(identity, { ...known, names: others })).toMatchObject({
      outcome: 'possible_duplicate',
      duplicates: [
        { candidateId: 'a', reasons: ['email'] },
        { candidateId: 'b', reasons: ['email'] },
      ],
    });
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
      contacts: [{ kind: 'phone', key: '+46701234567', candidateId: 'p' }],
      sameName: [
        { candidateId: 'p', employers: ['acme ab'], schools: [] },
        { candidateId: 's', employers: ['other'], schools: ['university of lund'] },
        { candidateId: 'x', employers: ['other'], schools: ['other'] },
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
    const contacts = Array.from(
      { length: 11 },
      (_, index) => ({ kind: 'phone', key: '+46701234567', candidateId: `c${index}` }) as const,
    );
    expect(decideOutcome(identity, { ...nobody, contacts })).toMatchObject({ outcome: 'loaded' });
    expect(decideOutcome(identity, { ...nobody, contacts: contacts.slice(1) })).toMatchObject({
      outcome: 'possible_duplicate',
    });
  });

  it('never lets a letter take the place of a CV, and says what it is', () => {
    const letter = { ...identity, missing: ['letter'] as const };
    const known = {
      ...nobody,
      samePlace: 'a',
      contacts: [email('a')],
      names: new Map([['a', 'anna lindqvist']]),
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
        contacts: [{ kind: 'phone', key: '+46701234567', candidateId: 'p' }],
      }),
    ).toMatchObject({ outcome: 'possible_duplicate', missing: ['name'] });
  });
});
