import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { Counted } from '@/renderer/features/candidates/list/use-candidate-rows';

/** Counts follow the words this long after the last answer, in ms: drawn with each letter they take as long as the rows. */
const RESTED = 300;

/** What was counted, for beside the rows: after them, and while somebody types once that rests. A filter that is chosen counts at once. */
export function useRestedCounts(newest: Counted): Counted {
  const [shown, setShown] = useState(newest);
  const isTyped = shown.text !== newest.text;
  // Kept while drawing, as React has it for what follows from props.
  if (!isTyped && shown !== newest) setShown(newest);
  useEffect(() => {
    if (!isTyped) return;
    const timer = setTimeout(() => startTransition(() => setShown(newest)), RESTED);
    return () => clearTimeout(timer);
  }, [isTyped, newest]);
  return useDeferredValue(isTyped ? shown : newest);
}
