import type { MessageId } from '@/renderer/lib/text';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Application } from '@/shared/domain/pipeline/records';

/** What the stages of an application are called, where a job's board has no names of its own. */
export const STAGE_NAMES: Readonly<Record<Stage, MessageId>> = {
  new: 'stage.new',
  in_review: 'stage.in_review',
  shortlisted: 'stage.shortlisted',
  in_progress: 'stage.in_progress',
  selected: 'stage.selected',
  rejected: 'stage.rejected',
  withdrawn: 'stage.withdrawn',
};

/** Why the desk or the client said no. */
export const REJECT_REASON_NAMES: Readonly<
  Record<NonNullable<Application['rejectedReason']>, MessageId>
> = {
  skills: 'stage.rejected-for.skills',
  experience: 'stage.rejected-for.experience',
  salary: 'stage.rejected-for.salary',
  location: 'stage.rejected-for.location',
  work_permission: 'stage.rejected-for.work_permission',
  other_candidate: 'stage.rejected-for.other_candidate',
  position_closed: 'stage.rejected-for.position_closed',
  no_answer: 'stage.rejected-for.no_answer',
  off_limits: 'stage.rejected-for.off_limits',
  other: 'stage.rejected-for.other',
};

/** Why the candidate said no. */
export const WITHDRAW_REASON_NAMES: Readonly<
  Record<NonNullable<Application['withdrawnReason']>, MessageId>
> = {
  other_offer: 'stage.withdrawn-for.other_offer',
  stays: 'stage.withdrawn-for.stays',
  salary: 'stage.withdrawn-for.salary',
  location: 'stage.withdrawn-for.location',
  role: 'stage.withdrawn-for.role',
  process_too_long: 'stage.withdrawn-for.process_too_long',
  personal: 'stage.withdrawn-for.personal',
  no_answer: 'stage.withdrawn-for.no_answer',
  other: 'stage.withdrawn-for.other',
};
