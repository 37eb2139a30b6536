import { contactKey, nameKey } from '@/shared/domain/candidates/contact-key';
import {
  type MissingThing,
  missingInformation,
} from '@/shared/domain/candidates/missing-information';
import type { ContactPoint, DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
export interface ContactKey {
  readonly kind: ContactPoint['kind'];
  readonly key: string;
}

/** What is compared of a résumé to find out whether its person is known. */
export interface ResumeIdentity {
  /** '' when the résumé gives no name. */
  readonly name: string;
  readonly contacts: readonly ContactKey[];
  readonly employers: readonly string[];
  readonly schools: readonly string[];
  readonly missing: readonly MissingThing[];
}

/** What the database knows that touches this identity. */
export interface KnownPeople {
  /** Whose résumé was read from this very place before, if any. */
  readonly samePlace: Id | null;
  readonly contacts: readonly (ContactKey & { readonly candidateId: Id })[];
  /** Compared names (`nameKey`) of the candidates in `samePlace` and `contacts`. */
  readonly names: ReadonlyMap<Id, string>;
  readonly sameName: readonly {
    readonly candidateId: Id;
    readonly employers: readonly string[];
    readonly schools: readonly string[];
  }[];
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
      }[];
      readonly missing: readonly MissingThing[];
    };

/** An e-mail or phone that more people than this share belongs to an agency: it says nothing about who someone is. */
export const COMMON_CONTACT = 10;
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
  return {
    name: nameKey(resume.name?.value ?? ''),
    contacts: uniqueContacts(contacts),
    employers: foldedSet(resume.experience.map((entry) => entry.company)),
    schools: foldedSet(resume.education.map((entry) => entry.institution)),
    missing: missingInformation(resume),
  };
}

/**
 * What a readable résumé is. The same e-mail and name, or a changed file in a known place with the same e-mail or
 * name, is an update; any other shared contact, or the same name with a shared employer or school, makes a new
 * candidate that may be a duplicate. A letter, a form or an invoice never takes the place of someone's CV, whatever it
 * shares with it. Nothing is ever merged here: that is for a person to do.
 */
export function decideOutcome(identity: ResumeIdentity, known: KnownPeople): ImportDecision {
  const contacts = withoutCommon(known.contacts);
  const noCv = identity.missing.some((thing) => NO_CV.has(thing));
  const updated = noCv ? null : findUpdated(identity, known, contacts);
  if (updated !== null) return { kind: 'update', candidateId: updated };

  const duplicates = findDuplicates(identity, known, contacts);
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
  contacts: KnownPeople['contacts'],
): Extract<ImportDecision, { kind: 'create' }>['duplicates'] {
  const reasons = new Map<Id, Set<DuplicateReason>>();
  const add = (id: Id, reason: DuplicateReason): void => {
    const set = reasons.get(id) ?? new Set();
    reasons.set(id, set.add(reason));
  };
  for (const match of contacts) add(match.candidateId, match.kind);
  if (identity.name !== '') {
    for (const other of known.sameName) {
      if (overlaps(identity.employers, other.employers)) {
        add(other.candidateId, 'name-and-employer');
      }
      if (overlaps(identity.schools, other.schools)) add(other.candidateId, 'name-and-school');
    }
  }
  return [...reasons]
    .map(([candidateId, set]) => ({ candidateId, reasons: [...set].sort() }))
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.candidateId < b.candidateId ? -1 : 1))
    .slice(0, MAX_DUPLICATES);
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

const foldedSet = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.map((value) => squeeze(fold(value ?? ''))).filter((value) => value !== '')),
];

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((value) => b.includes(value));
