import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalPoints } from '@/shared/domain/matching/points';
import type { Part } from '@/shared/domain/matching/score-types';
import { add, bitsFor } from './bits';
import { type PartColumns, rankPeople } from './match-ranking';

const likeness = fc.integer({ min: 0, max: 1000 });
const weight = fc.integer({ min: 0, max: 100 });
const PEOPLE = 40;
const column = fc.option(
  fc.array(fc.oneof(likeness, fc.constantFrom(0, 500)), { minLength: PEOPLE, maxLength: PEOPLE }),
  { nil: null },
);
const perPart = <T>(one: fc.Arbitrary<T>) =>
  fc.record({ skills: one, experience: one, title: one, education: one, location: one });

test('a ranking in columns is the plain one: scores, order, pages, median and counts, whatever the set and the weights', () => {
  fc.assert(
    fc.property(
      perPart(column),
      perPart(weight),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: PEOPLE, maxLength: PEOPLE }),
      fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 1 })),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
      (lists, weights, met, chosen, least, offset, limit) => {
        const of = (part: Part, num: number): number | null =>
          lists[part] === null ? null : (lists[part][num] ?? 0);
        const plain = chosen
          .map((num) => ({
            num,
            score: totalPoints(
              {
                skills: of('skills', num),
                experience: of('experience', num),
                title: of('title', num),
                education: of('education', num),
                location: of('location', num),
              },
              weights,
            ),
          }))
          .toSorted(
            (a, b) =>
              b.score - a.score ||
              (met[b.num] ?? 0) - (met[a.num] ?? 0) ||
              (of('title', b.num) ?? 0) - (of('title', a.num) ?? 0) ||
              (of('skills', b.num) ?? 0) - (of('skills', a.num) ?? 0) ||
              a.num - b.num,
          );
        const people = bitsFor(PEOPLE);
        for (const num of chosen) add(people, num);
        const columns: PartColumns = {
          skills: lists.skills && Uint16Array.from(lists.skills),
          experience: lists.experience && Uint16Array.from(lists.experience),
          title: lists.title && Uint16Array.from(lists.title),
          education: lists.education && Uint16Array.from(lists.education),
          location: lists.location && Uint16Array.from(lists.location),
          mustHavesMet: Uint8Array.from(met),
        };
        const ranking = rankPeople(columns, weights, people, PEOPLE);
        const reaching = plain.filter(({ score }) => score >= least);
        expect(ranking.page(least, offset, limit)).toEqual(
          reaching.slice(offset, offset + limit).map(({ num }) => num),
        );
        expect(ranking.atLeast(least)).toBe(reaching.length);
        expect(ranking.compared).toBe(plain.length);
        expect(ranking.median).toBe(plain[Math.floor(plain.length / 2)]?.score ?? null);
        expect(ranking.histogram.reduce((sum, one) => sum + one, 0)).toBe(plain.length);
        for (const { num, score } of plain) expect(ranking.scores[num]).toBe(score);
      },
    ),
    { numRuns: 500 },
  );
});
