import type { Interview, InterviewStatus } from './records';

/** What can be done with an interview that is there. */
export const INTERVIEW_ACTIONS = [
  'propose_slots',
  'book_slot',
  'send_invite',
  'complete',
  'no_show',
  'reschedule',
  'cancel',
  'pass',
  'reject',
  'start_hiring',
] as const;
export type InterviewAction = (typeof INTERVIEW_ACTIONS)[number];

/** Before it has taken place. Who did not come has not been interviewed: a new time is found, or it is called off. */
const BEFORE_COMPLETED: readonly InterviewStatus[] = [
  'draft',
  'awaiting_confirmation',
  'confirmed',
  'scheduled',
  'no_show',
];

interface Move {
  readonly from: readonly InterviewStatus[];
  readonly to: InterviewStatus;
  /** Takes a time that is fixed, or is fixed with it. */
  readonly needsTime?: true;
}

/** Where an interview may go from where it stands: the whole law, and nothing else changes a status. */
const MOVES: Readonly<Record<InterviewAction, Move>> = {
  propose_slots: { from: ['draft'], to: 'awaiting_confirmation' },
  book_slot: { from: ['awaiting_confirmation'], to: 'confirmed', needsTime: true },
  send_invite: { from: ['draft', 'confirmed'], to: 'scheduled', needsTime: true },
  complete: { from: ['scheduled'], to: 'completed' },
  no_show: { from: ['scheduled', 'confirmed'], to: 'no_show' },
  reschedule: { from: BEFORE_COMPLETED, to: 'awaiting_confirmation' },
  cancel: { from: BEFORE_COMPLETED, to: 'cancelled' },
  pass: { from: ['completed'], to: 'passed' },
  reject: { from: ['completed'], to: 'failed' },
  start_hiring: { from: ['completed'], to: 'passed' },
};

/** Why a move is refused. */
export type Refusal = 'not-in-the-table' | 'no-time';

export type Moved =
  | { readonly ok: true; readonly to: InterviewStatus }
  | { readonly ok: false; readonly refusal: Refusal };

/** Where an action leads from a status; `hasTime` says whether a time is fixed, or is fixed with the action. */
export function moved(from: InterviewStatus, action: InterviewAction, hasTime: boolean): Moved {
  const move = MOVES[action];
  if (!move.from.includes(from)) return { ok: false, refusal: 'not-in-the-table' };
  if (move.needsTime === true && !hasTime) return { ok: false, refusal: 'no-time' };
  return { ok: true, to: move.to };
}

/** What makes a decision about the person of what was talked about: a client's people may, of whom they were shown. */
export const DECISIONS = ['pass', 'reject', 'start_hiring'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the desk arranges. */
export const ARRANGEMENTS = [
  'book_slot',
  'send_invite',
  'complete',
  'no_show',
  'reschedule',
  'cancel',
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** What may be done with an interview as it stands, in the order of the table. A time can be given together with a booking. */
export const actionsFor = ({
  status,
  start,
}: Pick<Interview, 'status' | 'start'>): readonly InterviewAction[] =>
  INTERVIEW_ACTIONS.filter(
    (action) => moved(status, action, start !== null || action === 'book_slot').ok,
  );

/** Nothing more is to be decided: the next round may be planned. */
export const isDecided = (status: InterviewStatus): boolean =>
  status === 'passed' || status === 'failed' || status === 'cancelled';

/** Whether an interview may still be described anew: until it is decided. */
export const mayDescribe = (status: InterviewStatus): boolean => !isDecided(status);

/** Whether its time may be changed by itself. Afterwards others have been told: then it is rescheduled. */
export const maySetTime = (status: InterviewStatus): boolean => status === 'draft';

/** Whether there is something to say of how it went. */
export const mayAssess = (status: InterviewStatus): boolean =>
  status === 'completed' || status === 'passed' || status === 'failed';

/** The round that comes next, or null while an earlier one is undecided. */
export function nextRound(rounds: readonly Pick<Interview, 'round' | 'status'>[]): number | null {
  if (rounds.some(({ status }) => !isDecided(status))) return null;
  return rounds.reduce((last, { round }) => Math.max(last, round), 0) + 1;
}
