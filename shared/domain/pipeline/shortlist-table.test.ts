import { expect, it } from 'vitest';
import { meets } from './shortlist-table';

const entry = {
  skills: [
    { position: 0, years: 3 },
    { position: 1, years: null },
  ],
};

it.each([
  [{ position: 0, minYears: null }, 'met'],
  [{ position: 0, minYears: 3 }, 'met'],
  [{ position: 0, minYears: 4 }, 'partly'],
  [{ position: 1, minYears: 1 }, 'unknown'],
  [{ position: 1, minYears: null }, 'met'],
  [{ position: 2, minYears: null }, 'missing'],
] as const)('says of %j: %s (a skill without years taken for one with enough)', (asked, said) => {
  expect(meets(entry, asked)).toBe(said);
});
