import { useEffect, useState } from 'react';

/** When what a first screen can do without is asked for, in ms after it stands: its rows are painted by then. */
export const AFTER_ROWS = 400;

/**
 * False at first and true once one has been waiting for `ms`: for outlines of what is being read, and for dimming what is old, which
 * only distract where the answer is there in a moment.
 */
export function useLate(ms: number, isWaiting = true): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), ms);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [ms, isWaiting]);
  return isLate && isWaiting;
}
