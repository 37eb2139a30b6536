import { expect, test } from 'vitest';
import { compileTitle, prepareTitle, titleLikeness } from './title-likeness';

const like = (one: string, other: string): number =>
  titleLikeness(compileTitle(one), prepareTitle(other));

test('the same work under other names, in other languages and in lists is nearer than other work', () => {
  for (const [asked, near, far] of [
    ['Claims Adjusters, Examiners, and Investigators', 'claims examiner', 'medical examiner'],
    ['Cooks, Short Order', 'short order cook', 'order clerk'],
    ['Krankenpfleger (m/w/d)', 'registered nurse', 'care planner'],
    ['Softwareentwickler/in', 'software developer', 'property developer'],
    ['Chief executives', 'CEO', 'sales executive'],
    ['Physics Teachers, Postsecondary', 'physics lecturer', 'driving teacher'],
    ['infirmière', 'nurse', 'farmer'],
  ] as const) {
    expect([asked, like(asked, near) > like(asked, far)]).toEqual([asked, true]);
  }
});

test('a title is wholly like itself, and a group of people a little less than one of them', () => {
  expect(like('welder', 'welder')).toBe(1000);
  expect(like('Civil engineers', 'civil engineer')).toBeGreaterThan(
    like('Civil engineers', 'Civil engineers'),
  );
});

test('hostile titles are compared in bounded time and never throw', () => {
  for (const title of ['', ' , , ', 'a, '.repeat(5000), '🧑‍🍳', '((((', 'and and and'])
    expect(like(title, 'cook')).toBeLessThanOrEqual(1000);
});
