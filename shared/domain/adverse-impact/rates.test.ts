import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { fisherTwoSided } from './fisher';
import type { Answers } from './questions';
import { type Outcome, rateTables } from './rates';
import type { RateTable } from './views';
import { FEWEST_SHOWN, withheldCells } from './withheld';

const people = (count: number, selected: number, answers: Answers | null, score = 50): Outcome[] =>
  Array.from({ length: count }, (_, index) => ({
    answers,
    selected: index < selected,
    score: score + (index % 2),
  }));

const tableBy = (outcomes: readonly Outcome[], ...questions: readonly string[]): RateTable => {
  const { tables } = rateTables(outcomes);
  const found = tables.find((table) => table.questions.join() === questions.join());
  if (found === undefined) throw new Error('No such table');
  return found;
};

describe('selection rates by group', () => {
  it('are those of the worked example of the Uniform Guidelines (questions and answers, 11)', () => {
    // Rates of 60, 45, 48 and 51 in a hundred: ratios of 75, 80 and 85 %, and only the first is below four fifths.
    const { groups } = tableBy(
      [
        ...people(200, 120, { ethnicity: 'white' }),
        ...people(100, 45, { ethnicity: 'native' }),
        ...people(100, 48, { ethnicity: 'hispanic' }),
        ...people(100, 51, { ethnicity: 'black' }),
      ],
      'ethnicity',
    );
    const told = groups.map(({ categories, selection: { ratio, isBelow } }) => [
      categories[0],
      ratio?.toFixed(4),
      isBelow,
    ]);
    expect(told).toEqual([
      ['hispanic', '0.8000', false],
      ['white', '1.0000', false],
      ['black', '0.8500', false],
      ['native', '0.7500', true],
    ]);
  });

  it('are below four fifths for one selected fewer than four fifths, in whole numbers', () => {
    // 12 of 50 by 30 of 100 is 0.8 exactly, which a division of two rates may miss.
    const at = (selected: number) =>
      tableBy(
        [...people(100, 30, { sex: 'male' }), ...people(50, selected, { sex: 'female' })],
        'sex',
      ).groups.map(({ selection }) => selection.isBelow);
    expect(at(12)).toEqual([false, false]);
    expect(at(11)).toEqual([true, false]);
  });

  it('count who did not answer apart', () => {
    const { groups, rest } = tableBy(
      [
        ...people(50, 20, { sex: 'male' }),
        ...people(10, 1, null),
        ...people(40, 8, { sex: 'female' }),
      ],
      'sex',
    );
    expect(rest).toEqual({ people: 10, holdsWithheld: false });
    expect(groups.map(({ selection }) => selection.of)).toEqual([40, 50]);
  });

  it('compare no group under 2 % of those who answered, and show its rate', () => {
    const { groups } = tableBy(
      [
        ...people(300, 60, { sex: 'male' }),
        ...people(6, 6, { sex: 'other' }),
        ...people(300, 30, { sex: 'female' }),
      ],
      'sex',
    );
    expect(groups.map(({ mark, selection: { rate, ratio } }) => [mark, rate, ratio])).toEqual([
      [null, 0.1, 0.5],
      [null, 0.2, 1],
      ['excluded', 1, null],
    ]);
  });

  it('say nothing where nobody was selected, or where there is one group alone', () => {
    const nobody = [...people(40, 0, { sex: 'male' }), ...people(40, 0, { sex: 'female' })];
    expect(tableBy(nobody, 'sex').groups.map(({ selection }) => selection)).toMatchObject([
      { rate: 0, ratio: null, isBelow: false, p: null },
      { rate: 0, ratio: null, isBelow: false, p: null },
    ]);
    const alone = tableBy(people(40, 20, { sex: 'male' }), 'sex');
    expect(alone.groups).toMatchObject([{ selection: { rate: 0.5, ratio: null } }]);
    expect(rateTables([]).tables.every(({ groups }) => groups.length === 0)).toBe(true);
  });

  it('are withheld where one person was selected, whose name everybody knows', () => {
    const table = tableBy(
      [...people(40, 1, { disability: 'yes' }), ...people(40, 0, { disability: 'no' })],
      'disability',
    );
    expect(table.isSelectionWithheld).toBe(true);
    expect(table.groups.map(({ selection: { of, yes, rate } }) => [of, yes, rate])).toEqual([
      [40, null, null],
      [40, null, null],
    ]);
  });

  it('take both answers to be in a table of two questions', () => {
    const outcomes = [
      ...people(30, 10, { sex: 'female', ethnicity: 'asian' }),
      ...people(30, 10, { sex: 'female' }),
      ...people(30, 10, { sex: 'male', ethnicity: 'asian' }),
    ];
    const { groups, rest } = tableBy(outcomes, 'sex', 'ethnicity');
    expect(groups.map(({ categories }) => categories.join())).toEqual([
      'female,asian',
      'male,asian',
    ]);
    expect(rest.people).toBe(30);
  });

  it('take no name of a category from an answer that is none', () => {
    const { groups, rest } = tableBy(people(10, 5, { sex: '__proto__' }), 'sex');
    expect(groups).toEqual([]);
    expect(rest.people).toBe(10);
  });
});

