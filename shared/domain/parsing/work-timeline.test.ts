import { describe, expect, it } from 'vitest';
import type { ParsedExperience } from './parsed-resume';
import { workTimeline } from './work-timeline';

const now = new Date('2026-03-15T00:00:00Z');
const job = (start: string | null, end: string | null): ParsedExperience => ({
  company: 'Acme',
  title: 'Cook',
  location: null,
  start,
  end,
  description: '',
  confidence: 0.9,
  evidence: null,
});

describe('workTimeline', () => {
  it('finds the months between two jobs (not the months that border on them)', () => {
    const { gaps } = workTimeline([job('2020-06', '2021-01'), job('2018-01', '2019-12')], now);
    expect(gaps).toEqual([{ from: '2020-01', to: '2020-05', months: 5 }]);
  });

  it('finds no gap where the next job begins in the month after, or a longer one goes on', () => {
    expect(workTimeline([job('2020-01', '2021-01'), job('2018-01', '2019-12')], now).gaps).toEqual(
      [],
    );
    const within = [
      job('2015-01', '2020-12'),
      job('2016-01', '2016-06'),
      job('2021-01', 'present'),
    ];
    expect(workTimeline(within, now).gaps).toEqual([]);
  });

  it('takes a bare year in the person’s favour: 2018 to 2019 may be no gap at all', () => {
    expect(workTimeline([job('2019', '2021'), job('2016', '2018')], now)).toEqual({
      gaps: [],
      overlaps: [],
    });
    expect(workTimeline([job('2020', '2021'), job('2016', '2018')], now).gaps).toEqual([
      { from: '2019-01', to: '2019-12', months: 12 },
    ]);
  });

  it('names both jobs of an overlap by their places in the list, and spares the month of a change', () => {
    const jobs = [job('2020-03', 'present'), job('2019-01', '2020-06'), job('2017-01', '2019-01')];
    expect(workTimeline(jobs, now).overlaps).toEqual([
      { from: '2020-03', to: '2020-05', months: 3, jobs: [1, 0] },
    ]);
  });

  it('leaves out jobs without both dates, and dates the wrong way round', () => {
    expect(workTimeline([job('2019-01', null), job('2021-05', '2020-01')], now)).toEqual({
      gaps: [],
      overlaps: [],
    });
  });

  it('looks at the first hundred jobs only (else a file of thousands fills the memory with pairs)', () => {
    const jobs = Array.from({ length: 3000 }, () => job('2019-01', '2021-12'));
    expect(workTimeline(jobs, now).overlaps).toHaveLength((100 * 99) / 2);
  });
});
