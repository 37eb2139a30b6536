import type { ActionName, Change, Patch } from '@/shared/domain/history/change';
import { planStep, type Step, stageOf } from '@/shared/domain/pipeline/plan-step';
import type { Application } from '@/shared/domain/pipeline/records';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import type { Stage } from '@/shared/domain/pipeline/board';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Arrangement, Decision } from './moves';
import type { Interview, InterviewStatus } from './records';
import { minutesAfter } from './when';

/** What each thing that is done with an interview is called in the history and the audit log. */
export const ACTION_OF: Readonly<Record<Arrangement | Decision, ActionName>> = {
  book_slot: 'interview.booked',
  send_invite: 'interview.invited',
  complete: 'interview.completed',
  no_show: 'interview.no-show',
  reschedule: 'interview.rescheduled',
  cancel: 'interview.cancelled',
  pass: 'interview.passed',
  reject: 'interview.failed',
  start_hiring: 'hiring.started',
};

/** A time that was agreed on. */
export interface FixedTime {
  readonly start: Instant;
  readonly timeZone: string;
  readonly durationMinutes: number;
}

/** The fields of a fixed time. */
export const timeFields = ({ start, timeZone, durationMinutes }: FixedTime) => ({
  start,
  end: minutesAfter(start, durationMinutes),
  timeZone,
  durationMinutes,
});

/** What an arrangement that is allowed changes. A new time is for whoever is asked for it: the old one does not stay. */
export function planArrangement(
  interview: Interview,
  action: Arrangement,
  said: { readonly to: InterviewStatus; readonly note: string; readonly time: FixedTime | null },
  by: { readonly id: Id; readonly now: Instant },
): readonly Change[] {
  const { id, version, noShowCount } = interview;
  const patch: Patch<'interview'> = {
    status: said.to,
    statusNote: said.note,
    ...(action === 'book_slot' && said.time !== null && timeFields(said.time)),
    ...(action === 'send_invite' && { inviteSentAt: by.now, inviteSentBy: by.id }),
    ...(action === 'no_show' && { noShowCount: noShowCount + 1 }),
    ...(action === 'reschedule' && {
      start: null,
      end: null,
      inviteSentAt: null,
      inviteSentBy: null,
    }),
  };
  return [{ op: 'update', entity: 'interview', id, version, patch }];
}

/** What is said with a decision. */
export type Decided =
  | { readonly action: 'pass' | 'start_hiring' }
  | {
      readonly action: 'reject';
      readonly reason: NonNullable<Application['rejectedReason']>;
      readonly note: string | null;
    };

/**
 * The steps that a decision takes an application on, along the arrows of the table of stages; null where it does not lead there. Who is
 * further already stays, and who is out of the running is not rejected twice.
 */
export function stepsOf(stage: Stage, decided: Decided): readonly Step[] | null {
  const move = (to: 'in_progress' | 'selected'): Step => ({ kind: 'move', to, columnId: null });
  switch (decided.action) {
    case 'reject':
      return isOpenStage(stage)
        ? [{ kind: 'reject', reason: decided.reason, note: decided.note }]
        : [];
    case 'pass':
      if (!isOpenStage(stage)) return null;
      return stage === 'in_progress' || stage === 'selected' ? [] : [move('in_progress')];
    case 'start_hiring':
      if (!isOpenStage(stage)) return null;
      if (stage === 'selected') return [];
      return stage === 'in_progress' ? [move('selected')] : [move('in_progress'), move('selected')];
  }
}

/** What a decision that is allowed changes: of the interview, and of the application step by step. */
export function planDecision(
  { interview, application }: { readonly interview: Interview; readonly application: Application },
  decided: Decided,
  steps: readonly Step[],
  context: { readonly now: Instant; readonly byName: string; readonly newId: () => Id },
): readonly Change[] {
  const patch: Patch<'interview'> = {
    status: decided.action === 'reject' ? 'failed' : 'passed',
    statusNote: '',
    ...(decided.action === 'start_hiring' && { hiringStartedAt: context.now }),
  };
  const told: Change[] = [];
  let update: readonly Change[] = [];
  let at = application;
  for (const step of steps) {
    const changes = planStep(at, step, context);
    // Two steps are one change of the application, with both in its story: a row that a commit changes twice could not be taken back.
    update = changes.filter(({ op }) => op === 'update');
    told.push(...changes.filter(({ op }) => op !== 'update'));
    at = { ...at, stage: stageOf(step) };
  }
  return [
    { op: 'update', entity: 'interview', id: interview.id, version: interview.version, patch },
    ...update,
    ...told,
  ];
}