describe('scoring rates by group', () => {
  it('are shares above the median of everybody with a score, whether they answered or not', () => {
    // Scores 1 to 40: the median is 20.5. Without those who did not answer it would be 15.5.
    const scored = (from: number, to: number, answers: Answers | null): Outcome[] =>
      Array.from({ length: to - from + 1 }, (_, n) => ({
        answers,
        selected: false,
        score: from + n,
      }));
    const outcomes = [
      ...scored(1, 15, { sex: 'female' }),
      ...scored(16, 30, { sex: 'male' }),
      ...scored(31, 40, null),
    ];
    expect(rateTables(outcomes).medianScore).toBe(20.5);
    expect(tableBy(outcomes, 'sex').groups.map(({ scoring }) => scoring)).toMatchObject([
      { of: 15, yes: 0, rate: 0, ratio: 0, isBelow: true },
      { of: 15, yes: 10, rate: 10 / 15, ratio: 1, isBelow: false },
    ]);
  });

  it('leave out who has no score', () => {
    const none = people(40, 10, { sex: 'male' }).map((one) => ({ ...one, score: null }));
    const table = tableBy([...none, ...people(40, 10, { sex: 'female' })], 'sex');
    expect(table.groups.map(({ scoring }) => [scoring.of, scoring.rate])).toEqual([
      [40, 0.5],
      [0, null],
    ]);
  });
});

