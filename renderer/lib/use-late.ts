import { useEffect, useState } from 'react';

/**
 * False at first and true once `ms` have gone by: for outlines of what is being read, which only distract where the answer is there
 * in a moment.
 */
export function useLate(ms: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isLate;
}
