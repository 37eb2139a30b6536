import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextBackupAt } from './schedule';

describe('when the next backup is due', () => {
  const { TZ } = process.env;
  beforeEach(() => {
    process.env.TZ = 'Europe/Berlin';
  });
  afterEach(() => {
    process.env.TZ = TZ;
  });
  const next = (
    lastGoodAt: string | null,
    now: string,
    failures: { readonly count: number; readonly at: string } | null = null,
  ): string => nextBackupAt({ lastGoodAt, failures }, new Date(now)).toISOString();

  it('is in the night after the last good one, or at once where there is none', () => {
    expect(next(null, '2026-01-10T09:00:00.000Z')).toBe('2026-01-10T09:00:00.000Z');
    expect(next('2026-01-10T09:00:00.000Z', '2026-01-10T10:00:00.000Z')).toBe(
      '2026-01-11T01:00:00.000Z',
    );
    // The night was slept through: it is due since.
    expect(next('2026-01-10T09:00:00.000Z', '2026-01-14T08:00:00.000Z')).toBe(
      '2026-01-11T01:00:00.000Z',
    );
    expect(next('2026-01-10T00:30:00.000Z', '2026-01-10T00:40:00.000Z')).toBe(
      '2026-01-10T01:00:00.000Z',
    );
  });

  it('is once a night where the clock is changed', () => {
    // 2:00 does not exist on 29 March 2026; it is there twice on 25 October.
    const spring = next('2026-03-28T12:00:00.000Z', '2026-03-28T13:00:00.000Z');
    expect(spring).toBe('2026-03-29T01:00:00.000Z');
    expect(next(spring, spring)).toBe('2026-03-30T00:00:00.000Z');
    const autumn = next('2026-10-24T12:00:00.000Z', '2026-10-24T13:00:00.000Z');
    expect(autumn).toBe('2026-10-25T00:00:00.000Z');
    expect(next(autumn, autumn)).toBe('2026-10-26T01:00:00.000Z');
  });

  it('does not wait ten years for a clock that was ahead', () => {
    expect(next('2036-01-10T09:00:00.000Z', '2026-01-10T09:00:00.000Z')).toBe(
      '2026-01-10T09:00:00.000Z',
    );
    expect(
      next(null, '2026-01-10T09:00:00.000Z', { count: 1, at: '2036-01-10T09:00:00.000Z' }),
    ).toBe('2026-01-10T09:00:00.000Z');
  });

  it('is tried again after a failure, less and less often', () => {
    const now = '2026-01-10T09:00:00.000Z';
    expect(next(null, now, { count: 1, at: now })).toBe('2026-01-10T09:10:00.000Z');
    expect(next(null, now, { count: 3, at: now })).toBe('2026-01-10T10:00:00.000Z');
    expect(next(null, now, { count: 50, at: now })).toBe('2026-01-10T13:00:00.000Z');
  });
});
