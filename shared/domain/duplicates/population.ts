import type { ContactPoint } from '@/shared/domain/candidates/records';

/**
 * How common things are among the candidates: two people called Maria García who both worked at the biggest employer are most likely
 * two people. All counts are of candidates.
 */
export interface Population {
  readonly people: number;
  /** Candidates of this name (`PersonName.key`). */
  readonly named: (key: string) => number;
  /** Candidates who worked at an organisation of this head (`Organisation.head`). */
  readonly employed: (head: string) => number;
  readonly schooled: (head: string) => number;
  /** Candidates in this city, folded. */
  readonly living: (city: string) => number;
  /** Candidates who give this contact. */
  readonly holding: (kind: ContactPoint['kind'], key: string) => number;
}

/**
 * A small database says little of how common a name is: as if so many people more had been counted, of whom each name, employer, school
 * and city has at least the share below.
 */
export const UNSEEN_PEOPLE = 20_000;
export const UNSEEN = { name: 3, employer: 20, school: 40, city: 600 } as const;

/** In bits, how telling it is to have something in common that `count` candidates have, the two themselves among them. */
export function rarity(
  population: Population,
  count: number,
  unseen: number,
): number {
  const all = population.people + UNSEEN_PEOPLE;
  return Math.log2(all / (Math.max(0, count - 1) + unseen));
}
