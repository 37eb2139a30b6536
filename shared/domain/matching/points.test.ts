import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf, totalPoints } from './points';
import { PARTS } from './score-types';

const weight = fc.integer({ min: 0, max: 100 });
const weights = fc.record({
  skills: weight,
  experience: weight,
  title: weight,
  education: weight,
  location: weight,
});
const one = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
const likeness = fc.record({
  skills: one,
  experience: one,
  title: one,
  education: one,
  location: one,
});

test('the parts sum to the score, whatever the weights: a rest of rounding is neither lost nor given twice', () => {
  fc.assert(
    fc.property(likeness, weights, (like, by) => {
      const { score, parts } = pointsOf(like, by);
      expect(PARTS.reduce((sum, part) => sum + parts[part].points, 0)).toBe(score);
      expect(totalPoints(like, by)).toBe(score);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(10_000);
      for (const part of PARTS) expect(parts[part].points).toBeLessThanOrEqual(parts[part].most);
    }),
    { numRuns: 1000 },
  );
});

test('a part nobody asks for leaves its weight to the others in proportion', () => {
  const like = { skills: 500, experience: null, title: 1000, education: null, location: null };
  const by = { skills: 30, experience: 15, title: 10, education: 5, location: 10 };
  const { score, parts } = pointsOf(like, by);
  expect(parts.skills).toEqual({ likeness: 500, points: 3750, most: 7500 });
  expect(parts.title).toEqual({ likeness: 1000, points: 2500, most: 2500 });
  expect(parts.experience).toEqual({ likeness: null, points: 0, most: 0 });
  expect(score).toBe(6250);
});

test('nothing asked or nothing weighed gives 0 and no division by nothing', () => {
  const nothing = { skills: null, experience: null, title: null, education: null, location: null };
  const none = { skills: 0, experience: 0, title: 0, education: 0, location: 0 };
  expect(pointsOf(nothing, { ...none, skills: 5 }).score).toBe(0);
  expect(pointsOf({ ...nothing, skills: 1000 }, none).score).toBe(0);
});
