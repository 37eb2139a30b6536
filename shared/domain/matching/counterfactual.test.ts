import { expect, test } from 'vitest';
import { counterfactual } from './counterfactual';
import { SWAPS } from './score-types';
import { NO_CRITERIA } from './criteria';
import { withTextCriteria } from './criteria-of-text';
import { weightsFor } from './weights';

const NOW = new Date('2026-01-15T00:00:00Z');

const CV = `Margarethe Vandersloot
margarethe.vandersloot@mail.example
Date of birth: 12.03.1984
Mrs Vandersloot is an accountant. She closes the books of three firms, and her tax returns were never late.

Experience
Accountant
Brightwater Ledger Ltd, Leeds
Mar 2015 - Present
- General ledger, bank reconciliations and VAT returns
- Accounts payable in QuickBooks

Education
Bachelor of Science in Accounting, Harvard University, 2006

Skills
Accounting, QuickBooks, Excel, Bank reconciliation
`;

test('another name, gender, school and year of birth change nothing of a score', () => {
  const criteria = withTextCriteria({
    ...NO_CRITERIA,
    title: 'Accountant',
    description:
      'Month-end closing, reconciliations and VAT. At least 5 years of experience and a bachelor’s degree.',
  });
  const results = counterfactual(CV, criteria, weightsFor(criteria), NOW);
  expect(results.map(({ swap }) => swap)).toEqual([...SWAPS]);
  for (const { swap, places, before, after, moved } of results) {
    expect({ swap, found: places > 0, after, moved }).toEqual({
      swap,
      found: true,
      after: before,
      moved: [],
    });
  }
  expect(results[0]?.before).toBeGreaterThan(3000);
});

test('a title or skill made of a protected word is not what words are compared by', () => {
  const job = {
    ...NO_CRITERIA,
    title: 'Women’s shoe buyer',
    description: 'Young German woman wanted',
  };
  const swapped = (gender: string): string => CV.replace('Leeds', `Leeds. ${gender} German, young`);
  const [one] = counterfactual(swapped('Woman,'), job, weightsFor(job), NOW);
  const [other] = counterfactual(swapped('Man,'), job, weightsFor(job), NOW);
  expect(one?.before).toBe(other?.before);
});
