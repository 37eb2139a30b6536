import type { ContactPoint } from '@/shared/domain/candidates/records';

/** What people have in common by where they have been. */
export type Met = 'employer' | 'school' | 'city';

/**
 * How common things are among the candidates: two people called Maria García who both worked at the biggest employer are most likely
 * two people.
 */
export interface Population {
  readonly people: number;
  /** Candidates of this name (`PersonName.key`). */
  readonly named: (key: string) => number;
  /**
   * Candidates of a community (`Person.community`) in all, and those of them who met there: at an organisation of this head, in this city. Who
   * has the same name comes from the same country as a rule, and there its big schools and cities are common.
   */
  readonly meeting: (
    met: Met,
    place: string,
    community: string,
  ) => { readonly count: number; readonly of: number };
  /** Candidates who give this contact. */
  readonly holding: (kind: ContactPoint['kind'], key: string) => number;
}

/** A small database says little of how common a name is: as if so many people more had been counted, of whom so many have it. */
const UNSEEN_NAME = { count: 2, of: 20_000 } as const;
/** The same for where people have been. */
const UNSEEN: Readonly<Record<Met, { readonly count: number; readonly of: number }>> = {
  employer: { count: 4, of: 2000 },
  school: { count: 8, of: 2000 },
  city: { count: 100, of: 2000 },
};

/** In bits, how unlikely it is that a candidate taken at random is a certain other one. */
export const crowd = (population: Population): number =>
  Math.log2(population.people + UNSEEN_NAME.of);

/** In bits, how telling it is that two have this name. */
export const nameRarity = (population: Population, key: string): number =>
  crowd(population) - Math.log2(Math.max(0, population.named(key) - 1) + UNSEEN_NAME.count);

/** In bits, how telling it is that two of these communities were at one place. */
export function meetingRarity(
  population: Population,
  met: Met,
  places: readonly string[],
  communities: readonly string[],
): number {
  const known = communities.filter((community) => community !== '');
  const unseen = UNSEEN[met];
  let most = 0;
  for (const community of known.length > 0 ? known : ['']) {
    for (const place of places) {
      const { count, of } = population.meeting(met, place, community);
      most = Math.max(most, (Math.max(0, count - 1) + unseen.count) / (of + unseen.of));
    }
  }
  // Nobody knows where they are from: then it is common where they are from.
  return -Math.log2(Math.min(1, most * (known.length > 0 ? 1 : COMMON_AT_HOME)));
}
const COMMON_AT_HOME = 3;
