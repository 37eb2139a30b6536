import type { ParsedExperience } from './parsed-resume';

/** Years of work from the merged spans of jobs, one decimal; overlapping jobs count once. Null without a dated job. */
export function totalYears(experience: readonly ParsedExperience[], now: Date): number | null {
  const today = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  const spans: { from: number; to: number }[] = [];
  for (const job of experience) {
    if (job.start === null || job.end === null) continue;
    const from = monthIndex(job.start, 'start');
    // A job's last month was worked: the span ends where the next month begins.
    const to = job.end === 'present' ? today : Math.min(today, monthIndex(job.end, 'end'));
    if (to > from) spans.push({ from, to });
  }
  if (spans.length === 0) return null;
  spans.sort((a, b) => a.from - b.from);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const from = Math.max(span.from, reached);
    if (span.to > from) months += span.to - from;
    reached = Math.max(reached, span.to);
  }
  return Math.round((months / 12) * 10) / 10;
}

/** Months since year 0; a bare year is taken at its middle, so that "2018 – 2020" is two years, not three. */
function monthIndex(value: string, edge: 'start' | 'end'): number {
  const year = Number(value.slice(0, 4));
  if (value.length === 4) return year * 12 + 6;
  const month = Number(value.slice(5, 7)) - 1;
  return year * 12 + month + (edge === 'end' ? 1 : 0);
}
