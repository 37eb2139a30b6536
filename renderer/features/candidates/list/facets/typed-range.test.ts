import { describe, expect, it } from 'vitest';
import { endIn, isRange } from './typed-range';

describe('the end of a range of years', () => {
  it('is read as a person types it (a bucket stood there as 4.99)', () => {
    expect(endIn('under 5', 'under')).toBe(4.99);
    expect(endIn(' <7,5 ', 'under')).toBe(7.49);
    expect(endIn('unter 20', 'unter')).toBe(19.99);
    expect(endIn('5', 'under')).toBe(5);
    expect(endIn('', 'under')).toBeUndefined();
    for (const typed of ['under', '<', 'under five', 'over 5']) {
      expect([typed, endIn(typed, 'under')]).toEqual([typed, null]);
    }
  });

  it('is no end before its beginning, and none beyond what years can be', () => {
    expect(isRange(3, endIn('under 5', 'under'), 0, 80)).toBe(true);
    expect(isRange(5, endIn('under 5', 'under'), 0, 80)).toBe(false);
    expect(isRange(undefined, endIn('under 0', 'under'), 0, 80)).toBe(false);
    expect(isRange(undefined, null, 0, 80)).toBe(false);
  });
});
