import { describe, expect, it } from 'vitest';
import { isStillWithout } from './without-graphics';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 60 * 60 * 1000;

describe('drawing in software because the last start did', () => {
  it('holds for a day, so that a graphics card that came back is found', () => {
    const kept = (at: number): unknown => ({ electron: '45.0.0', at });
    expect(isStillWithout(kept(NOW - 23 * HOUR), '45.0.0', NOW)).toBe(true);
    expect(isStillWithout(kept(NOW - 25 * HOUR), '45.0.0', NOW)).toBe(false);
    // A clock that was set back.
    expect(isStillWithout(kept(NOW + HOUR), '45.0.0', NOW)).toBe(false);
  });

  it('looks for a card again with another Electron, and whatever else the file holds', () => {
    expect(isStillWithout({ electron: '44.0.0', at: NOW }, '45.0.0', NOW)).toBe(false);
    for (const kept of [
      null,
      1,
      'yes',
      [],
      {},
      { electron: '45.0.0' },
      { electron: '45.0.0', at: 'now' },
    ])
      expect(isStillWithout(kept, '45.0.0', NOW)).toBe(false);
  });
});
