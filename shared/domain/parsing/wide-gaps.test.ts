import { expect, test } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';
import { rangesBetweenGaps } from './wide-gaps';

const GAP = '     ';
const CV = [
  'STAFF ACCOUNTANT',
  'Summary',
  'Careful accountant with nine years in manufacturing and in construction.',
  'Experience',
  'Staff Accountant   01/2014   to   Current',
  'Company Name City , State',
  'Journal entries, bank reconciliations, sales tax returns, audit support, month end close.',
  'Bookkeeper   03/2008   to   12/2013',
  'Company Name City , State',
  'Payroll, payables and receivables of four shops; quarterly returns; cash book and petty cash.',
  'Education',
  'Bachelor of Science , Accounting 2008',
].join(GAP);

// A CV that a database gave out as one line had no jobs and no schools.
test('a CV without line breaks is read by its wide gaps', () => {
  const document = documentFromText(CV);
  const { experience, education } = parseResume(document, { now: new Date('2026-01-01') });
  expect(experience.map(({ title, start }) => [title, start])).toEqual([
    ['Staff Accountant', '2014-01'],
    ['Bookkeeper', '2008-03'],
  ]);
  expect(education).toHaveLength(1);
  // The text stays as it is: proofs are places in it.
  expect(document.text).toBe(CV);
});

test('a table of one line, a short line and prose stay whole', () => {
  for (const line of [
    '',
    'Java     Python     SQL',
    'word '.repeat(400),
    `${'a'.repeat(500)}${GAP}b`,
  ])
    expect(rangesBetweenGaps(line)).toEqual([[0, line.length]]);
});

test('nothing but gaps is one line, and a huge line takes no time', () => {
  expect(rangesBetweenGaps(' '.repeat(1000))).toEqual([[0, 1000]]);
  const ranges = rangesBetweenGaps(`a${GAP}`.repeat(20_000));
  expect(ranges).toHaveLength(20_000);
});
