import { expect, test } from 'vitest';
import { nearestTitle, titleTable } from './title-concepts';

// A job called after its field alone made every salesperson and specialist look half right for it.
test('a last word that any work may have makes no two titles alike', () => {
  const titles = titleTable('Healthcare Professional');
  expect(titles.has('sales-representative')).toBe(false);
  expect(titles.has('health-services-manager')).toBe(true);
  expect(nearestTitle('Aviation Professional')?.id).not.toBe('sales-representative');
});

// "Agriculture Specialist" gave whoever was called "Specialist" more than any farmer.
test('a title of rank alone counts only where it is all that is asked', () => {
  expect(titleTable('Agriculture Specialist').has('specialist')).toBe(false);
  expect(titleTable('Specialist').get('specialist')).toBe(1000);
});

// The Dutch word for physicians stood for the arts.
test('an English word is not read as a title of another language', () => {
  expect(titleTable('Arts Professional').get('physician') ?? 0).toBeLessThan(500);
  expect(nearestTitle('Performing Arts Coordinator')?.id).not.toBe('physician');
  expect(nearestTitle('Arts')?.id).not.toBe('physician');
  expect(titleTable('Arts').get('physician') ?? 0).toBeLessThan(1000);
});

// Somebody who directs marketing was a director of anything.
test('of a rank "of" something, what it is of tells the work', () => {
  expect(nearestTitle('Director of Digital Marketing')?.id).toBe('digital-marketing-specialist');
  expect(nearestTitle('Director')?.id).toBe('director');
});
