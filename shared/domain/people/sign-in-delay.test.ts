import { describe, expect, it } from 'vitest';
import { lockedAfter, waitAfter, waitLeft } from './sign-in-delay';

const NOW = new Date('2026-03-01T09:30:00.000Z');
const YEARS = 10 * 365 * 86_400_000;

describe('how long nobody may try', () => {
  it('forgives two slips, then doubles up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000]);
    expect(waitAfter(11)).toBe(900_000);
    expect(waitAfter(1_000_000)).toBe(900_000);
  });

  it('ends when its time has come, and not before', () => {
    const attempts = { failures: 4, lockedUntil: lockedAfter(4, NOW) };
    const after = (ms: number) => waitLeft(attempts, new Date(NOW.getTime() + ms));
    expect(after(0)).toEqual({ ms: 10_000, startsAnew: false });
    expect(after(9_999)).toEqual({ ms: 1, startsAnew: false });
    expect(after(10_000)).toEqual({ ms: 0, startsAnew: false });
  });

  it('begins anew where the clock was set back: neither shorter nor for years', () => {
    const attempts = { failures: 4, lockedUntil: lockedAfter(4, NOW) };
    expect(waitLeft(attempts, new Date(NOW.getTime() - 1))).toEqual({
      ms: 10_000,
      startsAnew: true,
    });
    expect(waitLeft(attempts, new Date(NOW.getTime() - YEARS))).toEqual({
      ms: 10_000,
      startsAnew: true,
    });
  });
});
