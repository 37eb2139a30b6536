import { expect, it } from 'vitest';
import { readStepReason, stepReason } from './step-reason';

it.each([
  ['skills', null],
  ['other', 'wants 4 days · from home'],
  ['salary', '"=1+1"\n<b>أنا</b> 👩‍👧'],
])('gives back the reason %s and what was said beside it', (reason, note) => {
  expect(readStepReason(stepReason(reason, note))).toEqual({ reason, note });
});

it('adds nothing where nothing was said', () => {
  expect(stepReason('skills', ' \n')).toBe('skills');
});
