import { isShownStage } from '@/shared/domain/access/facts';
import { OPEN_STAGES, type Stage } from './board';

/**
 * Where an application may go from where it stands: the whole law, and nothing else changes a stage.
 *
 * The stages are an order, NEW → IN_REVIEW → SHORTLISTED → IN_PROGRESS → SELECTED, read as a desk works:
 * - Forward, stages may be left out, for what they stand for was done elsewhere: who is known to the desk goes straight on the shortlist.
 *   But for the last one: only who is in progress is selected, so that nobody is hired by a slip of the hand.
 * - Back, to any open stage but NEW: an interview falls through, an offer is declined. Nobody is new who was looked at once; what was
 *   moved by mistake is taken back with undo, which leaves no step behind.
 * - From every open stage to REJECTED and WITHDRAWN, also from SELECTED: who signed may still stay away.
 * - From REJECTED and WITHDRAWN to IN_REVIEW alone, with a reason.
 * Staying where one is is no move. Why so: docs/decisions/moves-between-stages.md.
 */
const MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  new: ['in_review', 'shortlisted', 'in_progress', 'rejected', 'withdrawn'],
  in_review: ['shortlisted', 'in_progress', 'rejected', 'withdrawn'],
  shortlisted: ['in_review', 'in_progress', 'rejected', 'withdrawn'],
  in_progress: ['in_review', 'shortlisted', 'selected', 'rejected', 'withdrawn'],
  selected: ['in_review', 'shortlisted', 'in_progress', 'rejected', 'withdrawn'],
  rejected: ['in_review'],
  withdrawn: ['in_review'],
};

export const movesFrom = (stage: Stage): readonly Stage[] => MOVES[stage];

export const mayMove = (from: Stage, to: Stage): boolean => MOVES[from].includes(to);

/** The stages every one of these may go to, in the order of the stages. */
export const sharedMoves = (from: readonly Stage[]): readonly Stage[] => {
  const [first, ...others] = [...new Set(from)];
  if (first === undefined) return [];
  return MOVES[first].filter((to) => others.every((one) => mayMove(one, to)));
};

/** The open stage after this one that it may go to; null at the end, and for who is not in the running. */
export function nextStage(stage: Stage): Stage | null {
  const at = OPEN_STAGES.findIndex((one) => one === stage);
  return at === -1 ? null : (OPEN_STAGES[at + 1] ?? null);
}

/** Whether an application is in the running. */
export const isOpenStage = (stage: Stage): boolean => OPEN_STAGES.some((one) => one === stage);

/**
 * What it takes to bring an application to a stage. A client judges whom it was shown; what else becomes of an application is the desk's to
 * say.
 */
export const permissionTo = (to: Stage): 'application.edit' | 'application.decide' =>
  to === 'rejected' || isShownStage(to) ? 'application.decide' : 'application.edit';

/** Whether whoever looks at an application may bring it to a stage, as far as it is theirs to say. */
export const mayBring = (
  { mayDecide, mayEdit }: { readonly mayDecide: boolean; readonly mayEdit: boolean },
  to: Stage,
): boolean => (permissionTo(to) === 'application.decide' ? mayDecide : mayEdit);