describe('what is withheld', () => {
  it('is a group of a few, counted with the unknown, who hide it', () => {
    const { groups, rest } = tableBy(
      [
        ...people(100, 20, { sex: 'male' }),
        ...people(40, 20, { sex: 'female' }),
        ...people(2, 1, { sex: 'other' }),
        ...people(9, 1, null),
      ],
      'sex',
    );
    expect(groups.map(({ mark, selection: { of } }) => [mark, of])).toEqual([
      [null, 40],
      [null, 100],
      ['withheld', null],
    ]);
    expect(rest).toEqual({ people: 11, holdsWithheld: true });
  });

  it('is the next smallest group too where everybody answered and one could subtract', () => {
    const { groups } = tableBy(
      [
        ...people(100, 20, { sex: 'male' }),
        ...people(40, 20, { sex: 'female' }),
        ...people(2, 1, { sex: 'other' }),
      ],
      'sex',
    );
    expect(groups.map(({ selection: { of } }) => of)).toEqual([null, 100, null]);
  });

  it('is no cell of two questions that the tables of one give away', () => {
    // Everybody answered: women 60, Asian 52. Of the two Asian women alone, 60 − 58 would tell.
    const outcomes = [
      ...people(2, 1, { sex: 'female', ethnicity: 'asian' }),
      ...people(58, 20, { sex: 'female', ethnicity: 'white' }),
      ...people(50, 20, { sex: 'male', ethnicity: 'asian' }),
      ...people(70, 20, { sex: 'male', ethnicity: 'white' }),
    ];
    expect(tableBy(outcomes, 'sex').groups.every(({ mark }) => mark === null)).toBe(true);
    expect(tableBy(outcomes, 'sex', 'ethnicity').groups.map(({ mark }) => mark)).toEqual(
      Array.from({ length: 4 }, () => 'withheld'),
    );
  });

  it('never is what a line gives away, over random tables', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 }))
      .chain(([rows, columns]) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          sizes: fc.array(fc.integer({ min: 0, max: 12 }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
          open: fc.integer({ min: 0, max: 6 }),
        }),
      );
    fc.assert(
      fc.property(table, ({ rows, columns, sizes, open }) => {
        const cells = [...sizes.keys()];
        const lines = [
          { cells, open },
          ...Array.from({ length: rows }, (_, row) => ({
            cells: cells.filter((at) => Math.floor(at / columns) === row),
            open: 0,
          })),
          ...Array.from({ length: columns }, (_, column) => ({
            cells: cells.filter((at) => at % columns === column),
            open: 0,
          })),
        ];
        const hidden = withheldCells(sizes, lines);
        for (const [at, size] of sizes.entries()) {
          if (!hidden.has(at)) expect(size === 0 || size >= FEWEST_SHOWN).toBe(true);
        }
        for (const line of lines) {
          const there = line.cells.filter((at) => (sizes[at] ?? 0) > 0);
          const gone = there.filter((at) => hidden.has(at));
          if (gone.length === 0 || gone.length === there.length) continue;
          const left = gone.reduce((sum, at) => sum + (sizes[at] ?? 0), line.open);
          expect(left).toBeGreaterThanOrEqual(FEWEST_SHOWN);
          expect(gone.length + (line.open > 0 ? 1 : 0)).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('accounts for everybody, over random answers', () => {
    const outcome = fc.record({
      answers: fc.option(
        fc.record(
          {
            sex: fc.constantFrom('female', 'male', 'other', 'made up'),
            ethnicity: fc.constantFrom('asian', 'white', 'native'),
          },
          { requiredKeys: [] },
        ),
      ),
      selected: fc.boolean(),
      score: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 120 }), (outcomes) => {
        for (const { groups, rest } of rateTables(outcomes).tables) {
          const shown = groups.reduce((sum, { selection }) => sum + (selection.of ?? 0), 0);
          expect(shown + rest.people).toBe(outcomes.length);
          expect(rest.holdsWithheld).toBe(groups.some(({ mark }) => mark === 'withheld'));
          for (const { mark, selection, scoring } of groups) {
            if (mark !== 'withheld') continue;
            expect([selection.of, selection.yes, scoring.of, scoring.yes]).toEqual([
              null,
              null,
              null,
              null,
            ]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes a bounded time for a hundred thousand', () => {
    const sexes = ['female', 'male', 'other'];
    const origins = ['hispanic', 'white', 'black', 'pacific', 'asian', 'native', 'mixed'];
    const outcomes: Outcome[] = Array.from({ length: 100_000 }, (_, n) => ({
      answers: { sex: sexes[n % 3] ?? '', ethnicity: origins[n % 7] ?? '' },
      selected: n % 11 === 0,
      score: (n * 37) % 101,
    }));
    const start = cpuMs();
    rateTables(outcomes);
    expect(cpuMs() - start).toBeLessThan(5000);
  });
});

describe("Fisher's exact test", () => {
  it('gives the values of the published examples', () => {
    // The tea tasting of Fisher (1935): 0.4857. Students who diet: 0.002759 two-sided.
    expect(fisherTwoSided({ of: 4, yes: 3 }, { of: 4, yes: 1 })).toBeCloseTo(34 / 70, 10);
    expect(fisherTwoSided({ of: 12, yes: 1 }, { of: 12, yes: 9 })).toBeCloseTo(0.002759456, 8);
  });

  it('is 1 where there is nothing to tell apart, and a probability for very many', () => {
    expect(fisherTwoSided({ of: 0, yes: 0 }, { of: 9, yes: 3 })).toBe(1);
    expect(fisherTwoSided({ of: 9, yes: 0 }, { of: 9, yes: 0 })).toBe(1);
    expect(fisherTwoSided({ of: 50_000, yes: 5000 }, { of: 50_000, yes: 5000 })).toBeCloseTo(1, 6);
    expect(fisherTwoSided({ of: 50_000, yes: 6000 }, { of: 50_000, yes: 5000 })).toBeLessThan(
      1e-12,
    );
  });
});
