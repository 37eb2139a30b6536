import { expect, test } from 'vitest';
import { countTerms, termWords } from './terms';

const wordsOf = (text: string): readonly string[] => [...countTerms(text).keys()].map(termWords);

test('only words of work are seen: no person, school, employer, nationality, gender or age', () => {
  const words = wordsOf(
    'Margarethe Vandersloot, born 1984, German woman, Harvard, Brightwater Ledger Ltd: bookkeeping and payroll',
  );
  expect(words).toEqual(expect.arrayContaining(['bookkeeping', 'payroll']));
  for (const word of [
    'margarethe',
    'vandersloot',
    'german',
    'woman',
    'harvard',
    '1984',
    'brightwater',
  ])
    expect(words).not.toContain(word);
});

test('two words that belong together are a word of their own, and a plural is its singular', () => {
  expect(wordsOf('Public relations')).toContain('public relation');
  expect(wordsOf('invoices')).toEqual(wordsOf('invoice'));
});

test('term ids fit in two bytes, as the columns hold them', () => {
  expect(Math.max(...countTerms('zoology zumba zinc zoning yoga').keys())).toBeLessThan(65_536);
});
