import type { ContactPoint } from '@/shared/domain/candidates/records';
import type { Id } from '@/shared/kit/ids';
import { employer, type Organisation, school } from './organisation';
import { callingCodeOf, callingCodeOfPhone } from './calling-codes';
import { type PersonName, personName } from './person-name';
import { foldToLatin } from './spelling';

/** What is known of a candidate that tells people apart, as it is stored. */
export interface Profile {
  readonly id: Id;
  readonly name: string;
  readonly city: string | null;
  /** ISO 3166-1. */
  readonly country: string | null;
  /** Contact points by their compared key (`contactKey`). */
  readonly contacts: readonly { readonly kind: ContactPoint['kind']; readonly key: string }[];
  /** Content hashes of files that others have too. */
  readonly files: readonly string[];
  /** Dates are 'YYYY', 'YYYY-MM' or 'present'. */
  readonly jobs: readonly {
    readonly company: string;
    readonly start: string | null;
    readonly end: string | null;
  }[];
  readonly schools: readonly { readonly institution: string; readonly end: string | null }[];
}

/** A stay at an organisation. */
export interface Stay {
  readonly at: Organisation;
  readonly start: string | null;
  readonly end: string | null;
}

/** A profile ready to be compared. */
export interface Person {
  readonly id: Id;
  readonly name: PersonName;
  readonly city: string;
  readonly country: string | null;
  /** The calling code of their country, from the country or a phone; '' when neither tells. */
  readonly community: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly links: readonly string[];
  readonly files: readonly string[];
  readonly jobs: readonly Stay[];
  readonly schools: readonly Stay[];
}

/** More of one candidate is a hostile file; the work for a pair has to end. */
const MOST_EACH = 12;

export function personOf(profile: Profile): Person {
  const keys = (kind: ContactPoint['kind']): readonly string[] => [
    ...new Set(
      profile.contacts
        .filter((contact) => contact.kind === kind && contact.key !== '')
        .map((contact) => contact.key)
        .slice(0, MOST_EACH),
    ),
  ];
  const phones = keys('phone');
  return {
    id: profile.id,
    name: personName(profile.name),
    city: foldToLatin(profile.city ?? '').trim(),
    country: profile.country,
    community: communityOf(profile.country, phones),
    emails: keys('email'),
    phones,
    links: keys('link'),
    files: profile.files.slice(0, MOST_EACH),
    jobs: stays(
      profile.jobs.slice(0, MOST_EACH).map((job) => ({ ...job, at: organisations(job.company) })),
    ),
    schools: stays(
      profile.schools
        .slice(0, MOST_EACH)
        .map(({ institution, end }) => ({ at: schoolCalled(institution), start: null, end })),
    ),
  };
}

function communityOf(country: string | null, phones: readonly string[]): string {
  const code = country === null ? null : callingCodeOf(country);
  if (code !== null) return code;
  for (const phone of phones) {
    const dialled = callingCodeOfPhone(phone);
    if (dialled !== null) return dialled;
  }
  return '';
}

const stays = (list: readonly Stay[]): readonly Stay[] =>
  list
    .filter(({ at }) => at.key !== '')
    .map(({ at, start, end }) => ({ at, start, end: end === 'present' ? null : end }));

/** Names of organisations come again and again in a database: each is prepared once. */
function remembered(prepare: (written: string) => Organisation): (written: string) => Organisation {
  let kept = new Map<string, Organisation>();
  return (written) => {
    const known = kept.get(written);
    if (known !== undefined) return known;
    if (kept.size >= MOST_REMEMBERED) kept = new Map();
    const made = prepare(written);
    kept.set(written, made);
    return made;
  };
}
const MOST_REMEMBERED = 20_000;
const organisations = remembered(employer);
const schoolCalled = remembered(school);
