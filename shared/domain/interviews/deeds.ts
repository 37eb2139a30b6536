/** What is done with interviews, as the history and the audit log call it. All of it is done by hand and taken back by hand. */
export const INTERVIEW_DEEDS = [
  'interview.planned',
  'interview.edited',
  'interview.booked',
  'interview.invited',
  'interview.completed',
  'interview.no-show',
  'interview.rescheduled',
  'interview.cancelled',
  'interview.passed',
  'interview.failed',
  'interview.removed',
  'hiring.started',
] as const;
