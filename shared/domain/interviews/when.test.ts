import { describe, expect, it } from 'vitest';
import { isTimeZone, minutesAfter, momentOf, wallTimeOf, wallTimeSchema } from './when';

const at = (date: string, time: string, timeZone: string) => momentOf({ date, time, timeZone });

describe('when an interview is', () => {
  it('is the moment that the clocks there show, in summer and in winter', () => {
    for (const [date, time, timeZone, moment] of [
      ['2026-01-15', '09:00', 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
      ['2026-07-15', '09:00', 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
      ['2026-07-15', '09:00', 'Asia/Kolkata', '2026-07-15T03:30:00.000Z'],
      ['2026-01-15', '00:15', 'Pacific/Auckland', '2026-01-14T11:15:00.000Z'],
      ['2026-01-15', '23:45', 'America/St_Johns', '2026-01-16T03:15:00.000Z'],
      ['2026-01-15', '09:00', 'UTC', '2026-01-15T09:00:00.000Z'],
    ] as const) {
      expect(at(date, time, timeZone)).toEqual({ ok: true, at: moment, isTwice: false });
      expect(wallTimeOf(moment, timeZone)).toEqual({ date, time, timeZone });
    }
  });

  it('is no moment in the hour that the clocks skip (an interview an hour late)', () => {
    for (const time of ['02:00', '02:30', '02:59']) {
      expect(at('2026-03-29', time, 'Europe/Berlin')).toEqual({ ok: false, why: 'skipped-hour' });
    }
    expect(at('2026-03-29', '01:59', 'Europe/Berlin')).toMatchObject({
      at: '2026-03-29T00:59:00.000Z',
    });
    expect(at('2026-03-29', '03:00', 'Europe/Berlin')).toMatchObject({
      at: '2026-03-29T01:00:00.000Z',
    });
    expect(at('2026-03-08', '02:30', 'America/New_York')).toMatchObject({ why: 'skipped-hour' });
    // Samoa went over the date line, and left out a day.
    expect(at('2011-12-30', '10:00', 'Pacific/Apia')).toMatchObject({ ok: false });
  });

  it('is the first of the two in the hour that comes twice, and says that there are two', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({
      ok: true,
      at: '2026-10-25T00:30:00.000Z',
      isTwice: true,
    });
    expect(at('2026-10-25', '03:00', 'Europe/Berlin')).toMatchObject({ isTwice: false });
  });

  it('lasts the minutes that pass, over a change of the clocks too', () => {
    const start = at('2026-03-29', '01:30', 'Europe/Berlin');
    const end = minutesAfter(start.ok ? start.at : '', 60);
    expect(wallTimeOf(end, 'Europe/Berlin').time).toBe('03:30');
  });

  it('is refused for days and zones that there are not', () => {
    expect(at('2026-02-31', '09:00', 'UTC')).toEqual({ ok: false, why: 'no-such-day' });
    expect(at('2026-02-21', '24:00', 'UTC')).toEqual({ ok: false, why: 'no-such-day' });
    for (const wrong of [
      { date: '9999-01-01', time: '09:00', timeZone: 'UTC' },
      { date: '2026-1-1', time: '09:00', timeZone: 'UTC' },
      { date: '2026-01-01', time: '9:00', timeZone: 'UTC' },
      { date: '2026-01-01', time: '09:00', timeZone: '+02:00' },
      { date: '2026-01-01', time: '09:00', timeZone: 'Europe/Nowhere' },
      { date: '2026-01-01', time: '09:00', timeZone: `Europe/${'x'.repeat(4096)}` },
      { date: '2026-01-01', time: '09:00', timeZone: '__proto__' },
    ]) {
      expect([wrong, wallTimeSchema.safeParse(wrong).success]).toEqual([wrong, false]);
    }
    for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
    }
  });
});
