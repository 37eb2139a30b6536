import fc from 'fast-check';
import { skillNumbers, titleNumbers } from '@/db/sqlite/search/match-ids';
import { type CandidateFacts, NOW } from '@/shared/domain/matching/facts';
import { termCount } from '@/shared/domain/matching/terms';

const month = fc.oneof(
  fc.constantFrom(0, NOW),
  fc.integer({ min: 1900 * 12, max: 2100 * 12 }),
  fc.integer({ min: 1, max: NOW - 1 }),
);
const ascending = (max: number, maxLength: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max }), { maxLength })
    .map((numbers) => numbers.sort((a, b) => a - b));
/** Facts as a profile may give them, and stranger: months of any year, any words for a skill that the taxonomy does not know. */
export const randomFacts: fc.Arbitrary<CandidateFacts> = fc.record({
  skills: fc.uniqueArray(fc.constantFrom(...skillNumbers().ids), { maxLength: 30 }).chain((ids) =>
    fc.tuple(
      ...ids.toSorted().map((id) =>
        fc.record({
          id: fc.constant(id),
          months: fc.integer({ min: 0, max: 720 }),
          lastUsed: month,
        }),
      ),
    ),
  ),
  otherSkills: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('forklift', 'forklift licence', 'old loom'),
      fc.string({ maxLength: 80 }),
    ),
    { maxLength: 5 },
  ),
  roles: fc.array(
    fc.record({
      title: fc.option(fc.constantFrom(...titleNumbers().ids), { nil: null }),
      strength: fc.integer({ min: 0, max: 1000 }),
      level: fc.integer({ min: 0, max: 10 }),
      start: month,
      end: month,
    }),
    { maxLength: 12 },
  ),
  titleTerms: ascending(termCount() - 1, 24),
  textTerms: ascending(termCount() - 1, 96).chain((terms) =>
    fc.tuple(
      ...terms.map((term) =>
        fc.record({ term: fc.constant(term), weight: fc.integer({ min: 1, max: 255 }) }),
      ),
    ),
  ),
  education: fc.integer({ min: 0, max: 7 }),
  place: fc.option(
    fc.record({
      country: fc.option(fc.stringMatching(/^[A-Z]{2}$/), { nil: null }),
      at: fc.option(
        fc.record({
          latitude: fc.integer({ min: -9000, max: 9000 }),
          longitude: fc.integer({ min: -18_000, max: 18_000 }),
        }),
        { nil: null },
      ),
    }),
    { nil: null },
  ),
  totalMonths: fc.integer({ min: 0, max: 900 }),
});
