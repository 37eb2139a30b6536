import { describe, expect, it } from 'vitest';
import { shareAt } from '@/shared/domain/parsing/calibrate';
import { fitStair } from './fit-stair';

const outcomes = (raw: number, right: number, of: number) =>
  Array.from({ length: of }, (_, index) => ({ raw, right: index < right }));

describe('fitStair', () => {
  it('says of each raw confidence what share was right, whatever the reader claimed', () => {
    const stair = fitStair([...outcomes(0.5, 80, 100), ...outcomes(0.9, 99, 100)]);
    expect(shareAt(stair, 0.5)).toBeCloseTo(0.8, 1);
    expect(shareAt(stair, 0.95)).toBeCloseTo(0.99, 1);
    expect(shareAt(stair, 0.1)).toBe(shareAt(stair, 0.5));
  });

  it('never falls: a reader that is surer and less often right is not believed', () => {
    const stair = fitStair([...outcomes(0.4, 90, 100), ...outcomes(0.8, 50, 100)]);
    expect(stair).toHaveLength(1);
    expect(shareAt(stair, 0.8)).toBeCloseTo(0.7, 1);
  });

  it('does not call sure what is right less often than 95 times in 100', () => {
    expect(shareAt(fitStair(outcomes(0.97, 930, 1000)), 0.97)).toBe(0.9);
    expect(shareAt(fitStair(outcomes(0.97, 970, 1000)), 0.97)).toBe(0.97);
  });

  it('does not believe a few: they count with their neighbours, and alone not at all', () => {
    const stair = fitStair([...outcomes(0.6, 50, 100), ...outcomes(0.99, 3, 3)]);
    expect(shareAt(stair, 0.99)).toBeLessThan(0.6);
    expect(fitStair(outcomes(0.99, 3, 3))).toEqual([]);
    expect(shareAt([], 0.99)).toBe(0.99);
  });

  it('is never certain', () => {
    expect(shareAt(fitStair(outcomes(0.5, 5000, 5000)), 1)).toBe(0.99);
  });
});
