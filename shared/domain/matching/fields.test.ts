import { expect, test } from 'vitest';
import { fieldsOf, fieldTerms } from './fields';
import { countTerms, fieldTerm, isFieldTerm } from './terms';

const spokenOf = (text: string): ReadonlyMap<number, number> =>
  new Map(fieldTerms(countTerms(text)).map(({ term, weight }) => [term, weight]));

// A bookkeeper's CV with a line on the design of a newsletter would be half a designer's if fields were not weighed against each other.
test('of the fields that words speak of, the nearest counts in full and the others the less the farther they are', () => {
  const fields = spokenOf(
    'Accountant. Accounts payable, general ledger, bank reconciliations, month-end close, journal entries. Designed the newsletter in InDesign.',
  );
  expect(fields.get(fieldTerm('accounting'))).toBe(255);
  expect(fields.get(fieldTerm('graphic-design')) ?? 0).toBeLessThan(64);
});

test('fields are few, in order, no words, and none without words of work', () => {
  const found = fieldTerms(
    countTerms('nurse teacher chef pilot welder banker lawyer farmer actor'),
  );
  expect(found.length).toBeGreaterThan(1);
  expect(found.length).toBeLessThanOrEqual(8);
  expect(found.map(({ term }) => term)).toEqual(
    found.map(({ term }) => term).sort((a, b) => a - b),
  );
  expect(found.every(({ term }) => isFieldTerm(term))).toBe(true);
  expect([...countTerms('#accounting accounting hr').keys()].some(isFieldTerm)).toBe(false);
  expect(fieldTerms(new Map())).toEqual([]);
});

// An engineer was compared with two kinds of engineers only; the third kind lost.
test('a title of several fields is near to all of them', () => {
  const near = fieldsOf('Engineer', null).near.map(({ id }) => id);
  expect(near).toEqual(
    expect.arrayContaining([
      'engineering-mechanical',
      'engineering-electrical',
      'engineering-civil',
    ]),
  );
});
