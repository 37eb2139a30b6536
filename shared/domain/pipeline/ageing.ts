import type { Instant } from '@/shared/kit/clock';
import type { Stage } from './board';

const DAY = 86_400_000;

/** After so many days somebody waits too long at a stage. Who was selected, rejected or withdrew waits for nothing. */
const LONG_AFTER: Readonly<Record<Stage, number>> = {
  new: 3,
  in_review: 7,
  shortlisted: 7,
  in_progress: 14,
  selected: Number.POSITIVE_INFINITY,
  rejected: Number.POSITIVE_INFINITY,
  withdrawn: Number.POSITIVE_INFINITY,
};

/** Whole days since an instant; 0 for one that is yet to come. */
export const daysSince = (since: Instant, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(since)) / DAY));

/** Whether somebody is at a stage for so long that it shows. */
export const isLong = (stage: Stage, since: Instant, now: number): boolean =>
  daysSince(since, now) >= LONG_AFTER[stage];
