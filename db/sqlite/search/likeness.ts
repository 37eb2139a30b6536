import type { Id } from '@/shared/kit/ids';
import { type Bits, bitsFor, forEach, or, remove, sizeOf } from './bits';
import { type CriteriaDeps, havingId } from './criteria';
import type { Stretch } from './order';
import { DIMENSIONS, type Dimension } from './pack';

/** What two people are compared by, and how much each counts. The skill of the taxonomy stands for its names. */
const COUNTS: Partial<Record<Dimension, number>> = {
  skill: 1,
  taxon: 1,
  title: 2,
  seniority: 0.5,
  city: 0.5,
  country: 0.25,
  degree: 0.25,
  language: 0.25,
};

/** Who shares none of these is not like someone, whatever town and languages they have in common. */
const WORK: ReadonlySet<Dimension | undefined> = new Set(['skill', 'taxon', 'title']);

/** Everybody who shares a skill or a job title with a person, but the person. */
export function likePerson(deps: CriteriaDeps, num: number): Bits {
  const { people } = deps;
  let found = bitsFor(people.largest());
  people.valuesOf(num, (term) => {
    if (WORK.has(DIMENSIONS[people.dimensionOf(term)])) found = or(found, havingId(deps, term));
  });
  remove(found, num);
  return found;
}

/**
 * A stretch of the people, those most like one person first (or last): the sum over what they share of how rare it is (the logarithm of
 * everybody over those who have it), by the root of how much they have themselves, so that nobody is like everyone by having everything.
 * Equals stand newest first.
 */
export function byLikeness(
  { sql, people: index }: CriteriaDeps,
  people: Bits,
  id: Id,
  direction: 'asc' | 'desc',
  { offset, limit }: Stretch,
): readonly number[] {
  const num = Number(sql('SELECT num FROM candidate WHERE id = ?').pluck().get(id) ?? 0);
  const all = Math.max(1, sizeOf(index.everybody()));
  const totals = index.totals();
  const weights = new Map<number, number>();
  index.valuesOf(num, (term) => {
    const dimension = DIMENSIONS[index.dimensionOf(term)];
    const counts = dimension === undefined ? undefined : COUNTS[dimension];
    if (counts !== undefined)
      weights.set(term, counts * Math.log(1 + all / Math.max(1, totals[term] ?? 0)));
  });
  const scores: [num: number, score: number][] = [];
  forEach(people, (other) => {
    let shared = 0;
    let values = 0;
    index.valuesOf(other, (term) => {
      values++;
      shared += weights.get(term) ?? 0;
    });
    scores.push([other, shared / Math.sqrt(10 + values)]);
  });
  const way = direction === 'desc' ? 1 : -1;
  return scores
    .sort((a, b) => way * (b[1] - a[1]) || b[0] - a[0])
    .slice(offset, offset + limit)
    .map(([other]) => other);
}
