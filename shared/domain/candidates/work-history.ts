import type { Experience } from '@/shared/domain/candidates/records';

/** A stretch of months without listed work. */
export interface Gap {
  /** The job that follows the gap; null for the time since the last one ended. */
  readonly before: string | null;
  /** First and last month of the gap, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** A stretch of months in which two jobs are listed. */
export interface Overlap {
  /** The job that began later, and the one it ran beside. */
  readonly id: string;
  readonly beside: string;
  /** First and last month of it, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** Shorter stretches are ordinary: a notice period, a holiday, a month between contracts. */
const SHOWN_FROM_MONTHS = 3;

type Dated = Pick<Experience, 'id' | 'start' | 'end'>;

/**
 * The gaps between jobs, oldest first. What is not known is read so that it makes no gap: a year alone as the whole of that
 * year, a job without an end as one that may still go on, and when a job has no dates at all nothing is called a gap,
 * as that job may fill it.
 */
export function gapsOf(experience: readonly Dated[], today: Date): readonly Gap[] {
  if (experience.some((job) => job.start === null && job.end === null)) return [];
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const spans = experience
    .map((job) => {
      const end = monthNumber(job.end, 11) ?? now;
      const start = monthNumber(job.start, 0) ?? Number.NEGATIVE_INFINITY;
      return { id: job.id, start, end: Math.max(start, end) };
    })
    .sort((a, b) => a.start - b.start);
  const gaps: Gap[] = [];
  let covered: number | null = null;
  for (const span of spans) {
    if (covered !== null) addGap(gaps, span.id, covered + 1, span.start - 1);
    covered = Math.max(covered ?? span.end, span.end);
  }
  if (covered !== null) addGap(gaps, null, covered + 1, now - 1);
  return gaps;
}

/** The month in which one job ends and another begins is counted by both. */
const OVERLAP_FROM_MONTHS = 2;
/** Nobody holds more jobs than this; a CV that lists more must not make the page compare them all. */
const MOST_COMPARED = 100;

/**
 * The stretches in which two jobs ran beside each other, by the later one. What is not known is read so that it makes no
 * overlap: a year alone as its last month at the start and its first at the end, and a job with half a date as none.
 */
export function overlapsOf(experience: readonly Dated[], today: Date): readonly Overlap[] {
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const spans = experience
    .slice(0, MOST_COMPARED)
    .flatMap(({ id, start, end }) => {
      const from = monthNumber(start, 11);
      const to = end === 'present' ? now : monthNumber(end, 0);
      return from === null || to === null ? [] : [{ id, from, to }];
    })
    .sort((a, b) => a.from - b.from);
  return spans.flatMap((later, index) =>
    spans.slice(0, index).flatMap((earlier): readonly Overlap[] => {
      const to = Math.min(earlier.to, later.to);
      const months = to - later.from + 1;
      if (months < OVERLAP_FROM_MONTHS) return [];
      const [from, until] = [monthText(later.from), monthText(to)];
      return [{ id: later.id, beside: earlier.id, from, to: until, months }];
    }),
  );
}

function addGap(gaps: Gap[], before: string | null, from: number, to: number): void {
  const months = to - from + 1;
  if (months < SHOWN_FROM_MONTHS) return;
  gaps.push({ before, from: monthText(from), to: monthText(to), months });
}

function monthNumber(date: string | null, monthOfYear: number): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(date ?? '');
  if (match === null) return null;
  const month = match[2] === undefined ? monthOfYear : Number(match[2]) - 1;
  return Number(match[1]) * 12 + month;
}

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
