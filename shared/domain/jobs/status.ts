import { type Instant } from '@/shared/kit/clock';
import type { Job, JobStatus } from './records';

/** What a job in each state can become, the likeliest first; everything else is refused. */
export const STATUS_MOVES: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  draft: ['open', 'closed'],
  open: ['on_hold', 'filled', 'closed'],
  on_hold: ['open', 'filled', 'closed'],
  filled: ['open', 'closed'],
  closed: ['open'],
};

/** Whether a job may go from one state to another. Staying where it is is no move. */
export const mayBecome = (from: JobStatus, to: JobStatus): boolean =>
  STATUS_MOVES[from].includes(to);

/**
 * What a move does to the times of a job: when it was first open stays; when it ended is when it was filled, or closed without having been.
 * A job that is open again has not ended. `at` is when it moves.
 */
export function timesAfter(
  job: Pick<Job, 'status' | 'openedAt' | 'endedAt'>,
  to: JobStatus,
  at: Instant,
): Pick<Job, 'openedAt' | 'endedAt'> {
  const openedAt = job.openedAt ?? (to === 'open' ? at : null);
  switch (to) {
    case 'draft':
    case 'open':
    case 'on_hold':
      return { openedAt, endedAt: null };
    case 'filled':
      return { openedAt, endedAt: at };
    case 'closed':
      return { openedAt, endedAt: job.status === 'filled' ? job.endedAt : at };
  }
}
