import { expect, test } from 'vitest';
import { countTerms, termWords, writtenTerms } from './terms';

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

test('an address says nothing about work, whatever words it is made of', () => {
  const address =
    'jo.payroll@nurse.example.net, https://nurse.example.net/payroll, www.payroll.net';
  expect(wordsOf(address)).toEqual([]);
  expect(wordsOf(`电邮：jo@nurse.example.net软件工程师`)).toEqual(wordsOf('软件工程师'));
  expect(wordsOf(`${'x'.repeat(100_000)} payroll`)).toContain('payroll');
});

test('words are told as they are written, and not as their stems', () => {
  expect([...writtenTerms('Public Relations, Kubernetes and kubernete').values()]).toEqual(
    expect.arrayContaining(['public relations', 'kubernetes']),
  );
});

test('term ids fit in two bytes, as the columns hold them', () => {
  expect(Math.max(...countTerms('zoology zumba zinc zoning yoga').keys())).toBeLessThan(65_536);
});
