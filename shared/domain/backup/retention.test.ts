import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAILY, type Kept, toRemove, WEEKLY } from './retention';

const DAY = 86_400_000;
const at = (instant: string): Kept => ({ id: instant, madeAt: instant });
const daily = (from: string, days: number): readonly Kept[] =>
  Array.from({ length: days }, (_, n) => at(new Date(Date.parse(from) + n * DAY).toISOString()));
const left = (all: readonly Kept[], now: string): readonly string[] => {
  const gone = toRemove(all, new Date(now));
  return all.flatMap(({ id }) => (gone.includes(id) ? [] : [id.slice(0, 10)]));
};

describe('which backups are kept', () => {
  it('keeps the newest of seven days and of four weeks', () => {
    const all = daily('2026-01-01T02:00:00.000Z', 60);
    // 1 March 2026 is a Sunday: the end of the week in which the seven days are.
    expect(left(all, '2026-03-01T03:00:00.000Z')).toEqual([
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('keeps the three newest of one day, also those before a mistake', () => {
    const all = ['08', '09', '10', '11'].map((hour) => at(`2026-03-01T${hour}:00:00.000Z`));
    expect(toRemove(all, new Date('2026-03-01T12:00:00.000Z'))).toEqual([
      '2026-03-01T08:00:00.000Z',
    ]);
  });

  it('keeps what there is after a year without any: gaps do not count', () => {
    const all = daily('2025-01-01T02:00:00.000Z', 7);
    expect(left([...all, at('2026-06-01T02:00:00.000Z')], '2026-06-01T03:00:00.000Z')).toEqual([
      ...['02', '03', '04', '05', '06', '07'].map((day) => `2025-01-${day}`),
      '2026-06-01',
    ]);
  });

  it('keeps a night of each day where the clock is changed (Berlin, 2:00, both changes)', () => {
    for (const nights of [
      // 02:00 CET, 03:00 CEST (the hour is left out), 02:00 CEST.
      ['2026-03-28T01:00:05.000Z', '2026-03-29T01:00:05.000Z', '2026-03-30T00:00:05.000Z'],
      // 02:00 CEST, 02:00 CEST (the first of two), 02:00 CET.
      ['2026-10-24T00:00:05.000Z', '2026-10-25T00:00:05.000Z', '2026-10-26T01:00:05.000Z'],
    ]) {
      const before = daily(new Date(Date.parse(nights[0] ?? '') - 30 * DAY).toISOString(), 30);
      const kept = left([...before, ...nights.map(at)], nights[2] ?? '');
      expect(kept.slice(-3)).toEqual(nights.map((night) => night.slice(0, 10)));
    }
  });

  it('removes nothing good for a clock that was, or is, ten years off', () => {
    const good = daily('2026-02-20T02:00:00.000Z', 7);
    const ahead = daily('2036-02-20T02:00:00.000Z', 7);
    // The clock was ahead for a week and is right again.
    expect(toRemove([...good, ...ahead], new Date('2026-02-27T03:00:00.000Z'))).toEqual([]);
    // It is ten years behind now, and a backup was made.
    expect(
      toRemove([...good, at('2016-02-27T02:00:00.000Z')], new Date('2016-02-27T03:00:00.000Z')),
    ).toEqual([]);
  });

  it('always keeps the newest, never more than the rule allows, and is content with its own answer', () => {
    const instants = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.uniqueArray(instants, { maxLength: 80 }), instants, (made, now) => {
        const all = made.map(at);
        const gone = new Set(toRemove(all, new Date(now)));
        const kept = all.filter(({ id }) => !gone.has(id));
        const newest = made.toSorted().at(-1);
        if (newest !== undefined) expect(gone.has(newest)).toBe(false);
        expect(kept.length).toBeLessThanOrEqual(2 * (3 + DAILY + WEEKLY));
        expect(toRemove(kept, new Date(now))).toEqual([]);
      }),
    );
  });
});
