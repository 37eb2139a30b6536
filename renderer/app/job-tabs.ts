import type { LinkProps } from '@tanstack/react-router';
import type { MessageId } from '@/renderer/lib/text';

interface JobTab {
  /** The address of the tab, with `$jobId` in it; its route is a child of the job's in the router. */
  readonly to: Extract<LinkProps['to'], `/jobs/$jobId${string}`>;
  readonly title: MessageId;
  /** Goes there from anywhere on the job's page. */
  readonly keys: string;
}

/** What the page of a job is made of, in order: the tab bar and the command bar read this list. */
export const JOB_TABS: readonly JobTab[] = [
  { to: '/jobs/$jobId', title: 'jobs.tab.brief', keys: '1' },
  { to: '/jobs/$jobId/matches', title: 'matches.title', keys: '2' },
  { to: '/jobs/$jobId/board', title: 'jobs.tab.board', keys: '3' },
  { to: '/jobs/$jobId/shortlist', title: 'jobs.tab.shortlist', keys: '4' },
  { to: '/jobs/$jobId/activity', title: 'jobs.tab.activity', keys: '9' },
];
