import { describe, expect, it } from 'vitest';
import { gapsOf } from './gaps';

const today = new Date('2026-03-15T00:00:00Z');
const job = (id: string, start: string | null, end: string | null) => ({ id, start, end });

describe('gapsOf', () => {
  it('finds the months between two jobs and names the job that follows', () => {
    const gaps = gapsOf([job('b', '2021-01', 'present'), job('a', '2018-02', '2020-06')], today);
    expect(gaps).toEqual([{ before: 'b', from: '2020-07', to: '2020-12', months: 6 }]);
  });

  it('does not call overlap or a short break a gap', () => {
    expect(
      gapsOf(
        [
          job('a', '2015-01', '2020-12'),
          job('b', '2016-01', '2017-01'),
          job('c', '2021-03', 'present'),
        ],
        today,
      ),
    ).toEqual([]);
  });

  it('gives years alone the benefit of the doubt (a "2019" followed by "2020" is no gap)', () => {
    expect(gapsOf([job('a', '2017', '2019'), job('b', '2020', 'present')], today)).toEqual([]);
  });

  it('tells the time since the last job', () => {
    const gaps = gapsOf([job('a', '2020-01', '2025-06')], today);
    expect(gaps).toEqual([{ before: null, from: '2025-07', to: '2026-02', months: 8 }]);
  });

  it('says nothing when a job has no dates, as that job may fill the gap', () => {
    expect(gapsOf([job('a', '2010-01', '2012-01'), job('b', null, null)], today)).toEqual([]);
  });

  it('takes a missing end as "may still go on" (half a date was read: seven years would be called a gap)', () => {
    expect(gapsOf([job('a', '2019-02', null)], today)).toEqual([]);
    expect(gapsOf([job('a', null, '2019-02'), job('b', '2019-03', 'present')], today)).toEqual([]);
  });

  it('survives an end before its start', () => {
    expect(gapsOf([job('a', '2024-05', '2020-01'), job('b', '2024-06', 'present')], today)).toEqual(
      [],
    );
  });
});
