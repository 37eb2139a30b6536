import { expect, test } from 'vitest';
import { maskNames } from './mask-names';

test('names are blanked wherever they stand, over line ends too, and every place stays where it was', () => {
  const text = 'Ada Baker\nLondon School of\nEconomics (2006). ADA BAKER bakes.';
  const masked = maskNames(text, [
    'Ada Baker',
    'London School of Economics',
    null,
    'Yes',
    'a(b [c',
  ]);
  expect(masked).toHaveLength(text.length);
  expect(masked.trim()).toMatch(/^\(2006\)\.\s+bakes\.$/);
});
