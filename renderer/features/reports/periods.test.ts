import { describe, expect, it } from 'vitest';
import { PERIODS } from '@/renderer/features/reports/reports-search';
import { edgesOf } from './periods';

describe('the spans of a period', () => {
  it.each(PERIODS)('%s: ascend, end after now, and are no more than a report takes', (period) => {
    for (const now of ['2026-03-31T23:59:59', '2028-02-29T00:00:00', '2026-01-01T12:00:00']) {
      const edges = edgesOf(period, new Date(now));
      expect(edges.toSorted()).toEqual(edges);
      expect(new Set(edges).size).toBe(edges.length);
      expect(edges.length).toBeLessThanOrEqual(130);
      const isPast = period === 'last-year';
      expect((edges.at(-1) ?? '') > new Date(now).toISOString()).toBe(!isPast);
    }
  });

  it('are a day, a week or a month long', () => {
    expect(edgesOf('30-days', new Date('2026-03-10T08:00:00'))).toHaveLength(31);
    expect(edgesOf('90-days', new Date('2026-03-10T08:00:00'))[0]).toBe('2025-12-10T00:00:00.000Z');
    expect(edgesOf('12-months', new Date('2026-03-10T08:00:00')).slice(0, 2)).toEqual([
      '2025-04-01T00:00:00.000Z',
      '2025-05-01T00:00:00.000Z',
    ]);
    expect(edgesOf('this-year', new Date('2026-01-01T00:00:00'))).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T00:00:00.000Z',
    ]);
    expect(edgesOf('last-year', new Date('2026-03-10T08:00:00')).at(-1)).toBe(
      '2026-01-01T00:00:00.000Z',
    );
  });
});
