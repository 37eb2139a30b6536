import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A function that gives the value of the last render, and is itself the same in every render: for handlers that need the newest
 * value when they run, and must not change with it. Not to be called while rendering.
 */
export function useCurrent<Value>(value: Value): () => Value {
  const current = useRef(value);
  useLayoutEffect(() => {
    current.current = value;
  });
  return useCallback(() => current.current, []);
}
