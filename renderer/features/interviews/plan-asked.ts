import { create } from 'zustand';
import type { Id } from '@/shared/kit/ids';

/** What was asked for a moment ago is waited for; what never came on screen is forgotten. */
const WAITS_MS = 5000;

interface PlanAsked {
  /** An application, or a candidate with one of theirs. */
  readonly of: Id | null;
  readonly at: number;
}

/** For whom the key was pressed that plans an interview: their interviews may be still on their way to the screen. */
export const usePlanAsked = create<PlanAsked>(() => ({ of: null, at: 0 }));

/** Plans the next interview of an application, or of a candidate on the job that is looked at, as soon as it is on screen. */
export const askToPlan = (of: Id): void => usePlanAsked.setState({ of, at: Date.now() });

/** Whether it was asked for one of these just now; asking is over with the answer. */
export function takePlanAsked(ids: readonly Id[]): boolean {
  const { of, at } = usePlanAsked.getState();
  if (of === null || !ids.includes(of)) return false;
  usePlanAsked.setState({ of: null });
  return Date.now() - at < WAITS_MS;
}
