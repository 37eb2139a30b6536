import { describe, expect, it } from 'vitest';
import { rowsInSight } from '@/renderer/features/candidates/list/use-rows-in-sight';

describe('rows in sight', () => {
  it('draws hardly more than what is seen at the top, and more once it is scrolled', () => {
    expect(rowsInSight({ top: 0, height: 400 }, 40, 100_000)).toEqual({ start: 0, end: 11 });
    expect(rowsInSight({ top: 2000, height: 400 }, 40, 100_000)).toEqual({ start: 44, end: 66 });
  });

  it('covers rows that are cut at both edges', () => {
    const { start, end } = rowsInSight({ top: 1990, height: 401 }, 40, 100_000);
    expect(start * 40).toBeLessThanOrEqual(1990);
    expect(end * 40).toBeGreaterThanOrEqual(1990 + 401);
  });

  it('never leaves the list: none of an empty one, the last of one that has become shorter', () => {
    expect(rowsInSight({ top: 0, height: 400 }, 40, 0)).toEqual({ start: 0, end: 0 });
    expect(rowsInSight({ top: 0, height: 400 }, 40, 3)).toEqual({ start: 0, end: 3 });
    const shorter = rowsInSight({ top: 100_000, height: 400 }, 40, 5);
    expect(shorter.end).toBe(5);
    expect(shorter.start).toBeLessThan(5);
  });

  it('draws a row where the place for them has no height yet', () => {
    expect(rowsInSight({ top: 0, height: -32 }, 40, 10)).toEqual({ start: 0, end: 2 });
  });
});
