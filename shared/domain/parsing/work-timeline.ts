import type { ParsedExperience, ParsedResume } from './parsed-resume';

type Timeline = NonNullable<ParsedResume['timeline']>;

/**
 * The months between jobs and the months with two of them, oldest first. A bare year counts in a person's favour: a gap is
 * only what no month of the year could fill, an overlap only what every reading of it shares. Jobs without both dates are
 * left out; `now` ends those that go on.
 */
export function workTimeline(experience: readonly ParsedExperience[], now: Date): Timeline {
  const jobs = experience.slice(0, MOST_JOBS).flatMap((job, index) => {
    const widest = monthsOf(job, now, 'widest');
    const surest = monthsOf(job, now, 'surest');
    return widest === null || surest === null ? [] : [{ index, widest, surest }];
  });
  jobs.sort((a, b) => a.widest.first - b.widest.first || a.index - b.index);
  const gaps: Timeline['gaps'] = [];
  const overlaps: Timeline['overlaps'] = [];
  let reached = Number.POSITIVE_INFINITY;
  jobs.forEach((job, at) => {
    if (job.widest.first > reached + 1) gaps.push(stretch(reached + 1, job.widest.first - 1));
    reached = Number.isFinite(reached) ? Math.max(reached, job.widest.last) : job.widest.last;
    for (const later of jobs.slice(at + 1)) {
      // Jobs are in the order they began: once one begins behind this one, so do the rest.
      if (later.widest.first > job.widest.last) break;
      const first = Math.max(job.surest.first, later.surest.first);
      const last = Math.min(job.surest.last, later.surest.last);
      if (last >= first) overlaps.push({ ...stretch(first, last), jobs: [job.index, later.index] });
    }
  });
  return { gaps, overlaps };
}

/** Pairs of jobs grow with their square; no career holds more. */
const MOST_JOBS = 100;

interface Months {
  /** Months since year 0, both worked. */
  readonly first: number;
  readonly last: number;
}

function monthsOf(job: ParsedExperience, now: Date, reading: 'widest' | 'surest'): Months | null {
  if (job.start === null || job.end === null) return null;
  const early = reading === 'widest' ? 0 : 11;
  const first = monthIndex(job.start, early);
  const today = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const last = job.end === 'present' ? today : monthIndex(job.end, 11 - early);
  // The month in which one job ends and the next begins is no overlap.
  const shared = reading === 'surest' && job.end !== 'present' ? last - 1 : last;
  return reading === 'widest' && last < first ? null : { first, last: shared };
}

const monthIndex = (value: string, ofYear: number): number =>
  Number(value.slice(0, 4)) * 12 + (value.length === 4 ? ofYear : Number(value.slice(5, 7)) - 1);

const stretch = (first: number, last: number): Timeline['gaps'][number] => ({
  from: written(first),
  to: written(last),
  months: last - first + 1,
});

const written = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
