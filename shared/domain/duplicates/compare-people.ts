import type { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import { sameOrganisation } from './organisation';
import type { Person, Stay } from './person';
import { compareNames, type NameDifference } from './person-name';
import { samePhone } from './phone-digits';
import { crowd, type Met, meetingRarity, nameRarity, type Population } from './population';

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** One thing that speaks for (bits above 0) or against two candidates being one person. */
export interface Evidence {
  readonly of:
    | 'start'
    | 'file'
    | 'email'
    | 'phone'
    | 'link'
    | 'name'
    | 'employer'
    | 'school'
    | 'place';
  readonly bits: number;
}

export interface Likeness {
  /** How likely they are one person, 0 to 1. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly evidence: readonly Evidence[];
}

/** From this score on, two candidates are shown to a person as one. */
export const LIKELY = 0.5;
/** An e-mail or phone that more people than this share belongs to an agency: it says nothing about who someone is. */
export const COMMON_CONTACT = 10;

/*
 * The weights, in bits: each doubles the odds. They add up as in Fellegi and Sunter, A Theory for Record Linkage (1969), from the odds that
 * two candidates taken at random are one person. What is shared counts by how rare it is (`rarity`), so that no list of common names is needed.
 * docs/duplicates.md tells them with an example and what they were measured at.
 */

/** About one candidate in fifty comes twice. */
const ONE_IN_FIFTY = -5.6;
const SAME = { file: 14, email: 9, link: 10, phone: 6 } as const;
/** Each further person who gives the same contact makes it less somebody's own. */
const SHARED_BY_ONE_MORE = { file: 0, link: -2, email: -4, phone: -4 } as const;
const FURTHER_CONTACT = 0.3;
/** Both give one, and none is the same: people change them. Files and links say nothing by that. */
const OTHER_CONTACT = { file: 0, link: 0, email: -1, phone: -1 } as const;
const OTHER_PROFILE = -5;

const NAME_BITS: Readonly<Record<NameDifference, number>> = {
  spelling: -0.5,
  nickname: -1.5,
  initial: -2.5,
  typo: -2.5,
  'more-words': -1.5,
  'no-name': 0,
  different: -3,
  'other-family-name': -2,
  // Relatives share much: an e-mail, a phone, a city, a school. Only a given name tells them apart.
  'other-given-name': -18,
};
/** These say that it is not the same name. */
const CONFLICTS: ReadonlySet<NameDifference> = new Set([
  'no-name',
  'different',
  'other-family-name',
  'other-given-name',
]);

const MOST_BITS = { employer: 9, school: 8, place: 6 } as const;
/** Where they have several employers or schools, any might have met. */
const SEVERAL = -1;
const STARTED = { sameMonth: 6, sameYear: 2, nextYear: -1, anotherYear: -4 } as const;
const FINISHED = { sameYear: 4, anotherYear: -5 } as const;
/** Both tell of employers (or schools), and none is the same. */
const NOTHING_SHARED = -2;
const ELSEWHERE = { city: -1, country: -2 } as const;

/**
 * How alike two candidates are. The same for (a, b) and (b, a), and for any order of their contacts, jobs and schools.
 */
export function comparePeople(a: Person, b: Person, population: Population): Likeness {
  const start = ONE_IN_FIFTY - crowd(population);
  const name = nameEvidence(a, b, population);
  const contacts = eachLess([
    shared('file', a.files, b.files, population),
    shared('email', a.emails, b.emails, population),
    shared('phone', a.phones, b.phones, population),
    linkEvidence(a, b, population),
  ]);
  const jobs = stayEvidence(a, b, EMPLOYERS, population);
  const schools = stayEvidence(a, b, SCHOOLS, population);
  const place = placeEvidence(a, b, population, jobs.bits > 0 || schools.bits > 0);
  const bits =
    start +
    name.bits +
    contacts.reduce((sum, one) => sum + one.bits, 0) +
    jobs.bits +
    schools.bits +
    place.bits;
  const reasons: DuplicateReason[] = contacts.flatMap(({ of, met }) => (met ? [of] : []));
  if (name.same) {
    if (jobs.met) reasons.push('name-and-employer');
    if (schools.met) reasons.push('name-and-school');
    if (place.met) reasons.push('name-and-place');
  }
  const evidence: readonly Evidence[] = [
    { of: 'start', bits: start },
    { of: 'name', bits: name.bits },
    ...contacts.map((one) => ({ of: one.of, bits: one.bits })),
    { of: 'employer', bits: jobs.bits },
    { of: 'school', bits: schools.bits },
    { of: 'place', bits: place.bits },
  ];
  return {
    // Without a reason that can be named there is nothing to show a person.
    score: reasons.length === 0 ? 0 : Number((1 / (1 + 2 ** -bits)).toFixed(3)),
    reasons,
    evidence: evidence.filter((one) => one.bits !== 0),
  };
}

function nameEvidence(
  a: Person,
  b: Person,
  population: Population,
): { readonly bits: number; readonly same: boolean } {
  const differences = compareNames(a.name, b.name);
  const against = differences.reduce((sum, difference) => sum + NAME_BITS[difference], 0);
  if (differences.some((difference) => CONFLICTS.has(difference))) {
    return { bits: against, same: false };
  }
  const rare = Math.min(nameRarity(population, a.name.key), nameRarity(population, b.name.key));
  return { bits: rare + against, same: true };
}

interface Found<Of> {
  readonly of: Of;
  readonly bits: number;
  readonly met: boolean;
}
type Contact = keyof typeof SAME;

/** The most telling of the contacts that both give. */
function shared<Of extends Contact>(
  of: Of,
  a: readonly string[],
  b: readonly string[],
  population: Population,
): Found<Of> {
  const same = of === 'phone' ? samePhone : (one: string, other: string) => one === other;
  let best: number | null = null;
  let common = false;
  for (const one of a) {
    for (const other of b) {
      if (!same(one, other)) continue;
      const holders = Math.max(holding(of, one, population), holding(of, other, population));
      if (holders > COMMON_CONTACT && of !== 'file' && of !== 'link') common = true;
      else best = Math.max(best ?? Number.NEGATIVE_INFINITY, worth(of, holders, population));
    }
  }
  if (best !== null) return { of, bits: best, met: true };
  const differs = a.length > 0 && b.length > 0 && !common;
  return { of, bits: differs ? OTHER_CONTACT[of] : 0, met: false };
}

/** Who shares one contact with another shares the next as well, whether it is themselves or a relative: the best counts whole. */
function eachLess(found: readonly Found<Contact>[]): readonly Found<Contact>[] {
  const best = Math.max(...found.map((one) => one.bits));
  const counted = found.findIndex((one) => one.bits === best);
  return found.map((one, at) =>
    one.met && one.bits > 0 && at !== counted ? { ...one, bits: one.bits * FURTHER_CONTACT } : one,
  );
}

const holding = (of: Contact, key: string, population: Population): number =>
  of === 'file' ? 2 : population.holding(of, key);

const worth = (of: Contact, holders: number, population: Population): number =>
  crowd(population) + SAME[of] + Math.max(0, holders - 2) * SHARED_BY_ONE_MORE[of];

/** Somebody has one profile at a network: another one there speaks for another person. */
function linkEvidence(a: Person, b: Person, population: Population): Found<'link'> {
  const found = shared('link', a.links, b.links, population);
  if (found.met) return found;
  const others = NETWORKS.some((network) => {
    const profiles = (person: Person): boolean =>
      person.links.some((link) => link.startsWith(network));
    return profiles(a) && profiles(b);
  });
  return { of: 'link', bits: others ? OTHER_PROFILE : 0, met: false };
}
const NETWORKS = ['linkedin.com/in/', 'xing.com/profile/', 'github.com/'] as const;

interface StayRules {
  readonly met: Met;
  readonly of: (person: Person) => readonly Stay[];
  readonly most: number;
  readonly dates: (a: Stay, b: Stay) => number;
}
const EMPLOYERS: StayRules = {
  met: 'employer',
  of: (person) => person.jobs,
  most: MOST_BITS.employer,
  dates: (a, b) => {
    if (a.start === null || b.start === null) return 0;
    if (a.start.length >= 7 && a.start === b.start) return STARTED.sameMonth;
    const apart = Math.abs(year(a.start) - year(b.start));
    return apart === 0 ? STARTED.sameYear : apart === 1 ? STARTED.nextYear : STARTED.anotherYear;
  },
};
const SCHOOLS: StayRules = {
  met: 'school',
  of: (person) => person.schools,
  most: MOST_BITS.school,
  dates: (a, b) => {
    if (a.end === null || b.end === null) return 0;
    const apart = Math.abs(year(a.end) - year(b.end));
    return apart === 0 ? FINISHED.sameYear : apart === 1 ? 0 : FINISHED.anotherYear;
  },
};

/** Each stay meets at most one of the other's, the most telling first; each further one counts for half of the one before. */
function stayEvidence(
  a: Person,
  b: Person,
  rules: StayRules,
  population: Population,
): { readonly bits: number; readonly met: boolean } {
  const [stays, others] = [rules.of(a), rules.of(b)];
  if (stays.length === 0 || others.length === 0) return { bits: 0, met: false };
  const met = stays.flatMap((one, i) =>
    others.flatMap((other, j) => {
      if (!sameOrganisation(one.at, other.at)) return [];
      const rare = meetingRarity(
        population,
        rules.met,
        [one.at.head, other.at.head],
        [a.community, b.community],
      );
      return [{ i, j, bits: Math.min(rules.most, rare) + rules.dates(one, other) }];
    }),
  );
  if (met.length === 0) return { bits: NOTHING_SHARED, met: false };
  met.sort((x, y) => y.bits - x.bits);
  const seenA = new Set<number>();
  const seenB = new Set<number>();
  let bits = stays.length * others.length > 1 ? SEVERAL : 0;
  let weight = 1;
  for (const one of met) {
    if (seenA.has(one.i) || seenB.has(one.j)) continue;
    seenA.add(one.i);
    seenB.add(one.j);
    bits += one.bits * weight;
    weight /= 2;
  }
  return { bits, met: true };
}

/** Who shares an employer or a school often lives in its city too: then the place says less. */
function placeEvidence(
  a: Person,
  b: Person,
  population: Population,
  meetElsewhere: boolean,
): { readonly bits: number; readonly met: boolean } {
  if (a.country !== null && b.country !== null && a.country !== b.country) {
    return { bits: ELSEWHERE.country, met: false };
  }
  if (a.city === '' || b.city === '') return { bits: 0, met: false };
  if (a.city !== b.city) return { bits: ELSEWHERE.city, met: false };
  const communities = [a.community, b.community];
  const rare = Math.min(MOST_BITS.place, meetingRarity(population, 'city', [a.city], communities));
  return { bits: meetElsewhere ? rare / 2 : rare, met: true };
}

const year = (date: string): number => Number(date.slice(0, 4));
