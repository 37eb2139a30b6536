import { create } from 'zustand';
import { isOpenStage, mayBring } from '@/shared/domain/pipeline/stage-moves';
import type { BoardCard } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

/** What is asked before something is done, in a row under the buttons. */
export type Asked = 'reject' | 'withdraw' | 'reopen' | 'remove';

interface BoardState {
  readonly jobId: Id | null;
  /** The card that has the keyboard, or had it last. */
  readonly active: Id | null;
  /** Chosen with X or a click with Ctrl: what is done is done to them. */
  readonly chosen: ReadonlySet<Id>;
  readonly asked: { readonly what: Asked; readonly ids: readonly Id[] } | null;
  /** The application shown at the right. */
  readonly opened: Id | null;
  readonly showsClosed: boolean;
}

const NOTHING: Omit<BoardState, 'showsClosed'> = {
  jobId: null,
  active: null,
  chosen: new Set(),
  asked: null,
  opened: null,
};

/** The state of the board on screen: one at a time. Cards look at their own part of it. */
export const useBoardState = create<BoardState>(() => ({ ...NOTHING, showsClosed: false }));

/** Begins anew for another job; keeps everything for the same one. */
export function enterBoard(jobId: Id): void {
  if (useBoardState.getState().jobId !== jobId) useBoardState.setState({ ...NOTHING, jobId });
}

/** What a deed is about: those chosen, or else the card one is at. */
export function actingIds(): readonly Id[] {
  const { chosen, active } = useBoardState.getState();
  if (chosen.size > 0) return [...chosen];
  return active === null ? [] : [active];
}

/** Whether it can be asked of these at all: by where they stand, and by what whoever looks may do to each of them. */
export function mayAsk(cards: readonly BoardCard[], what: Asked): boolean {
  if (cards.length === 0) return false;
  switch (what) {
    case 'reject':
      return cards.every((card) => isOpenStage(card.stage) && mayBring(card, 'rejected'));
    case 'withdraw':
      return cards.every((card) => isOpenStage(card.stage) && mayBring(card, 'withdrawn'));
    case 'reopen':
      return cards.every((card) => !isOpenStage(card.stage) && mayBring(card, 'in_review'));
    case 'remove':
      return cards.every(({ mayEdit }) => mayEdit);
  }
}

export function toggleChosen(id: Id): void {
  useBoardState.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next, active: id };
  });
}
