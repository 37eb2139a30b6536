import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/tests/support/cpu-ms';
import { gapsOf, overlapsOf } from './work-history';

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

describe('overlapsOf', () => {
  it('finds the months two jobs ran beside each other, at the later one', () => {
    expect(
      overlapsOf([job('b', '2020-01', 'present'), job('a', '2018-02', '2020-06')], today),
    ).toEqual([{ id: 'b', beside: 'a', from: '2020-01', to: '2020-06', months: 6 }]);
    expect(
      overlapsOf([job('a', '2015-01', 'present'), job('b', '2016-01', '2017-01')], today),
    ).toMatchObject([{ id: 'b', beside: 'a', from: '2016-01', to: '2017-01', months: 13 }]);
  });

  it('does not call the month of a change of jobs an overlap', () => {
    expect(
      overlapsOf([job('a', '2015-01', '2020-06'), job('b', '2020-06', 'present')], today),
    ).toEqual([]);
  });

  it('gives years alone and half dates the benefit of the doubt (two jobs of one year would overlap)', () => {
    expect(overlapsOf([job('a', '2017', '2019'), job('b', '2019', 'present')], today)).toEqual([]);
    expect(overlapsOf([job('a', '2017-01', null), job('b', '2018-01', '2019-01')], today)).toEqual(
      [],
    );
    expect(overlapsOf([job('a', null, '2019-01'), job('b', '2018-01', '2019-01')], today)).toEqual(
      [],
    );
    expect(
      overlapsOf([job('a', '2016', '2019'), job('b', '2017', 'present')], today),
    ).toMatchObject([{ from: '2017-12', to: '2019-01' }]);
  });

  it('survives an end before its start, and thousands of jobs', () => {
    expect(
      overlapsOf([job('a', '2024-05', '2020-01'), job('b', '2019-01', '2024-12')], today),
    ).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, n) => job(String(n), '2010-01', 'present'));
    const began = cpuMs();
    overlapsOf(many, today);
    expect(cpuMs() - began).toBeLessThan(200);
  });
});
