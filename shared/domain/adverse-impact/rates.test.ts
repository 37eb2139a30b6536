import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, QUESTIONS, questionOf } from './questions';
import { FEWEST_SHOWN, type Outcome, ratesBy } from './rates';

const people = (count: number, selected: number, sex: string | null, score = 50): Outcome[] =>
  Array.from({ length: count }, (_, index) => ({
    answers: sex === null ? null : { sex },
    selected: index < selected,
    score: score + (index % 2),
  }));

describe('selection rates by group', () => {
  it('are compared with those of the group selected most', () => {
    const { groups, unknown } = ratesBy(
      ['sex'],
      [...people(100, 50, 'male'), ...people(50, 20, 'female'), ...people(10, 1, null)],
    );
    expect(groups).toMatchObject([
      { categories: ['female'], people: 50, selectionRate: 0.4, impactRatio: 0.8, small: false },
      { categories: ['male'], people: 100, selectionRate: 0.5, impactRatio: 1, small: false },
    ]);
    expect(unknown).toEqual({ people: 10, selected: 1 });
  });

  it('leave a small group out of what others are compared with, and say that it is small', () => {
    const { groups } = ratesBy(
      ['sex'],
      [...people(100, 20, 'male'), ...people(6, 6, 'other'), ...people(100, 10, 'female')],
    );
    expect(groups.map(({ impactRatio, small }) => ({ impactRatio, small }))).toEqual([
      { impactRatio: 0.5, small: false },
      { impactRatio: 1, small: false },
      { impactRatio: 5, small: true },
    ]);
  });

  it('withhold a group of a few people, and what would give it away', () => {
    const { groups, unknown } = ratesBy(
      ['sex'],
      [...people(100, 20, 'male'), ...people(40, 20, 'female'), ...people(2, 1, 'other')],
    );
    expect(groups.map(({ people: shown }) => shown)).toEqual([null, 100, null]);
    expect(unknown).toEqual({ people: 0, selected: 0 });
  });

  it('say nothing where nobody was selected or nobody has a score', () => {
    const { groups, medianScore } = ratesBy(
      ['sex'],
      people(40, 0, 'male').map((outcome) => ({ ...outcome, score: null })),
    );
    expect(groups).toMatchObject([
      { selectionRate: 0, impactRatio: null, scoringRate: null, scoringImpactRatio: null },
    ]);
    expect(medianScore).toBeNull();
  });

  it('count scores above the median of all who answered', () => {
    const { groups, medianScore } = ratesBy(
      ['sex'],
      [...people(40, 1, 'male', 80), ...people(40, 1, 'female', 20)],
    );
    expect(medianScore).toBe(50.5);
    expect(groups).toMatchObject([
      { categories: ['female'], scoringRate: 0, scoringImpactRatio: 0 },
      { categories: ['male'], scoringRate: 1, scoringImpactRatio: 1 },
    ]);
  });

  it('by two questions need both answers', () => {
    const { groups, unknown } = ratesBy(
      ['sex', 'ethnicity'],
      [
        ...people(30, 10, 'female').map((outcome) => ({
          ...outcome,
          answers: { sex: 'female', ethnicity: 'asian' },
        })),
        ...people(30, 10, 'female'),
      ],
    );
    expect(groups).toMatchObject([{ categories: ['female', 'asian'], people: 30 }]);
    expect(unknown?.people).toBe(30);
  });

  it('account for everybody, and never show a group that is too small or can be found by subtracting', () => {
    const outcome = fc.record({
      answers: fc.option(
        fc.record(
          {
            sex: fc.constantFrom('female', 'male', 'other', 'made up', '__proto__'),
            ethnicity: fc.constantFrom('asian', 'white'),
          },
          { requiredKeys: [] },
        ),
      ),
      selected: fc.boolean(),
      score: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 80 }), (outcomes) => {
        const { groups, unknown } = ratesBy(['sex'], outcomes);
        const shown = groups.flatMap(({ people: count }) => (count === null ? [] : [count]));
        const hidden = groups.length - shown.length + (unknown === null ? 1 : 0);
        const rest =
          outcomes.length - shown.reduce((sum, count) => sum + count, 0) - (unknown?.people ?? 0);
        expect(shown.every((count) => count >= FEWEST_SHOWN)).toBe(true);
        if (hidden === 0) expect(rest).toBe(0);
        // A single one withheld is only ever all there is.
        if (hidden === 1) expect(shown.length + (unknown?.people ?? 0)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('answers in a file', () => {
  it('mean what people write, and nothing when they would rather not say', () => {
    expect(categoryOf('sex', ' Woman ')).toBe('female');
    expect(categoryOf('ethnicity', 'Two or More Races')).toBe('mixed');
    expect(categoryOf('sex', 'prefer not to say')).toBeNull();
    expect(questionOf('Race/Ethnicity')).toBe('ethnicity');
    expect(questionOf('__proto__')).toBeNull();
  });

  it('have no name that two categories of a question share', () => {
    for (const { categories } of QUESTIONS) {
      const names = categories.flatMap((category) => [
        category.id,
        ...category.names.filter((name) => name !== category.id),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
