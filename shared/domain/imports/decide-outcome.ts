import { contactKey, nameKey } from '@/shared/domain/candidates/contact-key';
import {
  type MissingThing,
  missingInformation,
} from '@/shared/domain/candidates/missing-information';
import type { ContactPoint } from '@/shared/domain/candidates/records';
import {
  COMMON_CONTACT,
  comparePeople,
  type DuplicateReason,
  LIKELY,
} from '@/shared/domain/duplicates/compare-people';
import { type Person, type Profile, personOf } from '@/shared/domain/duplicates/person';
import type { Population } from '@/shared/domain/duplicates/population';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type { Id } from '@/shared/kit/ids';

export interface ContactKey {
  readonly kind: ContactPoint['kind'];
  readonly key: string;
}

/** What is compared of a résumé to find out whether its person is known. */
export interface ResumeIdentity {
  /** '' when the résumé gives no name. */
  readonly name: string;
  readonly contacts: readonly ContactKey[];
  /** The same with where its person was, as duplicates are compared; its id is '' until there is a candidate. */
  readonly profile: Profile;
  readonly missing: readonly MissingThing[];
}

/** What the database knows that touches this identity. */
export interface KnownPeople {
  /** Whose résumé was read from this very place before, if any. */
  readonly samePlace: Id | null;
  readonly contacts: readonly (ContactKey & { readonly candidateId: Id })[];
  /** Compared names (`nameKey`) of the candidates in `samePlace` and `contacts`. */
  readonly names: ReadonlyMap<Id, string>;
  /** Who might be the same person, by contact or name. */
  readonly lookalikes: readonly Profile[];
  readonly population: Population;
}

export type ImportDecision =
  /** A newer résumé of someone known. */
  | { readonly kind: 'update'; readonly candidateId: Id }
  /** Someone new, perhaps with others who may be the same person. */
  | {
      readonly kind: 'create';
      readonly outcome: 'loaded' | 'missing_information' | 'possible_duplicate';
      readonly duplicates: readonly {
        readonly candidateId: Id;
        readonly reasons: readonly DuplicateReason[];
        /** How likely they are one person, 0 to 1. */
        readonly score: number;
      }[];
      readonly missing: readonly MissingThing[];
    };

const NO_CV: ReadonlySet<MissingThing> = new Set(['not-a-cv', 'letter', 'empty-form'] as const);
/** Pairs are for a person to look at: more than this of one candidate would never be read. */
const MAX_DUPLICATES = 10;

/** Reads from a parsed résumé what people are told apart by. */
export function identityOf(resume: ParsedResume): ResumeIdentity {
  const contacts = [
    ...resume.emails.map((field) => contact('email', field.value)),
    ...resume.phones.map((field) => contact('phone', field.value)),
    // A company's site or a job board is no one's own: only profiles and personal pages tell people apart.
    ...resume.links
      .filter((link) => link.kind !== 'other')
      .map((link) => contact('link', link.url)),
  ].filter(({ key }) => key !== '');
  const unique = uniqueContacts(contacts);
  return {
    name: nameKey(resume.name?.value ?? ''),
    contacts: unique,
    profile: {
      id: '',
      name: resume.name?.value ?? '',
      city: resume.location?.city ?? null,
      country: resume.location?.country ?? null,
      contacts: unique,
      files: [],
      jobs: resume.experience.flatMap(({ company, start, end }) =>
        company === null ? [] : [{ company, start, end }],
      ),
      schools: resume.education.flatMap(({ institution, end }) =>
        institution === null ? [] : [{ institution, end }],
      ),
    },
    missing: missingInformation(resume),
  };
}

/**
 * What a readable résumé is. The same e-mail and name, or a changed file in a known place with the same e-mail or
 * name, is an update; anyone else who is likely the same person (`comparePeople`) makes a new candidate that may be a
 * duplicate. A letter, a form or an invoice never takes the place of someone's CV, whatever it
 * shares with it. Nothing is ever merged here: that is for a person to do.
 */
export function decideOutcome(identity: ResumeIdentity, known: KnownPeople): ImportDecision {
  const contacts = withoutCommon(known.contacts);
  const noCv = identity.missing.some((thing) => NO_CV.has(thing));
  const updated = noCv ? null : findUpdated(identity, known, contacts);
  if (updated !== null) return { kind: 'update', candidateId: updated };

  const duplicates = findDuplicates(identity, known);
  const outcome = noCv
    ? 'missing_information'
    : duplicates.length > 0
      ? 'possible_duplicate'
      : identity.missing.length > 0
        ? 'missing_information'
        : 'loaded';
  return { kind: 'create', outcome, duplicates, missing: identity.missing };
}

function findUpdated(
  identity: ResumeIdentity,
  known: KnownPeople,
  contacts: KnownPeople['contacts'],
): Id | null {
  const sharesEmail = (id: Id): boolean =>
    contacts.some((match) => match.candidateId === id && match.kind === 'email');
  const sharesName = (id: Id): boolean =>
    identity.name !== '' && known.names.get(id) === identity.name;

  if (known.samePlace !== null && (sharesEmail(known.samePlace) || sharesName(known.samePlace))) {
    return known.samePlace;
  }
  const matches = contacts
    .filter((match) => match.kind === 'email' && sharesName(match.candidateId))
    .map((match) => match.candidateId)
    .sort();
  return matches[0] ?? null;
}

function findDuplicates(
  identity: ResumeIdentity,
  known: KnownPeople,
): Extract<ImportDecision, { kind: 'create' }>['duplicates'] {
  if (known.lookalikes.length === 0) return [];
  const person = personOf(identity.profile);
  return known.lookalikes
    .map((other) => ({
      candidateId: other.id,
      ...comparePeople(person, asPerson(other), known.population),
    }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score || (a.candidateId < b.candidateId ? -1 : 1))
    .slice(0, MAX_DUPLICATES)
    .map(({ candidateId, score, reasons }) => ({
      candidateId,
      score,
      reasons: [...reasons].sort(),
    }));
}

/** Somebody who is met by several rows or files is read from their profile once, as long as that is kept. */
const persons = new WeakMap<Profile, Person>();
function asPerson(profile: Profile): Person {
  const person = persons.get(profile) ?? personOf(profile);
  persons.set(profile, person);
  return person;
}

function withoutCommon(contacts: KnownPeople['contacts']): KnownPeople['contacts'] {
  const owners = new Map<string, Set<Id>>();
  for (const { kind, key, candidateId } of contacts) {
    const id = `${kind}:${key}`;
    owners.set(id, (owners.get(id) ?? new Set()).add(candidateId));
  }
  return contacts.filter(
    ({ kind, key }) => (owners.get(`${kind}:${key}`)?.size ?? 0) <= COMMON_CONTACT,
  );
}

const contact = (kind: ContactPoint['kind'], value: string): ContactKey => ({
  kind,
  key: contactKey(kind, value),
});

function uniqueContacts(contacts: readonly ContactKey[]): readonly ContactKey[] {
  const seen = new Set<string>();
  return contacts.filter(({ kind, key }) => {
    const id = `${kind}:${key}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}
