import type { MessageId } from '@/renderer/lib/text';
import type { Tone } from '@/renderer/ui/chips';
import type { Arrangement, Decision } from '@/shared/domain/interviews/moves';
import type { InterviewMode, InterviewStatus } from '@/shared/domain/interviews/records';
import type { InterviewList } from '@/shared/domain/interviews/views';

export const STATUS_NAMES: Readonly<Record<InterviewStatus, MessageId>> = {
  draft: 'interviews.status.draft',
  awaiting_confirmation: 'interviews.status.awaiting_confirmation',
  confirmed: 'interviews.status.confirmed',
  scheduled: 'interviews.status.scheduled',
  completed: 'interviews.status.completed',
  no_show: 'interviews.status.no_show',
  passed: 'interviews.status.passed',
  failed: 'interviews.status.failed',
  cancelled: 'interviews.status.cancelled',
};

export const STATUS_TONES: Readonly<Record<InterviewStatus, Tone>> = {
  draft: 'neutral',
  awaiting_confirmation: 'warn',
  confirmed: 'accent',
  scheduled: 'accent',
  completed: 'violet',
  no_show: 'warn',
  passed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

export const MODE_NAMES: Readonly<Record<InterviewMode, MessageId>> = {
  video: 'interviews.mode.video',
  phone: 'interviews.mode.phone',
  onsite: 'interviews.mode.onsite',
};

export const LIST_NAMES: Readonly<Record<InterviewList, MessageId>> = {
  upcoming: 'interviews.list.upcoming',
  'to-decide': 'interviews.list.to-decide',
  past: 'interviews.list.past',
};

/** What each step is called on its button, and what is said when it is done. */
export const STEP_NAMES: Readonly<Record<Arrangement | Decision, MessageId>> = {
  book_slot: 'interviews.do.book_slot',
  send_invite: 'interviews.do.send_invite',
  complete: 'interviews.do.complete',
  no_show: 'interviews.do.no_show',
  reschedule: 'interviews.do.reschedule',
  cancel: 'interviews.do.cancel',
  pass: 'interviews.do.pass',
  reject: 'interviews.do.reject',
  start_hiring: 'interviews.do.start_hiring',
};
export const STEP_DONE: Readonly<Record<Arrangement | Decision, MessageId>> = {
  book_slot: 'interviews.done.book_slot',
  send_invite: 'interviews.done.send_invite',
  complete: 'interviews.done.complete',
  no_show: 'interviews.done.no_show',
  reschedule: 'interviews.done.reschedule',
  cancel: 'interviews.done.cancel',
  pass: 'interviews.done.pass',
  reject: 'interviews.done.reject',
  start_hiring: 'interviews.done.start_hiring',
};
