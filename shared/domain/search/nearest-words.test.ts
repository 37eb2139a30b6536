import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mistakesBetween, nearestWords } from './nearest-words';

const known = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([word, count]) => ({ word, count }));

describe('nearestWords', () => {
  it.each<[string, string[]]>([
    ['kuberntes', ['kubernetes']],
    ['javasrcipt', ['javascript']],
    ['nuse', ['nurse']],
    // Two mistakes are too many for six letters.
    ['nusse', ['nurse']],
    ['nusxe', []],
    ['jav', []],
    ['pyhton', ['python']],
    ['accuontant', ['accountant']],
  ])('takes %s for %j', (typed, words) => {
    const all = known({
      kubernetes: 50,
      javascript: 500,
      nurse: 90,
      python: 400,
      accountant: 30,
      java: 900,
    });
    expect(nearestWords(typed, all, 3)).toEqual(words);
  });

  it('prefers fewer mistakes, then the more frequent, and leaves out what is rare beside them', () => {
    const all = known({ manager: 5000, managr: 1, managed: 2000, manages: 900 });
    expect(nearestWords('managet', all, 3)).toEqual(['manager', 'managed', 'manages']);
    expect(nearestWords('managerr', known({ manager: 10, managers: 8, managed: 90 }), 3)).toEqual([
      'manager',
      'managers',
    ]);
  });
});

describe('mistakesBetween', () => {
  it('is the same both ways, and never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = mistakesBetween(one, other, 10);
        expect(distance).toBe(mistakesBetween(other, one, 10));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        for (const most of [0, 1, 2])
          expect(Math.min(mistakesBetween(one, other, most), most + 1)).toBe(
            Math.min(distance, most + 1),
          );
      }),
    );
  });
});
